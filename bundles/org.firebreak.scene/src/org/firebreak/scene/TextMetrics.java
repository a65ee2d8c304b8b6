package org.firebreak.scene;

/** Measures text; the canvas answers with its fonts, headless callers with an approximation. */
@FunctionalInterface
public interface TextMetrics {

  /**
   * Width of one line of text.
   *
   * @param text text without line breaks
   * @param style type size and weight
   * @return px, rounded up
   */
  int width(String text, TextStyle style);

  /** Widths of a common sans-serif typeface, without a display. */
  static TextMetrics approximate() {
    return ApproximateMetrics.INSTANCE;
  }

  /**
   * The longest beginning of the text that fits, with an ellipsis where something is left off.
   *
   * @param available px
   * @return the text itself if it fits; only the ellipsis if nothing else does
   */
  default String fit(String text, TextStyle style, int available) {
    if (width(text, style) <= available) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (width(beginning(text, middle), style) <= available) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return beginning(text, low);
  }

  private static String beginning(String text, int length) {
    int end = length;
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
