package org.firebreak.core.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.progress.Progress;
import org.firebreak.model.Design;

/** Checks designs by a list of rules and the limits of a profile. */
public final class Validator {
  private Validator() {}

  /**
   * Checks a design. It is only read.
   *
   * @param policy the compiled policy of the same design, as it is now
   * @param rules the rules, usually all that ship with the product
   * @param profile limits, and rules to leave out
   * @return the findings; the same input gives the same result
   */
  public static ValidationResult validate(
      Design design,
      CompiledPolicy policy,
      List<ValidationRule> rules,
      ValidationProfile profile,
      Progress progress) {
    List<ValidationRule> enabled =
        rules.stream().filter(rule -> !profile.disabled().contains(rule.info().id())).toList();
    ValidationContext context = ValidationContext.of(design, policy, profile, progress);
    List<Finding> findings = new ArrayList<>();
    progress.begin("Validating", enabled.size());
    for (ValidationRule rule : enabled) {
      progress.check();
      for (Finding finding : rule.check(context)) {
        findings.add(
            finding.withSeverity(
                profile.severities().getOrDefault(finding.rule(), finding.severity())));
      }
      progress.worked(1);
    }
    // The sort is stable: within a severity, rules and design keep their order.
    findings.sort(Comparator.comparing(Finding::severity));
    Acceptances acceptances = new Acceptances(design, policy.evaluationDate());
    List<Finding> open = new ArrayList<>();
    List<Acceptance> accepted = new ArrayList<>();
    for (Finding finding : findings) {
      acceptances.of(finding).ifPresentOrElse(accepted::add, () -> open.add(finding));
    }
    return new ValidationResult(
        policy.design(),
        policy.revision(),
        policy.evaluationDate(),
        policy.options().approvedOnly(),
        policy.strategyChoice(),
        profile.name(),
        open,
        accepted);
  }
}
