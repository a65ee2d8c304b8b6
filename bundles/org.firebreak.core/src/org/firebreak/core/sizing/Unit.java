package org.firebreak.core.sizing;

import java.util.Locale;

/** Unit of a figure, and how people read it. */
public enum Unit {
  BITS_PER_SECOND("bit/s", true),
  PACKETS_PER_SECOND("packet/s", true),
  CONNECTIONS_PER_SECOND("conn/s", false),
  RECORDS_PER_SECOND("record/s", false),
  SESSIONS("sessions", false),
  COUNT("", false),
  BYTES("B", false),
  MEMORY("B", true),
  SECONDS("s", false),
  NANOSECONDS("ns", false),
  CORES("cores", false),
  YEARS("years", false),
  FACTOR("×", false),
  SHARE("%", false);

  private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};

  private final String symbol;
  private final boolean prefixed;

  Unit(String symbol, boolean prefixed) {
    this.symbol = symbol;
    this.prefixed = prefixed;
  }

  /**
   * Symbol of the unit.
   *
   * @return for instance bit/s; empty for a plain count
   */
  public String symbol() {
    return symbol;
  }

  /**
   * A value as people read it, three significant digits for rates, whole numbers for counts.
   *
   * @param value value in this unit; a share is 0 to 1
   * @return for instance {@code 35.6 Gbit/s}, {@code 64.3 %} or {@code 117,717 conn/s}; "unknown"
   *     for NaN and "never" for infinity
   */
  public String format(double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    if (Double.isInfinite(value)) {
      return "never";
    }
    if (this == SHARE) {
      return significant(100 * value) + " %";
    }
    if (this == FACTOR) {
      return "×" + significant(value);
    }
    if (this == YEARS) {
      return String.format(Locale.ROOT, "%.1f years", value);
    }
    if (prefixed) {
      return withPrefix(value);
    }
    String number =
        value == Math.rint(value) || Math.abs(value) >= 1000
            ? String.format(Locale.ROOT, "%,.0f", value)
            : significant(value);
    return symbol.isEmpty() ? number : number + " " + symbol;
  }

  private String withPrefix(double value) {
    int step = 0;
    double scaled = value;
    while (Math.abs(scaled) >= 999.5 && step < PREFIXES.length - 1) {
      scaled /= 1000;
      step++;
    }
    return significant(scaled) + " " + PREFIXES[step] + symbol;
  }

  private static String significant(double value) {
    double size = Math.abs(value);
    if (Math.abs(value - Math.rint(value)) <= 1e-6 * size && size < 1000) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    if (size < 0.00995) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
