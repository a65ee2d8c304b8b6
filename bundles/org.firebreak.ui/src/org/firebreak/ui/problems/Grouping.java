package org.firebreak.ui.problems;

import java.util.Locale;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.ui.findings.Problem;

/** What puts problems under a common heading. */
enum Grouping {
  NONE("No Groups"),
  RULE("Group by Rule"),
  SEVERITY("Group by Severity");

  private final String label;

  Grouping(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The heading of a problem. */
  String heading(Problem problem) {
    return switch (this) {
      case NONE -> "";
      case RULE -> problem.ruleTitle();
      case SEVERITY -> plural(problem.severity());
    };
  }

  private static String plural(FindingSeverity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case INFO -> "Hints";
    };
  }

  static String name(FindingSeverity severity, long count) {
    String name = plural(severity).toLowerCase(Locale.ROOT);
    return count + " " + (count == 1 ? name.substring(0, name.length() - 1) : name);
  }
}
