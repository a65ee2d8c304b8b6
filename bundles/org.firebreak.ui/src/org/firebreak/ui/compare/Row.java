package org.firebreak.ui.compare;

import java.util.List;

/**
 * A row of the tree of differences.
 *
 * @param icon key of its picture; {@code null} for none
 * @param before what it was; empty if there are no words for it
 * @param after what it is
 * @param element id of the element to which it leads; {@code null} if to none
 */
record Row(
    String text, String icon, String before, String after, String element, List<Row> children) {
  Row {
    children = List.copyOf(children);
  }

  /** A row that only holds others. */
  static Row heading(String text, String icon, List<Row> children) {
    return new Row(text, icon, "", "", null, children);
  }
}
