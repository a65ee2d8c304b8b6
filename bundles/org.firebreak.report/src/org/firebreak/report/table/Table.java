package org.firebreak.report.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table; the first cell of a row names it.
 *
 * @param id stable name within its document, lower case with hyphens
 * @param caption what it shows
 * @param columns its columns
 * @param rows cells in the order of the columns
 * @param note what is left out, or how to read it; empty for nothing
 */
public record Table(
    String id, String caption, List<Column> columns, List<List<Cell>> rows, String note) {

  /**
   * Copies the rows.
   *
   * @throws IllegalArgumentException if a row has not as many cells as there are columns
   */
  public Table {
    columns = List.copyOf(columns);
    List<List<Cell>> copies = new ArrayList<>(rows.size());
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            id + ": " + row.size() + " cells for " + columns.size() + " columns");
      }
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
  }

  /** A table without a note. */
  public static Table of(String id, String caption, List<Column> columns, List<List<Cell>> rows) {
    return new Table(id, caption, columns, rows, "");
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
