package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FlowWords;
import org.firebreak.core.validation.facts.Words;

/** Flows whose inspection and logging never take effect. */
public final class ShadowedFlowRule implements ValidationRule {
  private static final int NAMED = 4;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-303",
          RuleCategory.REDUNDANCY,
          "Shadowed flow",
          FindingSeverity.WARNING,
          "Where several flows permit a connection, the first of them decides how it is inspected"
              + " and whether it is logged. Here earlier flows decide every connection that the"
              + " flow permits, and some of them otherwise than the flow says: its inspection or"
              + " its logging never takes effect, although the design shows it. A flow that others"
              + " make needless altogether is reported as a duplicate or as covered instead.",
          "Flow web → db is to be logged. Before it stand web1 → db and web2 → db, which are not"
              + " logged, and web1 and web2 are all servers of web: nothing is logged. Log those"
              + " two, or retire them.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (TreatmentConflicts.Conflict conflict : TreatmentConflicts.of(context).all()) {
      if (conflict.wholly()) {
        findings.add(of(conflict));
      }
    }
    return findings;
  }

  private Finding of(TreatmentConflicts.Conflict conflict) {
    List<ElementRef> deciding = conflict.deciding().stream().map(ActiveFlow::ref).toList();
    return finding(
        "Inspection and logging of flow "
            + conflict.flow().name()
            + " ("
            + FlowWords.treatment(conflict.flow())
            + ") never take effect, because earlier flows decide all that it permits, and "
            + Words.list(deciding, NAMED)
            + " ("
            + FlowWords.treatment(conflict.deciding().get(0))
            + ") otherwise, for example "
            + conflict.example(),
        "Treat all of them alike, or retire the earlier ones",
        RedundancyFacts.elements(conflict.flow(), conflict.deciding()));
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ActiveFlow flow = RedundancyFacts.flow(context, finding.elements().get(0));
    return FlowFixes.align(flow, RedundancyFacts.others(context, finding));
  }
}
