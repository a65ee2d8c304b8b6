package org.firebreak.core.validation.rules.governance;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;

/** Flows that no longer permit anything because their last day has passed. */
public final class ExpiredFlowRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-501",
          RuleCategory.GOVERNANCE,
          "Expired flow",
          FindingSeverity.WARNING,
          "The last day on which the flow is permitted lies before the evaluation date. The next"
              + " export leaves it out, and whatever still uses it stops working.",
          "Flow migration → db was permitted until the end of March. Retire it, or agree on a new"
              + " date with its owner.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    LocalDate today = context.policy().evaluationDate();
    return context.design().getFlows().stream()
        .filter(flow -> isExpired(flow, today))
        .map(
            flow ->
                finding(
                    "Flow " + context.ref(flow).name() + " expired on " + flow.getExpiresOn(),
                    "Retire it, or set a later date if it is still needed",
                    context.ref(flow)))
        .toList();
  }

  private static boolean isExpired(Flow flow, LocalDate today) {
    return flow.getState() != FlowState.RETIRED
        && flow.getExpiresOn() != null
        && flow.getExpiresOn().isBefore(today);
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    LocalDate today = context.policy().evaluationDate();
    // It permits nothing any more, and its date stays.
    return List.of(
        FlowEdit.fix(
            "Retire " + finding.elements().get(0).name(),
            true,
            finding.elements(),
            flow -> isExpired(flow, today),
            flow -> flow.setState(FlowState.RETIRED)));
  }
}
