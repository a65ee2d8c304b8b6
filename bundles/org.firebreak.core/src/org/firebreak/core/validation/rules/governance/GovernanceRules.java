package org.firebreak.core.validation.rules.governance;

import java.util.List;
import org.firebreak.core.validation.ValidationRule;

/** The rules of this kind. A new rule is a class and a line here. */
public final class GovernanceRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new ExpiredFlowRule(),
          new ExpiringFlowRule(),
          new UnownedFlowRule(),
          new MissingTicketRule(),
          new LongProposedRule(),
          new MissingReviewRule(),
          new OverdueReviewRule(),
          new NamingRule(),
          new AcceptanceRule());

  private GovernanceRules() {}

  public static List<ValidationRule> all() {
    return ALL;
  }
}
