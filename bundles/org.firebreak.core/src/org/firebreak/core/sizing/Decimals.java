package org.firebreak.core.sizing;

/** Reads the shares of hourly profiles, of which a large design has millions. */
final class Decimals {

  /** Numbers of so many digits, and powers of ten up to it, are exact in a double. */
  private static final int EXACT = 15;

  private static final double[] POWERS = new double[EXACT + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= EXACT; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Decimals() {}

  /**
   * The same as {@link Double#parseDouble}: of plain decimals with few digits the quotient of two
   * exact numbers is the nearest double.
   *
   * @throws NumberFormatException if the text is no number
   */
  static double parse(String text) {
    int length = text.length();
    if (length == 0 || length > EXACT) {
      return Double.parseDouble(text);
    }
    long digits = 0;
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
      } else if (c == '.' && point < 0 && length > 1) {
        point = i;
      } else {
        return Double.parseDouble(text);
      }
    }
    return point < 0 ? digits : digits / POWERS[length - 1 - point];
  }
}
