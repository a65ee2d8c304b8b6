package org.firebreak.report.table;

import org.firebreak.core.sizing.Unit;

/**
 * A column of a table.
 *
 * @param key stable name, for instance {@code needBps}
 * @param label head of the column
 * @param unit unit of its values; null for a column of texts, or if each cell has its own
 * @param isFigure whether the cells hold figures
 * @param width how wide compared with the others, at least 1
 */
public record Column(String key, String label, Unit unit, boolean isFigure, int width) {

  /** Texts. */
  public static Column text(String key, String label) {
    return new Column(key, label, null, false, 2);
  }

  /** Texts that need room. */
  public static Column wide(String key, String label) {
    return new Column(key, label, null, false, 4);
  }

  /** Figures, aligned to the right. */
  public static Column figure(String key, String label, Unit unit) {
    return new Column(key, label, unit, true, 1);
  }

  /** Figures of which each has a unit of its own. */
  public static Column mixed(String key, String label) {
    return new Column(key, label, null, true, 1);
  }

  /** Symbol of the unit of the raw values; shares and factors are numbers of their own. */
  public String symbol() {
    return unit == null ? "" : symbol(unit);
  }

  /** The same of a unit. */
  public static String symbol(Unit unit) {
    return switch (unit) {
      case SHARE, FACTOR -> "";
      default -> unit.symbol();
    };
  }
}
