package org.firebreak.core.validation.rules.governance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows whose review is overdue. */
public final class OverdueReviewRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-507",
          RuleCategory.GOVERNANCE,
          "Review overdue",
          FindingSeverity.WARNING,
          "The day on which the flow should have been looked at again lies before the evaluation"
              + " date. It is still permitted, and nobody has confirmed that it is still needed.",
          "Flow app → mail was to be reviewed in March. Ask its owner, then set the next review or"
              + " retire it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    LocalDate today = context.policy().evaluationDate();
    return FlowBatch.of(context.activeFlows(), flow -> isOverdue(flow, today) ? Boolean.TRUE : null)
        .stream()
        .map(this::of)
        .toList();
  }

  private static boolean isOverdue(ActiveFlow flow, LocalDate today) {
    LocalDate review = flow.element().getReviewOn();
    return review != null && review.isBefore(today);
  }

  private Finding of(FlowBatch<Boolean> batch) {
    LocalDate oldest =
        batch.flows().stream()
            .map(flow -> flow.element().getReviewOn())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    boolean one = batch.flows().size() == 1;
    return new Finding(
        INFO.id(),
        INFO.severity(),
        batch.elements(),
        batch.subject()
            + (one ? " was to be reviewed on " : " were to be reviewed, the first on ")
            + oldest
            + batch.names(),
        "Ask the owner whether it is still needed; set the next review, or retire it");
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    LocalDate today = context.policy().evaluationDate();
    LocalDate next = today.plusDays(MissingReviewRule.DAYS_TO_REVIEW);
    return List.of(
        FlowEdit.fix(
            "Still needed: set the next review to " + next,
            false,
            finding.elements(),
            flow -> flow.getReviewOn() != null && flow.getReviewOn().isBefore(today),
            flow -> flow.setReviewOn(next)));
  }
}
