package org.firebreak.ui.tables;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.findings.FindingWords;
import org.firebreak.ui.findings.Findings;

/** The worst finding on every element, in words. */
final class WorstFindings {

  private WorstFindings() {}

  /** {@code Error: …} by the id of the element; empty while nothing is validated. */
  static Map<String, String> of(DesignDocument document, IWorkbenchWindow window) {
    Map<String, String> worst = new HashMap<>();
    ValidationResult result = Findings.in(window).of(document).orElse(null);
    if (result == null) {
      return worst;
    }
    for (FindingSeverity severity : FindingSeverity.values()) {
      for (Finding finding : result.findings()) {
        if (finding.severity() == severity) {
          for (ElementRef element : finding.elements()) {
            worst.putIfAbsent(element.id(), words(finding));
          }
        }
      }
    }
    return worst;
  }

  private static String words(Finding finding) {
    return FindingWords.word(finding.severity()) + ": " + finding.message();
  }
}
