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

/** Flows that overlap in part and treat the common connections differently. */
public final class ConflictingTreatmentRule implements ValidationRule {
  private static final int NAMED = 4;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-304",
          RuleCategory.REDUNDANCY,
          "Conflicting inspection or logging",
          FindingSeverity.INFO,
          "Two flows permit some of the same connections, each others besides, and say different"
              + " things about their inspection or logging. The one that stands first decides,"
              + " which is a matter of the order of the list and seldom of intent. A narrower flow"
              + " before a wider one is not reported: that is how exceptions are made.",
          "Flow Front zone → db (any server, logged) and flow web → Data zone (not logged) both"
              + " permit web → db tcp/5432; whether it is logged depends on their order. Log"
              + " both.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (TreatmentConflicts.Conflict conflict : TreatmentConflicts.of(context).all()) {
      if (!conflict.wholly()) {
        findings.add(of(conflict));
      }
    }
    return findings;
  }

  private Finding of(TreatmentConflicts.Conflict conflict) {
    ActiveFlow flow = conflict.flow();
    List<ElementRef> deciding = conflict.deciding().stream().map(ActiveFlow::ref).toList();
    return finding(
        "Flow "
            + flow.name()
            + " ("
            + FlowWords.treatment(flow)
            + ") and "
            + (deciding.size() == 1 ? "flow " : "flows ")
            + Words.list(deciding, NAMED)
            + " ("
            + FlowWords.treatment(conflict.deciding().get(0))
            + ") treat connections that they both permit differently, for example "
            + conflict.example()
            + "; "
            + conflict.deciding().get(0).name()
            + " decides that, as it stands first",
        "Treat them alike, or draw the flows so that they do not overlap",
        RedundancyFacts.elements(flow, conflict.deciding()));
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ActiveFlow flow = RedundancyFacts.flow(context, finding.elements().get(0));
    return FlowFixes.align(flow, RedundancyFacts.others(context, finding));
  }
}
