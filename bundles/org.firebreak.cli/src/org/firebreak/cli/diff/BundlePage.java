package org.firebreak.cli.diff;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.compare.Change;
import org.firebreak.exports.compare.FileDifference;
import org.firebreak.exports.compare.LineDifference;
import org.firebreak.exports.compare.PlatformDifference;
import org.firebreak.exports.compare.RuleDifference;
import org.firebreak.report.difference.DifferenceView;
import org.firebreak.report.difference.DifferenceView.Group;
import org.firebreak.report.difference.DifferenceView.Row;
import org.firebreak.report.difference.DifferenceView.Section;
import org.firebreak.report.difference.DifferenceView.Text;

/** The difference between two bundles as the content of a page. */
final class BundlePage {
  private BundlePage() {}

  static DifferenceView of(String before, String after, BundleDifference difference) {
    return new DifferenceView(
        "policy bundles",
        before,
        after,
        difference.summary(),
        difference.platforms().stream().map(BundlePage::section).toList());
  }

  private static Section section(PlatformDifference platform) {
    List<String> notes = new ArrayList<>();
    for (PlatformDifference.OptionDifference option : platform.options()) {
      notes.add(
          "Option "
              + option.key()
              + ": "
              + (option.before() == null ? "(none)" : option.before())
              + " → "
              + (option.after() == null ? "(none)" : option.after()));
    }
    String counts = new BundleDifference(false, List.of(platform)).summary();
    String summary =
        platform.change() == Change.CHANGED
            ? counts
            : "platform " + platform.change().word() + ", " + counts;
    return new Section(
        platform.title(),
        summary,
        notes,
        platform.files().stream().map(BundlePage::group).toList());
  }

  private static Group group(FileDifference file) {
    List<Row> rows = new ArrayList<>();
    for (RuleDifference rule : file.rules()) {
      List<Text> texts = Text.pair(rule.before(), rule.after());
      rows.add(
          new Row(
              rule.change().word(),
              rule.name(),
              BundleLines.origins(rule),
              texts.get(0),
              texts.get(1)));
    }
    rows.addAll(blocks(file.lines()));
    return new Group(file.path() + " (" + file.change().word() + ")", rows);
  }

  /** The lines of a block are one row, so that what goes stands beside what comes. */
  private static List<Row> blocks(List<LineDifference> lines) {
    List<Row> rows = new ArrayList<>();
    for (int start = 0; start < lines.size(); ) {
      String block = lines.get(start).context();
      List<String> before = new ArrayList<>();
      List<String> after = new ArrayList<>();
      int next = start;
      for (; next < lines.size() && lines.get(next).context().equals(block); next++) {
        LineDifference line = lines.get(next);
        (line.change() == Change.ADDED ? after : before).add(line.text());
      }
      List<Text> texts = Text.pair(String.join("\n", before), String.join("\n", after));
      String change = before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
      String name = block.isEmpty() ? "other lines" : block;
      rows.add(new Row(change, name, "", texts.get(0), texts.get(1)));
      start = next;
    }
    return rows;
  }
}
