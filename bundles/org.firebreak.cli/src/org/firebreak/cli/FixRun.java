package org.firebreak.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.core.validation.rules.ValidationRules;

/**
 * Fixes the findings of a design, round by round: the fixes of a round come from one validation,
 * and one that an earlier fix has outdated is computed anew in the next.
 */
final class FixRun {
  private static final int MOST_ROUNDS = 10;

  /** A fix that was applied. */
  record Applied(Finding finding, Fix fix) {}

  /**
   * What came of it.
   *
   * @param applied fixes in their order
   * @param before findings before the first
   * @param after findings after the last
   */
  record Outcome(List<Applied> applied, ValidationResult before, ValidationResult after) {
    /** Findings that are no longer open. */
    List<Finding> gone() {
      return missing(before, after);
    }

    /** Findings that were not open before. */
    List<Finding> fresh() {
      return missing(after, before);
    }

    private static List<Finding> missing(ValidationResult from, ValidationResult in) {
      Set<String> known = new HashSet<>();
      in.findings().forEach(finding -> known.add(finding.fingerprint()));
      return from.findings().stream()
          .filter(finding -> !known.contains(finding.fingerprint()))
          .toList();
    }
  }

  private final ModelEdit edit;
  private final CompileOptions options;
  private final ValidationProfile profile;
  private final Progress progress;
  private final List<Applied> applied = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();
  private CompiledPolicy policy;

  FixRun(ModelEdit edit, CompileOptions options, ValidationProfile profile, Progress progress) {
    this.edit = edit;
    this.options = options;
    this.profile = profile;
    this.progress = progress;
  }

  /**
   * Applies what there is.
   *
   * @param wanted findings to fix
   * @param unsafe whether fixes may change what is permitted
   */
  Outcome run(Predicate<Finding> wanted, boolean unsafe) {
    ValidationResult before = validate();
    ValidationResult now = before;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Map<Finding, Fix> fixes = fixes(now, wanted, unsafe);
      if (!apply(fixes)) {
        break;
      }
      now = validate();
    }
    return new Outcome(applied, before, now);
  }

  private ValidationResult validate() {
    policy = PolicyCompiler.compile(edit.design(), options);
    return ValidationRules.validate(edit.design(), policy, profile, progress);
  }

  private Map<Finding, Fix> fixes(
      ValidationResult result, Predicate<Finding> wanted, boolean unsafe) {
    ValidationContext context = ValidationContext.of(edit.design(), policy, profile);
    Map<Finding, Fix> fixes = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      if (wanted.test(finding)) {
        Optional<Fix> best =
            Fixes.of(finding, context).stream().filter(fix -> unsafe || fix.safe()).findFirst();
        best.ifPresent(fix -> fixes.put(finding, fix));
      }
    }
    return fixes;
  }

  /** Whether one could be applied; none is applied to the same finding twice. */
  private boolean apply(Map<Finding, Fix> fixes) {
    int before = applied.size();
    fixes.forEach(
        (finding, fix) -> {
          if (tried.contains(finding.fingerprint())) {
            return;
          }
          try {
            Fixes.apply(edit, fix);
            tried.add(finding.fingerprint());
            applied.add(new Applied(finding, fix));
          } catch (OutdatedFixException e) {
            // An earlier fix has changed its elements; the next round computes it anew.
          }
        });
    return applied.size() > before;
  }
}
