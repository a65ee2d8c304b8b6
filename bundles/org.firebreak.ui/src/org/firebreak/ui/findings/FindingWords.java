package org.firebreak.ui.findings;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;

/** Findings as lines of a tooltip. */
public final class FindingWords {
  private static final int MOST = 5;
  private static final int LINE = 76;

  private FindingWords() {}

  /** The first five, each with rule and message, then how many more there are. */
  public static List<String> lines(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      lines.add(word(finding.severity()) + ": " + Problem.ruleTitle(finding.rule()));
      wrap(finding.message(), lines);
    }
    if (findings.size() > MOST) {
      lines.add("+" + (findings.size() - MOST) + " more");
    }
    return lines;
  }

  /** {@code Error: …} with the message of the finding. */
  static String line(Finding finding) {
    return word(finding.severity()) + ": " + finding.message();
  }

  /** {@code Error}, {@code Warning}, {@code Hint}. */
  public static String word(FindingSeverity severity) {
    return switch (severity) {
      case ERROR -> "Error";
      case WARNING -> "Warning";
      case INFO -> "Hint";
    };
  }

  private static void wrap(String text, List<String> lines) {
    StringBuilder line = new StringBuilder("    ");
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > LINE) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder("    ");
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }
}
