package org.firebreak.core.validation;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.model.StrategyKind;

/**
 * The findings in a design, and what they depend on.
 *
 * @param design the design
 * @param revision its version as its authors count it; {@code null} if they do not
 * @param evaluationDate day on which expiry was judged
 * @param approvedOnly whether proposed flows were left out
 * @param strategyChoice the strategy in force
 * @param profile name of the profile that judged
 * @param findings what is open: worst severity first, then by rule, then in the order of the design
 * @param accepted what somebody has accepted, in the same order
 */
public record ValidationResult(
    ElementRef design,
    String revision,
    LocalDate evaluationDate,
    boolean approvedOnly,
    StrategyChoice strategyChoice,
    String profile,
    List<Finding> findings,
    List<Acceptance> accepted) {
  public ValidationResult {
    findings = List.copyOf(findings);
    accepted = List.copyOf(accepted);
  }

  /** The kind of segmentation in force. */
  public StrategyKind strategy() {
    return strategyChoice.kind();
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
