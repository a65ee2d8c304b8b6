package org.firebreak.ui.problems;

import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;

/** What a row of the problems view says, column by column. */
enum FindingColumn {
  SEVERITY("", 0, 28),
  RULE("Rule", 0, 72),
  FINDING("Finding", 60, 240),
  ELEMENT("Element", 15, 110),
  MEND("Mend", 25, 140);

  private final String title;
  private final int weight;
  private final int width;

  FindingColumn(String title, int weight, int width) {
    this.title = title;
    this.weight = weight;
    this.width = width;
  }

  String title() {
    return title;
  }

  /** Share of the width that is left; 0 for a column that does not grow. */
  int weight() {
    return weight;
  }

  /** Least width, px. */
  int width() {
    return width;
  }

  String text(Finding finding) {
    return switch (this) {
      case SEVERITY -> "";
      case RULE -> finding.rule();
      case FINDING -> finding.message();
      case ELEMENT -> elements(finding);
      case MEND -> finding.mend();
    };
  }

  private static String elements(Finding finding) {
    String names =
        finding.elements().stream()
            .limit(3)
            .map(ElementRef::name)
            .collect(Collectors.joining(", "));
    int more = finding.elements().size() - 3;
    return more > 0 ? names + " and " + more + " more" : names;
  }
}
