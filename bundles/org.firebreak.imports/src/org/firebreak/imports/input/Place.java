package org.firebreak.imports.input;

import java.util.Objects;

/**
 * A place in an imported file, as its user sees it.
 *
 * @param file name of the file, without folders
 * @param sheet sheet of a workbook, or type of object of a JSON dump; null if the file has none
 * @param row line of a text file, row of a sheet, or key of a JSON object, from 1; 0 for the whole
 *     file or sheet
 * @param column header of the column; null for the whole row
 */
public record Place(String file, String sheet, int row, String column) {

  /** The file name is not null. */
  public Place {
    Objects.requireNonNull(file, "file");
  }

  /** A whole file. */
  public static Place of(String file) {
    return new Place(file, null, 0, null);
  }

  /** The same file and sheet, another row. */
  public Place atRow(int number) {
    return new Place(file, sheet, number, null);
  }

  /** The same row, one column of it. */
  public Place atColumn(String header) {
    return new Place(file, sheet, row, header);
  }

  /** {@code hosts.csv:12, column ip} or {@code plan.xlsx [Flows]:12, column Port}. */
  @Override
  public String toString() {
    return file
        + (sheet == null ? "" : " [" + sheet + "]")
        + (row > 0 ? ":" + row : "")
        + (column == null ? "" : ", column " + column);
  }
}
