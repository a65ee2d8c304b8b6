package org.firebreak.core.describe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a number is measured, written and read. */
public enum Quantity {
  /** A number without a unit. */
  PLAIN(""),
  /** Throughput, written with decimal prefixes: {@code 1.1 Gbit/s}. */
  BITS_PER_SECOND("bit/s"),
  /** New connections. */
  PER_SECOND("per second"),
  SECONDS("s"),
  BYTES("bytes"),
  /** Pixels at 100 %. */
  PIXELS("px");

  private static final String PREFIXES = "kMGT";
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+(?:[ ,_'][0-9]{3})*(?:\\.[0-9]+)?|\\.[0-9]+)\\s*([kKMGT]?)\\s*(.*)");

  private final String unit;

  Quantity(String unit) {
    this.unit = unit;
  }

  /** The unit without a prefix; empty for a plain number. */
  public String unit() {
    return unit;
  }

  /** Writes a value with its unit, rounded to four significant digits where it has a prefix. */
  public String format(double value) {
    if (this != BITS_PER_SECOND || value < 1000) {
      return formatPlain(value);
    }
    BigDecimal scaled = BigDecimal.valueOf(value);
    int prefix = -1;
    while (scaled.compareTo(BigDecimal.valueOf(1000)) >= 0 && prefix < PREFIXES.length() - 1) {
      scaled = scaled.movePointLeft(3);
      prefix++;
    }
    BigDecimal rounded = scaled.round(new MathContext(4, RoundingMode.HALF_UP));
    return plain(rounded) + " " + PREFIXES.charAt(prefix) + unit;
  }

  /** Writes a value with its unit, exactly and without a prefix: {@code 1100000000 bit/s}. */
  public String formatPlain(double value) {
    String number = plain(BigDecimal.valueOf(value));
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /**
   * Reads a value; the unit may be left out, and a decimal prefix may follow the number ({@code
   * 240M}, {@code 1.1 Gbit/s}).
   *
   * @throws IllegalArgumentException if the text is not a number of this unit that is at least
   *     zero; the message says what is expected
   */
  public double parse(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (!matcher.matches() || !isUnit(matcher.group(3))) {
      throw new IllegalArgumentException("Not " + expected() + ": " + text.strip());
    }
    BigDecimal number = new BigDecimal(matcher.group(1).replaceAll("[ ,_']", ""));
    String prefix = matcher.group(2).replace('K', 'k');
    if (!prefix.isEmpty()) {
      number = number.movePointRight(3 * (PREFIXES.indexOf(prefix) + 1));
    }
    return number.doubleValue();
  }

  private boolean isUnit(String text) {
    String written = text.strip();
    return written.isEmpty()
        || written.equals(unit)
        || this == BITS_PER_SECOND && (written.equals("bps") || written.equals("b/s"))
        || this == PER_SECOND && written.equals("/s")
        || this == BYTES && written.equals("B");
  }

  private String expected() {
    return switch (this) {
      case BITS_PER_SECOND -> "a throughput such as 240 Mbit/s";
      case PLAIN -> "a number of at least 0";
      default -> "a number of at least 0, in " + unit;
    };
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
