package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FlowWords;

/** Flows that permit exactly what an earlier one permits. */
public final class DuplicateFlowRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-301",
          RuleCategory.REDUNDANCY,
          "Duplicate flow",
          FindingSeverity.WARNING,
          "Two flows with the same ends and the same services. When one of them is retired, the"
              + " other keeps the connection open, and nobody notices. Ends count as the same if"
              + " they hold the same servers or addresses, services if they cover the same"
              + " ports.",
          "Two rows of a port matrix permit app → db tcp/5432, one under the name postgresql. Keep"
              + " the one with the owner and the ticket.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (List<PolicyFlow> same : RedundancyFacts.of(context).redundancy().duplicates()) {
      List<ActiveFlow> flows = context.active(same);
      ActiveFlow first = flows.get(0);
      for (ActiveFlow later : flows.subList(1, flows.size())) {
        findings.add(
            finding(
                "Flow "
                    + later.name()
                    + " permits exactly what "
                    + (later.name().equals(first.name())
                        ? "another of that name"
                        : "flow " + first.name())
                    + " permits ("
                    + FlowWords.services(first)
                    + ")"
                    + FlowWords.differences(later, first),
                "Keep one of the two, with the owner and the estimates of both",
                later.ref(),
                first.ref()));
      }
    }
    return findings;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ActiveFlow later = RedundancyFacts.flow(context, finding.elements().get(0));
    ActiveFlow first = RedundancyFacts.flow(context, finding.elements().get(1));
    return List.of(FlowMerge.fix(first, later));
  }
}
