package org.firebreak.imports.table;

import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.Place;

/**
 * A cell whose column has a meaning.
 *
 * @param text its text, stripped; empty if blank
 * @param place where it is
 */
public record Cell(String text, Place place) {
  /** Text by which a table says that a value shall be taken away. */
  public static final String NONE = "-";

  /** Whether it says nothing. */
  public boolean isBlank() {
    return text.isEmpty();
  }

  /** Whether it says that there is no value. */
  public boolean isNone() {
    return text.equals(NONE);
  }

  /** A reason not to take the row. */
  public RowProblem problem(String message) {
    return new RowProblem(place, message);
  }

  /**
   * The text as a name.
   *
   * @throws RowProblem if it holds characters that no name may have, or is too long
   */
  public String name() throws RowProblem {
    return checked(text, CleanText.nameProblem(text));
  }

  /**
   * The text as a description, which may have several lines.
   *
   * @throws RowProblem if it holds characters that the model cannot hold
   */
  public String prose() throws RowProblem {
    String lines = CleanText.unixLines(text);
    return checked(lines, CleanText.textProblem(lines));
  }

  private String checked(String checked, String problem) throws RowProblem {
    if (problem != null) {
      throw problem(CleanText.quote(text) + " " + problem);
    }
    return checked;
  }
}
