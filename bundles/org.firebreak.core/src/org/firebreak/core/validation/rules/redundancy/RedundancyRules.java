package org.firebreak.core.validation.rules.redundancy;

import java.util.List;
import org.firebreak.core.validation.ValidationRule;

/** The rules of this kind. A new rule is a class and a line here. */
public final class RedundancyRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new DuplicateFlowRule(),
          new CoveredFlowRule(),
          new ShadowedFlowRule(),
          new ConflictingTreatmentRule(),
          new FlowWithoutEffectRule(),
          new DuplicateServiceRule(),
          new UnusedServiceRule(),
          new UnreachableEndpointRule());

  private RedundancyRules() {}

  public static List<ValidationRule> all() {
    return ALL;
  }
}
