package org.firebreak.ui.compare;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.core.diff.ElementChange;

/** The differences of two designs as rows. */
final class DesignRows {
  private DesignRows() {}

  static List<Row> of(DesignDifference difference) {
    List<Row> rows = new ArrayList<>();
    add(rows, "Added", "added", difference.added(), true);
    add(rows, "Removed", "removed", difference.removed(), false);
    add(rows, "Changed", "changed", difference.changed(), true);
    return rows;
  }

  private static void add(
      List<Row> rows, String title, String icon, List<ElementChange> changes, boolean present) {
    if (!changes.isEmpty()) {
      rows.add(
          Row.heading(
              title + " (" + changes.size() + ")",
              icon,
              changes.stream().map(each -> row(each, present)).toList()));
    }
  }

  private static Row row(ElementChange change, boolean present) {
    String id = present ? change.id() : null;
    return new Row(
        change.kind() + " " + change.label(),
        null,
        "",
        "",
        id,
        change.values().stream()
            .map(
                value ->
                    new Row(value.attribute(), null, value.before(), value.after(), id, List.of()))
            .toList());
  }
}
