package org.firebreak.report.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;

/** One SI prefix for all values of an axis. */
record SiScale(double factor, String symbol) {
  private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};

  /** The prefix that leaves one to three digits in front of the point. */
  static SiScale of(double largest, String unit) {
    int step = 0;
    double factor = 1;
    while (largest / factor >= 1000 && step < PREFIXES.length - 1) {
      factor *= 1000;
      step++;
    }
    return new SiScale(factor, PREFIXES[step] + unit);
  }

  /** An axis from zero on for values that are divided by the factor. */
  NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label + " (" + symbol + ")");
    axis.setNumberFormatOverride(plain("#,##0.##"));
    axis.setAutoRangeIncludesZero(true);
    return axis;
  }

  static DecimalFormat plain(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
