package org.firebreak.core.validation.rules.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Approved flows that nobody will look at again. */
public final class MissingReviewRule implements ValidationRule {
  /** A year, the longest time between reviews that audit standards usually accept. */
  static final int DAYS_TO_REVIEW = 365;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-506",
          RuleCategory.GOVERNANCE,
          "Approved flow without review date",
          FindingSeverity.INFO,
          "Rules outlive the applications for which they were opened. A flow with a day for its"
              + " next review, or with a last day, is looked at again; one with neither stays open"
              + " for good. Flows without are one finding for each owner, or each pair of zones; if"
              + " no approved flow has one, one for the design.",
          "Flow app → mail was approved three years ago, without a date. Set its next review.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Optional<Finding> none =
        ApprovedFlows.noneHas(
            context,
            flow -> flow.getReviewOn() != null || flow.getExpiresOn() != null,
            count ->
                finding(
                    "None of the " + count + " approved flows has a day for its review",
                    "Set when each is looked at again",
                    context.ref(context.design())));
    return none.map(List::of)
        .orElseGet(
            () ->
                FlowBatch.of(
                        ApprovedFlows.of(context), flow -> isUnlimited(flow) ? Boolean.TRUE : null)
                    .stream()
                    .map(this::of)
                    .toList());
  }

  private static boolean isUnlimited(ActiveFlow flow) {
    return flow.element().getReviewOn() == null && flow.element().getExpiresOn() == null;
  }

  private Finding of(FlowBatch<Boolean> batch) {
    return new Finding(
        INFO.id(),
        INFO.severity(),
        batch.elements(),
        batch.subject()
            + batch.has()
            + "neither a day for the review nor a last day"
            + batch.names(),
        "Set when it is looked at again");
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    LocalDate review = context.policy().evaluationDate().plusDays(DAYS_TO_REVIEW);
    List<ElementRef> flows =
        finding.elements().get(0).type().equals("Flow")
            ? finding.elements()
            : ApprovedFlows.of(context).stream().map(ActiveFlow::ref).toList();
    return List.of(
        FlowEdit.fix(
            "Set the review to " + review,
            false,
            flows,
            flow -> flow.getReviewOn() == null && flow.getExpiresOn() == null,
            flow -> flow.setReviewOn(review)));
  }
}
