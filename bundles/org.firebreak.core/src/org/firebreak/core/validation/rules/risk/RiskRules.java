package org.firebreak.core.validation.rules.risk;

import java.util.List;
import org.firebreak.core.validation.ValidationRule;

/** The rules of this kind. A new rule is a class and a line here. */
public final class RiskRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new ClearTextAdministrationRule(),
          new CrossTenantFlowRule(),
          new ClearTextCredentialsRule(),
          new AdministrationSourceRule(),
          new DatabaseTierRule(),
          new EnvironmentRule(),
          new InternetToDataRule(),
          new SilencedTripwireRule(),
          new DeadTripwireRule(),
          new MicroLeftOutRule(),
          new MicroUnenforcedRule(),
          new QuarantinedServerRule(),
          new MissingResponderRule());

  private RiskRules() {}

  public static List<ValidationRule> all() {
    return ALL;
  }
}
