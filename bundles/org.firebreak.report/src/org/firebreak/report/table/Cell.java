package org.firebreak.report.table;

import java.util.List;
import java.util.Locale;
import org.firebreak.core.sizing.Unit;

/**
 * A cell of a table.
 *
 * @param words what people read, with the unit
 * @param value raw value in the unit of its column, finite; null if the cell is a text or unknown
 * @param unit unit of the value; null for a text
 * @param tone how it is meant
 * @param notes lines of second rank below the text
 */
public record Cell(String words, Double value, Unit unit, Tone tone, List<String> notes) {
  private static final int TEXT = 400;
  private static final int COMMAND = 4000;
  private static final Cell EMPTY = new Cell("", null, null, Tone.PLAIN, List.of());

  /** Copies the notes; text that is no number has no value. */
  public Cell {
    words = words == null ? "" : words;
    notes = List.copyOf(notes);
    if (value != null && !Double.isFinite(value)) {
      value = null;
    }
  }

  /** Nothing. */
  public static Cell empty() {
    return EMPTY;
  }

  /** A text; null counts as empty. */
  public static Cell text(String text) {
    return new Cell(text, null, null, Tone.PLAIN, List.of());
  }

  /** A text that is meant in some way. */
  public static Cell text(String text, Tone tone) {
    return new Cell(text, null, null, tone, List.of());
  }

  /** A whole number of things. */
  public static Cell count(long count) {
    return new Cell(
        String.format(Locale.ROOT, "%,d", count),
        (double) count,
        Unit.COUNT,
        Tone.PLAIN,
        List.of());
  }

  /**
   * A figure with its unit.
   *
   * @param value value in the unit; NaN reads as unknown, infinity as never
   */
  public static Cell of(double value, Unit unit) {
    return new Cell(unit.format(value), value, unit, Tone.PLAIN, List.of());
  }

  /** The same cell, meant in some way. */
  public Cell as(Tone other) {
    return new Cell(words, value, unit, other, notes);
  }

  /** The same cell with lines of second rank. */
  public Cell with(List<String> lines) {
    return new Cell(words, value, unit, tone, lines);
  }

  /**
   * The text for a page, on which a name of thousands of letters would leave no room for others:
   * the beginning of one that is longer than 400 characters, of a command longer than 4,000.
   */
  public String brief() {
    int most = tone == Tone.CODE ? COMMAND : TEXT;
    if (words.length() <= most) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most;
    return words.substring(0, end) + "…";
  }

  /** Text and notes, for formats without layout. */
  public String plain() {
    StringBuilder plain = new StringBuilder(words);
    notes.forEach(note -> plain.append(plain.isEmpty() ? "" : "; ").append(note));
    return plain.toString();
  }
}
