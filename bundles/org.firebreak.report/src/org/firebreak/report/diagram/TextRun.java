package org.firebreak.report.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring characters of a text that are drawn in the same way.
 *
 * @param text the characters
 * @param covered whether the typeface has them all
 * @param start distance from the beginning of the whole text, ems
 * @param width ems
 */
public record TextRun(String text, boolean covered, double start, double width) {
  private static final double IDEOGRAPH = 1;
  private static final double OTHER = 0.62;

  /** The text in runs, from the left to the right. */
  static List<TextRun> of(String text, Typeface typeface) {
    List<TextRun> runs = new ArrayList<>();
    double start = 0;
    for (int i = 0; i < text.length(); ) {
      boolean covered = typeface.has(text.codePointAt(i));
      double width = 0;
      int end = i;
      while (end < text.length() && typeface.has(text.codePointAt(end)) == covered) {
        int character = text.codePointAt(end);
        width += width(character, typeface);
        end += Character.charCount(character);
      }
      runs.add(new TextRun(text.substring(i, end), covered, start, width));
      start += width;
      i = end;
    }
    return runs;
  }

  /** Width of a text in ems. */
  public static double width(String text, Typeface typeface) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      width += width(character, typeface);
      i += Character.charCount(character);
    }
    return width;
  }

  /** What other fonts draw is squeezed into a width that is the same everywhere. */
  private static double width(int character, Typeface typeface) {
    float advance = typeface.advance(character);
    if (advance >= 0) {
      return advance;
    }
    if (Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.FORMAT
        || Character.isISOControl(character)) {
      return 0;
    }
    boolean wide = character > 0xFFFF || character >= 0x1100 && Character.isIdeographic(character);
    return wide || character >= 0x3000 && character < 0xA000 || character >= 0xAC00
        ? IDEOGRAPH
        : OTHER;
  }
}
