package org.firebreak.core.table;

import java.util.function.BiFunction;
import org.eclipse.emf.ecore.EObject;

/**
 * One column of a table of elements.
 *
 * @param id never changes; filters and widths are remembered by it
 * @param title head of the column
 * @param help what stands in it, in a sentence
 * @param width in pixels at 100 %
 * @param input how a cell is filled in
 * @param text what stands in a cell; never {@code null}
 * @param number by which the rows are ordered where that is not the text; may return {@code null};
 *     {@code null} for none
 * @param writer {@code null} if the column can only be looked at
 */
public record TableColumn(
    String id,
    String title,
    String help,
    int width,
    CellInput input,
    BiFunction<EObject, TableData, String> text,
    BiFunction<EObject, TableData, Double> number,
    CellWriter writer) {

  /** A column that can only be looked at. */
  static TableColumn computed(
      String id,
      String title,
      String help,
      int width,
      BiFunction<EObject, TableData, String> text) {
    return new TableColumn(id, title, help, width, CellInput.TEXT, text, null, null);
  }

  /** A number that can only be looked at. */
  static TableColumn count(
      String id,
      String title,
      String help,
      int width,
      BiFunction<EObject, TableData, Integer> number) {
    return new TableColumn(
        id,
        title,
        help,
        width,
        CellInput.NUMBER,
        (row, data) -> Integer.toString(number.apply(row, data)),
        (row, data) -> (double) number.apply(row, data),
        null);
  }

  public boolean isEditable() {
    return writer != null;
  }

  /** What stands in the cell of a row. */
  public String textOf(EObject row, TableData data) {
    return text.apply(row, data);
  }

  /**
   * Refuses a text that does not fit the cell.
   *
   * @throws IllegalArgumentException the message says what is expected
   */
  public void check(EObject row, String written, TableData data) {
    change(row, written, data);
  }

  /**
   * The change that a text asks for; one that changes nothing if the cell says that already.
   *
   * @throws IllegalArgumentException if the text does not fit the cell, or the column can only be
   *     looked at; the message says what is expected
   */
  public Runnable change(EObject row, String written, TableData data) {
    if (writer == null) {
      throw new IllegalArgumentException(title + " cannot be changed here");
    }
    if (written.strip().equals(textOf(row, data))) {
      return () -> {};
    }
    return writer.change(row, written, data);
  }
}
