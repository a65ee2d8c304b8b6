package org.firebreak.core.sizing;

/** A table of appliances cannot be used; the message names table, line and mend. */
public final class InvalidTableException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * A mistake in a table.
   *
   * @param table name of the file
   * @param line line, from 1
   * @param what what is wrong, and how to mend it
   */
  public InvalidTableException(String table, int line, String what) {
    super(table + " line " + line + ": " + what);
  }
}
