package org.firebreak.report.table;

import org.firebreak.core.sizing.Unit;

/**
 * A column of a table.
 *
 * @param key stable name, for instance {@code needBps}
 * @param label head of the column
 * @param unit unit of its values; null for a column of texts
 * @param width how wide compared with the others, at least 1
 */
public record Column(String key, String label, Unit unit, int width) {

  /** Texts. */
  public static Column text(String key, String label) {
    return new Column(key, label, null, 2);
  }

  /** Texts that need room. */
  public static Column wide(String key, String label) {
    return new Column(key, label, null, 4);
  }

  /** Figures, aligned to the right. */
  public static Column figure(String key, String label, Unit unit) {
    return new Column(key, label, unit, 1);
  }

  /** Symbol of the unit of the raw values; shares and factors are numbers of their own. */
  public String symbol() {
    if (unit == null) {
      return "";
    }
    return switch (unit) {
      case SHARE, FACTOR -> "";
      default -> unit.symbol();
    };
  }

  /** Whether the cells hold figures. */
  public boolean isFigure() {
    return unit != null;
  }
}
