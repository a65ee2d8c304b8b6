package org.firebreak.report.sizing.workbook;

/**
 * References to cells; rows and columns count from 0. Formulas have no less-than sign and no
 * ampersand: the library writes them as they are.
 */
final class Ref {
  private static final int LETTERS = 26;

  private Ref() {}

  static String column(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      name.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return name.toString();
  }

  /** A cell of the same sheet. */
  static String cell(int row, int column) {
    return column(column) + (row + 1);
  }

  /** A fixed cell of a sheet. */
  static String fixed(String sheet, int row, int column) {
    return "'" + sheet + "'!$" + column(column) + "$" + (row + 1);
  }

  /** Cells of a column from a row to another, both included. */
  static String range(String sheet, int column, int first, int last) {
    String letter = column(column);
    return "'" + sheet + "'!$" + letter + "$" + (first + 1) + ":$" + letter + "$" + (last + 1);
  }
}
