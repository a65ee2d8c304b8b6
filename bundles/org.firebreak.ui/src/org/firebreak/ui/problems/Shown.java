package org.firebreak.ui.problems;

import java.util.EnumSet;
import java.util.Set;
import org.firebreak.core.validation.FindingSeverity;

/**
 * Which problems are listed, and how.
 *
 * @param words must all be contained in a row; lower case
 * @param severities which are listed
 * @param accepted whether accepted findings are listed too
 * @param grouping what makes headings
 * @param collapsed headings whose problems are hidden
 * @param sort column by which rows are ordered; {@code null} for the order of the validation
 * @param descending whether the order is turned round
 */
record Shown(
    String words,
    Set<FindingSeverity> severities,
    boolean accepted,
    Grouping grouping,
    Set<String> collapsed,
    ProblemColumn sort,
    boolean descending) {
  static final Shown ALL =
      new Shown(
          "", EnumSet.allOf(FindingSeverity.class), false, Grouping.NONE, Set.of(), null, false);

  Shown {
    severities = Set.copyOf(severities);
    collapsed = Set.copyOf(collapsed);
  }

  Shown withWords(String other) {
    return new Shown(other, severities, accepted, grouping, collapsed, sort, descending);
  }

  Shown withSeverities(Set<FindingSeverity> others) {
    return new Shown(words, others, accepted, grouping, collapsed, sort, descending);
  }

  Shown withAccepted(boolean shown) {
    return new Shown(words, severities, shown, grouping, collapsed, sort, descending);
  }

  Shown withGrouping(Grouping other) {
    return new Shown(words, severities, accepted, other, Set.of(), sort, descending);
  }

  Shown withCollapsed(Set<String> others) {
    return new Shown(words, severities, accepted, grouping, others, sort, descending);
  }

  Shown withSort(ProblemColumn column, boolean down) {
    return new Shown(words, severities, accepted, grouping, collapsed, column, down);
  }
}
