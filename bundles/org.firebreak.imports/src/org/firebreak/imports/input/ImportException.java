package org.firebreak.imports.input;

import java.io.IOException;

/** A file cannot be imported at all. The message names file, place, what is wrong and the mend. */
public class ImportException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  /**
   * A file that cannot be imported.
   *
   * @param place where
   * @param what what is wrong
   * @param mend what the user can do about it
   */
  public ImportException(Place place, String what, String mend) {
    this(place, what, mend, null);
  }

  /** As above, with the cause for the log file. */
  public ImportException(Place place, String what, String mend, Throwable cause) {
    super(place + ": " + what + "; " + mend, cause);
    this.place = place;
  }

  /** Where in which file. */
  public Place place() {
    return place;
  }
}
