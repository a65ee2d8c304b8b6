package org.firebreak.ui.problems;

import java.util.Comparator;
import org.firebreak.ui.findings.Problem;

/** What a row of the problems view says, column by column. */
enum ProblemColumn {
  SEVERITY("", "Severity", 0, 30),
  RULE("Rule", "Rule", 24, 120),
  FINDING("Finding", "What was found", 48, 180),
  ELEMENT("Element", "What it was found at", 18, 100),
  ZONE("Zone", "Where that is", 12, 76),
  TENANT("Tenant", "Whose that is", 8, 60);

  private final String title;
  private final String hint;
  private final int weight;
  private final int width;

  ProblemColumn(String title, String hint, int weight, int width) {
    this.title = title;
    this.hint = hint;
    this.weight = weight;
    this.width = width;
  }

  String title() {
    return title;
  }

  String hint() {
    return hint;
  }

  /** Share of the width that is left; 0 for a column that does not grow. */
  int weight() {
    return weight;
  }

  /** Least width, px. */
  int width() {
    return width;
  }

  String text(Problem problem) {
    return switch (this) {
      case SEVERITY -> "";
      case RULE -> problem.ruleTitle();
      case FINDING -> problem.finding().message();
      case ELEMENT -> problem.elements();
      case ZONE -> problem.zone();
      case TENANT -> problem.tenant();
    };
  }

  /** Orders problems by the column; those that it does not tell apart keep their order. */
  Comparator<Problem> order() {
    return this == SEVERITY
        ? Comparator.comparing(Problem::severity)
        : Comparator.comparing(this::text, String.CASE_INSENSITIVE_ORDER);
  }
}
