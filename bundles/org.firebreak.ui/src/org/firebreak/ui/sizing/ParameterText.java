package org.firebreak.ui.sizing;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.Unit;

/** Values of sizing parameters as people type them: {@code 20 %}, {@code 1.3}, {@code 5 years}. */
final class ParameterText {
  private static final Pattern NUMBER =
      Pattern.compile(
          "×?\\s*([-+]?(?:\\d[\\d,]*)?\\.?\\d+(?:[eE][-+]?\\d+)?|\\d[\\d,]*\\.?)\\s*(.*)");

  private ParameterText() {}

  /** What a field shows first; {@link #parse} understands it. */
  static String of(SizingParameter parameter, double value) {
    if (parameter.unit() == Unit.SHARE) {
      return plain(value * 100) + " %";
    }
    return plain(value);
  }

  /**
   * The value of a text; a share may be written 0.2 or 20 %.
   *
   * @throws IllegalArgumentException if it is no number in range; the message says what is asked
   */
  static double parse(SizingParameter parameter, String text) {
    Matcher parts = NUMBER.matcher(text.strip());
    if (!parts.matches() || !isUnit(parameter.unit(), parts.group(2))) {
      throw new IllegalArgumentException(wanted(parameter));
    }
    double value = Double.parseDouble(parts.group(1).replace(",", ""));
    if (parts.group(2).equals("%")) {
      value /= 100;
    }
    if (!(value >= parameter.least() && value <= parameter.most())) {
      throw new IllegalArgumentException(wanted(parameter));
    }
    return value;
  }

  /** Which values a parameter takes. */
  static String range(SizingParameter parameter) {
    Unit unit = parameter.unit();
    return unit.format(parameter.least()) + " to " + unit.format(parameter.most());
  }

  private static String wanted(SizingParameter parameter) {
    return parameter.label() + ": " + range(parameter);
  }

  private static boolean isUnit(Unit unit, String symbol) {
    return symbol.isEmpty()
        || symbol.equals(unit.symbol())
        || unit == Unit.YEARS && symbol.equals("year")
        || unit == Unit.SECONDS && symbol.equals("seconds");
  }

  private static String plain(double value) {
    return new BigDecimal(Double.toString(value))
        .round(new java.math.MathContext(12))
        .stripTrailingZeros()
        .toPlainString();
  }
}
