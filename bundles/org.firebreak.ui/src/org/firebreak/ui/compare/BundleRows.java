package org.firebreak.ui.compare;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.compare.Change;
import org.firebreak.exports.compare.FileDifference;
import org.firebreak.exports.compare.LineDifference;
import org.firebreak.exports.compare.PlatformDifference;
import org.firebreak.exports.compare.RuleDifference;

/** The differences of two bundles as rows: platforms, files, rules and other lines. */
final class BundleRows {
  private BundleRows() {}

  static List<Row> of(BundleDifference difference) {
    return difference.platforms().stream().map(BundleRows::row).toList();
  }

  private static Row row(PlatformDifference platform) {
    List<Row> rows = new ArrayList<>();
    for (PlatformDifference.OptionDifference option : platform.options()) {
      rows.add(
          new Row(
              "Option " + option.key(),
              "changed",
              text(option.before()),
              text(option.after()),
              null,
              List.of()));
    }
    platform.files().forEach(file -> rows.add(row(file)));
    return Row.heading(platform.title(), "enforcement", rows);
  }

  private static Row row(FileDifference file) {
    List<Row> rows = new ArrayList<>();
    file.rules().forEach(rule -> rows.add(row(rule)));
    file.lines().forEach(line -> rows.add(row(line)));
    return Row.heading(file.path(), icon(file.change()), rows);
  }

  private static Row row(RuleDifference rule) {
    String flow = rule.origins().isEmpty() ? "" : " " + rule.origins().get(0).name();
    return new Row(
        "Rule " + rule.id() + flow + (rule.change() == Change.MOVED ? " (moved)" : ""),
        icon(rule.change()),
        oneLine(rule.before()),
        oneLine(rule.after()),
        rule.origins().isEmpty() ? null : rule.origins().get(0).id(),
        List.of());
  }

  private static Row row(LineDifference line) {
    boolean added = line.change() == Change.ADDED;
    return new Row(
        line.context().isEmpty() ? "Line" : oneLine(line.context()),
        icon(line.change()),
        added ? "" : line.text(),
        added ? line.text() : "",
        null,
        List.of());
  }

  private static String icon(Change change) {
    return switch (change) {
      case ADDED -> "added";
      case REMOVED -> "removed";
      case CHANGED, MOVED -> "changed";
    };
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
