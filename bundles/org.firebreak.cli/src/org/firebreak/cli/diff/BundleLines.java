package org.firebreak.cli.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Style;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.compare.Change;
import org.firebreak.exports.compare.FileDifference;
import org.firebreak.exports.compare.LineDifference;
import org.firebreak.exports.compare.PlatformDifference;
import org.firebreak.exports.compare.RuleDifference;

/** The difference between two bundles as lines for a terminal. */
final class BundleLines {
  private final List<StyledLine> lines = new ArrayList<>();

  private BundleLines() {}

  static List<StyledLine> of(BundleDifference difference) {
    BundleLines text = new BundleLines();
    difference.platforms().forEach(text::add);
    return text.lines;
  }

  private void add(PlatformDifference platform) {
    lines.add(
        StyledLine.of(Style.STRONG, platform.title())
            .then(Style.FAINT, " " + platform.change().word()));
    for (PlatformDifference.OptionDifference option : platform.options()) {
      lines.add(
          StyledLine.of("  option " + option.key() + "  ")
              .then(Style.REMOVED, shown(option.before()))
              .then(Style.FAINT, " → ")
              .then(Style.ADDED, shown(option.after())));
    }
    platform.files().forEach(this::add);
  }

  private static String shown(String value) {
    return value == null || value.isEmpty() ? "(none)" : value;
  }

  private void add(FileDifference file) {
    lines.add(
        StyledLine.of(Style.INFO, "  " + file.path())
            .then(Style.FAINT, " " + file.change().word()));
    int width = file.rules().stream().mapToInt(rule -> length(rule.name())).max().orElse(0);
    for (RuleDifference rule : file.rules()) {
      lines.add(
          StyledLine.of(style(rule.change()), "    " + sign(rule.change()) + " " + rule.name())
              .then(" ".repeat(width - length(rule.name())))
              .then(Style.FAINT, "  " + origins(rule)));
      if (rule.change() != Change.MOVED) {
        text(Style.REMOVED, "-", rule.before());
        text(Style.ADDED, "+", rule.after());
      }
    }
    String block = null;
    for (LineDifference line : file.lines()) {
      if (!line.context().equals(block)) {
        block = line.context();
        lines.add(StyledLine.of(Style.FAINT, "    " + (block.isEmpty() ? "other lines" : block)));
      }
      boolean added = line.change() == Change.ADDED;
      text(added ? Style.ADDED : Style.REMOVED, added ? "+" : "-", line.text());
    }
  }

  private void text(Style style, String sign, String text) {
    text.lines().forEach(line -> lines.add(StyledLine.of(style, "      " + sign + " " + line)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static String origins(RuleDifference rule) {
    return rule.origins().isEmpty()
        ? rule.kind() == null ? "" : rule.kind().replace('_', ' ')
        : rule.origins().stream().map(ElementRef::name).collect(Collectors.joining(", "));
  }

  private static String sign(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
      case MOVED -> "^";
    };
  }

  private static Style style(Change change) {
    return switch (change) {
      case ADDED -> Style.ADDED;
      case REMOVED -> Style.REMOVED;
      case CHANGED, MOVED -> Style.STRONG;
    };
  }
}
