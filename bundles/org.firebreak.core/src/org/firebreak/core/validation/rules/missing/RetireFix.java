package org.firebreak.core.validation.rules.missing;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;

/** Retires a flow that permits nothing. It stays in the design, as a record. */
final class RetireFix {
  private RetireFix() {}

  /** For the flow that a finding names first. */
  static List<Fix> of(Finding finding) {
    ElementRef flow = finding.elements().get(0);
    return List.of(
        new Fix(
            "Retire " + flow.name(),
            false,
            elements -> {
              Flow element = elements.get(Flow.class, flow.id());
              if (element.getState() == FlowState.RETIRED) {
                throw new OutdatedFixException("the flow is retired already");
              }
              element.setState(FlowState.RETIRED);
            }));
  }
}
