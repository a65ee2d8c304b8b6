package org.firebreak.core.validation.rules.redundancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FlowWords;
import org.firebreak.model.FlowState;

/** Flows that permit nothing which another flow does not permit as well. */
public final class CoveredFlowRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-302",
          RuleCategory.REDUNDANCY,
          "Covered flow",
          FindingSeverity.WARNING,
          "Every connection that the flow permits is also permitted by another, wider one: its"
              + " client end, its server end and its services are all within those of the other."
              + " Retiring it closes nothing; often the wider one is what should go. It is"
              + " information only if the flow has a purpose all the same: it stands first and is"
              + " inspected or logged differently, or the wider one is only proposed or expires"
              + " earlier. An end covers what it contains; a server without address counts as"
              + " contained in its group.",
          "Flow web → db permits tcp/5432, and so does flow Front zone → Data zone. Retire the one"
              + " between the zones.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    Map<ActiveFlow, ActiveFlow> covers =
        context.shared(FlowCoverage.class, FlowCoverage::of).covers();
    covers.forEach((flow, cover) -> findings.add(of(flow, cover)));
    return findings;
  }

  private Finding of(ActiveFlow flow, ActiveFlow cover) {
    LocalDate end = cover.element().getExpiresOn();
    boolean exception =
        !FlowWords.treatAlike(flow, cover) && flow.policy().index() < cover.policy().index();
    boolean onlyProposed =
        flow.policy().state() == FlowState.APPROVED && cover.policy().state() == FlowState.PROPOSED;
    Finding finding =
        finding(
            "Flow "
                + flow.name()
                + " ("
                + FlowWords.services(flow)
                + ") permits nothing that flow "
                + cover.name()
                + " ("
                + FlowWords.services(cover)
                + ") does not permit"
                + FlowWords.differences(flow, cover)
                + (onlyProposed ? "; the latter is only proposed" : "")
                + (endsEarlier(flow, end) ? "; the latter expires on " + end : ""),
            exception
                ? "Nothing, if the different treatment is meant; else retire one of the two"
                : "Retire the wider flow if it is too wide, else this one",
            flow.ref(),
            cover.ref());
    return exception || onlyProposed || endsEarlier(flow, end)
        ? finding.withSeverity(FindingSeverity.INFO)
        : finding;
  }

  private static boolean endsEarlier(ActiveFlow flow, LocalDate end) {
    LocalDate own = flow.element().getExpiresOn();
    return end != null && (own == null || end.isBefore(own));
  }
}
