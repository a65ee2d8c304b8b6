package org.firebreak.diagram.naming;

/**
 * A row of a list of suggestions.
 *
 * @param name what it is called
 * @param detail text of second rank beside the name; may be empty
 * @param icon name of its picture in the bundle's folder {@code icons}; {@code null} for none
 * @param value what is chosen; {@code null} for a heading, which cannot be
 */
public record Suggestion(String name, String detail, String icon, Object value) {

  /** A heading over those that follow. */
  public static Suggestion heading(String text) {
    return new Suggestion(text, "", null, null);
  }

  boolean isHeading() {
    return value == null;
  }
}
