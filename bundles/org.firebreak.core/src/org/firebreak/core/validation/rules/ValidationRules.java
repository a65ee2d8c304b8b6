package org.firebreak.core.validation.rules;

import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.Validator;
import org.firebreak.model.Design;

/** Every rule that ships with the product. A new rule is a class and a line here. */
public final class ValidationRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new ServerWithoutAddressRule(),
          new InvalidAddressRule(),
          new DuplicateAddressRule(),
          new GroupWithoutServersRule(),
          new ServerWithoutFlowRule(),
          new InvalidServiceRule(),
          new FlowWithoutEndRule(),
          new FlowWithoutServiceRule(),
          new FlowWithoutAddressRule(),
          new UnguardedServersRule(),
          new HiddenAddressRule(),
          new FlowOutsideDesignRule(),
          new AnyAddressRule(),
          new WholeZoneRule(),
          new AnyProtocolRule(),
          new AnyPortRule(),
          new WidePortRangeRule(),
          new ClearTextAdministrationRule(),
          new CrossTenantFlowRule(),
          new ExternalNetworkOverlapRule(),
          new DuplicateFlowRule(),
          new CoveredFlowRule(),
          new MicroGroupRule(),
          new ExpiredFlowRule(),
          new ExpiringFlowRule(),
          new UnownedFlowRule());

  private ValidationRules() {}

  /** All rules in the order of their identifiers. */
  public static List<ValidationRule> all() {
    return ALL;
  }

  /** Checks a design by all rules; see {@link Validator#validate}. */
  public static ValidationResult validate(
      Design design, CompiledPolicy policy, ValidationProfile profile, Progress progress) {
    return Validator.validate(design, policy, ALL, profile, progress);
  }

  /** The rule with an identifier, in any case. */
  public static Optional<ValidationRule> byId(String id) {
    return ALL.stream().filter(rule -> rule.info().id().equalsIgnoreCase(id)).findFirst();
  }
}
