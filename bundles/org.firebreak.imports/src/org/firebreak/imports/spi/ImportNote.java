package org.firebreak.imports.spi;

import org.firebreak.imports.input.Place;

/**
 * Something that the user should know about an import.
 *
 * @param severity how much it matters
 * @param place where in which file
 * @param message what it is and, unless it is plain, what can be done about it
 */
public record ImportNote(Severity severity, Place place, String message) {
  /** How much a note matters, in falling order. */
  public enum Severity {
    /** Something of the file was not taken. */
    ERROR,
    /** Something was taken in a way that deserves a look. */
    WARNING,
    /** How something was understood. */
    INFO
  }

  /** Name of the file. */
  public String file() {
    return place.file();
  }

  /** Sheet, or null. */
  public String sheet() {
    return place.sheet();
  }

  /** Row or line from 1; 0 for the whole file. */
  public int row() {
    return place.row();
  }

  /** Header of the column, or null. */
  public String column() {
    return place.column();
  }

  /** {@code hosts.csv:12, column ip: …}. */
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
