package org.firebreak.core.validation;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.StrategyKind;

/**
 * The findings in a design, and what they depend on.
 *
 * @param design the design
 * @param revision its version as its authors count it; {@code null} if they do not
 * @param evaluationDate day on which expiry was judged
 * @param approvedOnly whether proposed flows were left out
 * @param strategy the strategy in force
 * @param findings worst severity first, then by rule, then in the order of the design
 */
public record ValidationResult(
    ElementRef design,
    String revision,
    LocalDate evaluationDate,
    boolean approvedOnly,
    StrategyKind strategy,
    List<Finding> findings) {
  public ValidationResult {
    findings = List.copyOf(findings);
  }

  /** The findings of one severity, in order. */
  public List<Finding> findings(FindingSeverity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** Whether anything is as bad as the severity, or worse. */
  public boolean reaches(FindingSeverity severity) {
    return findings.stream().anyMatch(finding -> finding.severity().isAtLeast(severity));
  }
}
