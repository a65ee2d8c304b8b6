package org.firebreak.core.validation.rules.governance;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;

/** The approved flows of a design. */
final class ApprovedFlows {
  /** With fewer flows, each is named. */
  private static final int LEAST = 3;

  private ApprovedFlows() {}

  static List<ActiveFlow> of(ValidationContext context) {
    return context.activeFlows().stream()
        .filter(flow -> flow.element().getState() == FlowState.APPROVED)
        .toList();
  }

  /** One finding for all if not a single one of several has something. */
  static Optional<Finding> noneHas(
      ValidationContext context, Predicate<Flow> something, IntFunction<Finding> finding) {
    List<ActiveFlow> approved = of(context);
    return approved.size() < LEAST
            || approved.stream().anyMatch(flow -> something.test(flow.element()))
        ? Optional.empty()
        : Optional.of(finding.apply(approved.size()));
  }
}
