package org.firebreak.core.validation.rules.governance;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows whose last day is near. */
public final class ExpiringFlowRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-502",
          RuleCategory.GOVERNANCE,
          "Flow expires soon",
          FindingSeverity.INFO,
          "The flow is permitted for at most "
              + Threshold.EXPIRY_NOTICE.standard()
              + " more days (a parameter). Its owner has time to say whether it is still needed,"
              + " before something stops working.",
          "Flow partner → api expires in two weeks. Ask its owner.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    LocalDate horizon =
        context
            .policy()
            .evaluationDate()
            .plusDays(context.profile().limit(Threshold.EXPIRY_NOTICE));
    return context.activeFlows().stream()
        .filter(flow -> expiresBy(flow, horizon))
        .map(
            flow ->
                finding(
                    "Flow " + flow.name() + " expires on " + flow.element().getExpiresOn(),
                    "Ask its owner whether it is still needed, then extend or retire it",
                    flow.ref()))
        .toList();
  }

  private static boolean expiresBy(ActiveFlow flow, LocalDate horizon) {
    LocalDate expiry = flow.element().getExpiresOn();
    return expiry != null && !expiry.isAfter(horizon);
  }
}
