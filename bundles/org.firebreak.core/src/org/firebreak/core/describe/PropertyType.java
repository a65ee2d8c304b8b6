package org.firebreak.core.describe;

/** In which way a property is edited. */
public enum PropertyType {
  /** One line of text. */
  TEXT,
  /** Text of several lines. */
  LONG_TEXT,
  /** A number, perhaps with a {@link Quantity}; {@code Integer} or {@code Double}. */
  NUMBER,
  /** Yes or no. */
  SWITCH,
  /** One literal of an enumeration. */
  CHOICE,
  /** A list of words; {@code List<String>}. */
  WORDS,
  /** A day; {@code LocalDate}. */
  DAY,
  /** Another element, or none. */
  REFERENCE,
  /** Other elements. */
  REFERENCES,
  /** Labels of an endpoint, written one a line as {@code key = value}. */
  LABELS
}
