package org.firebreak.core.validation.rules.missing;

import java.util.List;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows without a client or a server end. */
public final class FlowWithoutEndRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-007",
          RuleCategory.COMPLETENESS,
          "Flow without end",
          FindingSeverity.ERROR,
          "A flow leads from who opens the connection to who accepts it. Without one of them it"
              + " permits nothing.",
          "The group at which a flow ended was deleted. Give the flow its new server end, or"
              + " retire it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    return context.notes(PolicyNote.Code.FLOW_WITHOUT_END).stream()
        .map(
            note ->
                new Finding(
                    INFO.id(),
                    INFO.severity(),
                    note.elements(),
                    note.message(),
                    "Set both ends, or retire the flow"))
        .toList();
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return RetireFix.of(finding);
  }
}
