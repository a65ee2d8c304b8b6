package org.firebreak.cli.io;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts in columns as wide as their widest cell. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  /** Adds a row; all rows have the same number of cells. */
  public TextTable row(String... cells) {
    rows.add(cells);
    return this;
  }

  /** The rows as lines without white space at their ends. */
  public List<String> lines() {
    int columns = rows.isEmpty() ? 0 : rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      line.append(i == 0 ? "" : GAP).append(row[i]);
      int missing = widths[i] - row[i].codePointCount(0, row[i].length());
      line.append(" ".repeat(missing));
    }
    return line.toString().stripTrailing();
  }
}
