package org.firebreak.imports.table;

import org.firebreak.imports.input.Place;

/** A row cannot be taken; the rest of the table can. The message says why, and the mend. */
public final class RowProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  /** A problem at a place. */
  public RowProblem(Place place, String message) {
    super(message);
    this.place = place;
  }

  /** Where. */
  public Place place() {
    return place;
  }
}
