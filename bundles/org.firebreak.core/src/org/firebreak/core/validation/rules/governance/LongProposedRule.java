package org.firebreak.core.validation.rules.governance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.FlowState;

/** Flows on which nobody decides. */
public final class LongProposedRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-505",
          RuleCategory.GOVERNANCE,
          "Proposed for too long",
          FindingSeverity.WARNING,
          "A proposed flow is permitted like an approved one unless exports are restricted to what"
              + " is approved, so an open decision is an open port. After "
              + Threshold.MAX_PROPOSED_AGE.standard()
              + " days (a parameter) somebody decides. Flows without the day of their proposal are"
              + " not judged.",
          "Flow test → db has been proposed since spring. Approve it with a ticket, or retire it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    int days = context.profile().limit(Threshold.MAX_PROPOSED_AGE);
    LocalDate earliest = context.policy().evaluationDate().minusDays(days);
    return FlowBatch.of(
            context.activeFlows(), flow -> isOlder(flow, earliest) ? Boolean.TRUE : null)
        .stream()
        .map(batch -> of(batch, days))
        .toList();
  }

  private static boolean isOlder(ActiveFlow flow, LocalDate earliest) {
    LocalDate proposed = flow.element().getProposedOn();
    return flow.element().getState() == FlowState.PROPOSED
        && proposed != null
        && proposed.isBefore(earliest);
  }

  private Finding of(FlowBatch<Boolean> batch, int days) {
    LocalDate oldest =
        batch.flows().stream()
            .map(flow -> flow.element().getProposedOn())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new Finding(
        INFO.id(),
        INFO.severity(),
        batch.elements(),
        batch.subject()
            + batch.has()
            + "been proposed since "
            + oldest
            + (batch.flows().size() == 1 ? "" : " or later")
            + ", for more than "
            + days
            + " days"
            + batch.names(),
        "Decide: approve it with its ticket, or retire it");
  }
}
