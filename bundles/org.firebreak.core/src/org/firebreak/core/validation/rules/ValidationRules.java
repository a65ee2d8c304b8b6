package org.firebreak.core.validation.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.Validator;
import org.firebreak.core.validation.rules.breadth.BreadthRules;
import org.firebreak.core.validation.rules.governance.GovernanceRules;
import org.firebreak.core.validation.rules.identity.IdentityRules;
import org.firebreak.core.validation.rules.missing.MissingRules;
import org.firebreak.core.validation.rules.platform.PlatformRules;
import org.firebreak.core.validation.rules.redundancy.RedundancyRules;
import org.firebreak.core.validation.rules.risk.RiskRules;
import org.firebreak.core.validation.rules.throughput.ThroughputRules;
import org.firebreak.model.Design;

/** Every rule that ships with the product. */
public final class ValidationRules {
  private static final List<ValidationRule> ALL =
      Stream.of(
              MissingRules.all(),
              BreadthRules.all(),
              RiskRules.all(),
              RedundancyRules.all(),
              GovernanceRules.all(),
              IdentityRules.all(),
              ThroughputRules.all(),
              PlatformRules.all())
          .flatMap(List::stream)
          .sorted(Comparator.comparing((ValidationRule rule) -> rule.info().id()))
          .toList();

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
