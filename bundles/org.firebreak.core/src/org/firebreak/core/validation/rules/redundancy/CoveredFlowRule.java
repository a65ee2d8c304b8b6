package org.firebreak.core.validation.rules.redundancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.firebreak.core.coverage.Redundancy;
import org.firebreak.core.policy.ElementRef;
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
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.FlowState;

/** Flows that permit nothing which others do not permit as well, alone or together. */
public final class CoveredFlowRule implements ValidationRule {
  private static final int NAMED = 4;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-302",
          RuleCategory.REDUNDANCY,
          "Covered flow",
          FindingSeverity.WARNING,
          "Every connection that the flow permits is also permitted by another, wider one, or by"
              + " several others together, none of which could be left out. Retiring it closes"
              + " nothing; often the wider one is what should go. All flows reported here may be"
              + " retired at once. It is information only if the flow has a purpose all the same:"
              + " it stands first and is inspected or logged differently, or another is only"
              + " proposed or expires earlier. Ends are compared by servers and by addresses, in"
              + " the routing domain of every tenant; a server without address counts as contained"
              + " in its group.",
          "Flow web → db permits tcp/5432-5433. Flow Front zone → Data zone permits tcp/5432, and a"
              + " third one from web to db permits tcp/5433: together they permit the same. Retire"
              + " the one between the zones and keep web → db.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    RedundancyFacts facts = RedundancyFacts.of(context);
    for (Redundancy.Covered covered : facts.redundancy().covered()) {
      List<ActiveFlow> covers = context.active(covered.by());
      List<PolicyFlow> instead =
          covers.size() == 1 ? facts.inPlaceOf(covered.by().get(0)) : List.of();
      findings.add(of(context.active(covered.flow()), covers, context.active(instead)));
    }
    return findings;
  }

  /**
   * @param instead flows that make the only cover needless too
   */
  private Finding of(ActiveFlow flow, List<ActiveFlow> covers, List<ActiveFlow> instead) {
    boolean exception = isException(flow, covers);
    boolean onlyProposed = isOnlyProposed(flow, covers);
    Optional<LocalDate> end = earlierEnd(flow, covers);
    boolean one = covers.size() == 1;
    Finding finding =
        finding(
            "Flow "
                + flow.name()
                + " ("
                + FlowWords.services(flow)
                + ") permits nothing that "
                + (one
                    ? "flow "
                        + covers.get(0).name()
                        + " ("
                        + FlowWords.services(covers.get(0))
                        + ") does not permit"
                        + FlowWords.differences(flow, covers.get(0))
                    : "flows "
                        + names(covers)
                        + " together do not permit"
                        + differing(flow, covers))
                + (onlyProposed ? "; " + latter(one) + " only proposed" : "")
                + end.map(date -> "; " + (one ? "the latter" : "one") + " expires on " + date)
                    .orElse(""),
            exception
                ? "Nothing, if the different treatment is meant; else retire one of the two"
                : mend(covers, instead),
            RedundancyFacts.elements(flow, covers));
    return exception || onlyProposed || end.isPresent()
        ? finding.withSeverity(FindingSeverity.INFO)
        : finding;
  }

  private static String mend(List<ActiveFlow> covers, List<ActiveFlow> instead) {
    if (covers.size() > 1) {
      return "Retire this flow, or what it makes needless of the others";
    }
    return instead.isEmpty()
        ? "Retire the wider flow if it is too wide, else this one"
        : "Retire the wider flow, as "
            + names(instead)
            + " together permit all that it does, or else this one";
  }

  private static String latter(boolean one) {
    return one ? "the latter is" : "one of them is";
  }

  private static String names(List<ActiveFlow> flows) {
    List<ElementRef> refs = flows.stream().map(ActiveFlow::ref).toList();
    return Words.list(refs, NAMED);
  }

  private static String differing(ActiveFlow flow, List<ActiveFlow> covers) {
    List<ActiveFlow> different =
        covers.stream().filter(cover -> !FlowWords.treatAlike(flow, cover)).toList();
    return different.isEmpty()
        ? ""
        : "; inspection or logging differs from " + names(different) + ", and the earlier decides";
  }

  private static boolean isException(ActiveFlow flow, List<ActiveFlow> covers) {
    return covers.stream()
        .anyMatch(
            cover ->
                !FlowWords.treatAlike(flow, cover)
                    && flow.policy().index() < cover.policy().index());
  }

  private static boolean isOnlyProposed(ActiveFlow flow, List<ActiveFlow> covers) {
    return flow.policy().state() == FlowState.APPROVED
        && covers.stream().anyMatch(cover -> cover.policy().state() == FlowState.PROPOSED);
  }

  /** The first day on which one of the others expires, if that is before the flow does. */
  private static Optional<LocalDate> earlierEnd(ActiveFlow flow, List<ActiveFlow> covers) {
    LocalDate own = flow.element().getExpiresOn();
    return covers.stream()
        .map(cover -> cover.element().getExpiresOn())
        .filter(Objects::nonNull)
        .filter(end -> own == null || end.isBefore(own))
        .min(Comparator.naturalOrder());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ActiveFlow flow = RedundancyFacts.flow(context, finding.elements().get(0));
    List<ActiveFlow> covers = RedundancyFacts.others(context, finding);
    boolean safe =
        !isOnlyProposed(flow, covers)
            && earlierEnd(flow, covers).isEmpty()
            && FlowFixes.keepsTreatment(context, flow);
    return List.of(FlowFixes.retire(flow, covers, safe));
  }
}
