package org.firebreak.report.overlay;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.LineTint;

/**
 * Width of a line by its rate: two px for each factor of ten below the power of ten that nothing
 * exceeds. Rates in bit/s.
 */
final class RateScale {
  private static final double PER_DECADE = 2;
  private static final double THINNEST = 1.6;
  private static final int STEPS = 4;

  private final int top;

  /**
   * @param highest the highest rate that is drawn; 0 for none
   */
  RateScale(double highest) {
    top = highest <= 0 ? 9 : (int) Math.ceil(Math.log10(highest) - 1e-9);
  }

  /** Width of the line of a rate, px. */
  double width(double rate) {
    if (!(rate > 0)) {
      return THINNEST;
    }
    double width = LineTint.MOST - PER_DECADE * (top - Math.log10(rate));
    return Math.clamp(width, THINNEST, LineTint.MOST);
  }

  /** Rates that a legend names, the least first. */
  List<Double> steps() {
    List<Double> steps = new ArrayList<>();
    for (int decade = top - STEPS + 1; decade <= top; decade++) {
      steps.add(Math.pow(10, decade));
    }
    return steps;
  }
}
