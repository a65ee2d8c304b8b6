package org.firebreak.cli.findings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationResult;

/**
 * The findings of an earlier validation, by which one knows what is new.
 *
 * @param file where they come from
 * @param fingerprints what was open then; what was accepted counts as new once it is open again
 */
public record Baseline(String file, Set<String> fingerprints) {
  /**
   * What became of them.
   *
   * @param file the baseline
   * @param fresh findings that it does not have
   * @param unchanged those that it has
   * @param gone findings of the baseline that are no longer open
   */
  public record Comparison(String file, int fresh, int unchanged, int gone) {
    /** {@code Against old.json: 2 new, 5 unchanged, 1 gone}. */
    public String summary() {
      return "against "
          + file
          + ": "
          + fresh
          + " new, "
          + unchanged
          + " unchanged, "
          + gone
          + " gone";
    }
  }

  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  /** The result with new findings only. */
  ValidationResult fresh(ValidationResult result) {
    List<Finding> fresh = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (!fingerprints.contains(Fingerprints.of(finding))) {
        fresh.add(finding);
      }
    }
    List<Acceptance> accepted = result.accepted();
    return new ValidationResult(
        result.design(),
        result.revision(),
        result.evaluationDate(),
        result.approvedOnly(),
        result.strategyChoice(),
        result.profile(),
        fresh,
        accepted);
  }

  Comparison compare(ValidationResult result) {
    Set<String> now = new HashSet<>();
    int unchanged = 0;
    for (Finding finding : result.findings()) {
      String fingerprint = Fingerprints.of(finding);
      now.add(fingerprint);
      unchanged += fingerprints.contains(fingerprint) ? 1 : 0;
    }
    int gone = (int) fingerprints.stream().filter(each -> !now.contains(each)).count();
    return new Comparison(file, result.findings().size() - unchanged, unchanged, gone);
  }
}
