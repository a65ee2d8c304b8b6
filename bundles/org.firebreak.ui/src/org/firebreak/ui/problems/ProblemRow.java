package org.firebreak.ui.problems;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.ui.findings.Problem;

/** A row of the list: a heading, or a problem. */
sealed interface ProblemRow {

  /**
   * A heading over problems.
   *
   * @param title words of the heading
   * @param worst the worst severity below it
   * @param count problems below it, also if they are hidden
   * @param collapsed whether they are hidden
   */
  record Heading(String title, FindingSeverity worst, int count, boolean collapsed)
      implements ProblemRow {}

  /** A problem. */
  record Entry(Problem problem) implements ProblemRow {}

  /** The rows for problems. Without a display: any thread may ask. */
  static List<ProblemRow> of(List<Problem> problems, Shown shown) {
    String[] words = shown.words().toLowerCase(Locale.ROOT).strip().split("\\s+");
    List<Problem> matching = new ArrayList<>();
    for (Problem problem : problems) {
      if ((shown.accepted() || !problem.isAccepted())
          && shown.severities().contains(problem.severity())
          && matches(problem, words)) {
        matching.add(problem);
      }
    }
    if (shown.sort() != null) {
      Comparator<Problem> order = shown.sort().order();
      matching.sort(shown.descending() ? order.reversed() : order);
    }
    if (shown.grouping() == Grouping.NONE) {
      return matching.stream().<ProblemRow>map(Entry::new).toList();
    }
    Map<String, List<Problem>> groups = new LinkedHashMap<>();
    matching.forEach(
        each ->
            groups
                .computeIfAbsent(shown.grouping().heading(each), key -> new ArrayList<>())
                .add(each));
    List<ProblemRow> rows = new ArrayList<>();
    groups.forEach(
        (title, members) -> {
          boolean collapsed = shown.collapsed().contains(title);
          FindingSeverity worst =
              members.stream().map(Problem::severity).min(Comparator.naturalOrder()).orElseThrow();
          rows.add(new Heading(title, worst, members.size(), collapsed));
          if (!collapsed) {
            members.forEach(each -> rows.add(new Entry(each)));
          }
        });
    return rows;
  }

  private static boolean matches(Problem problem, String[] words) {
    if (words.length == 1 && words[0].isEmpty()) {
      return true;
    }
    StringBuilder text = new StringBuilder(problem.severity().label());
    for (ProblemColumn column : ProblemColumn.values()) {
      text.append(' ').append(column.text(problem));
    }
    String all = text.toString().toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
