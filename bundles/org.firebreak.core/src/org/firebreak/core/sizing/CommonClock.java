package org.firebreak.core.sizing;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One clock for many flows. Sums are built bin by bin, because the peak of a sum is not the sum of
 * peaks.
 */
final class CommonClock {

  private final List<TrafficClass> classes;
  private final int bins;
  private final double coincidence;

  /**
   * Lays flows on one clock.
   *
   * @param classes flows
   * @param coincidence share of the peaks of flows without a clock that occurs at once
   * @throws IllegalArgumentException if two clocks do not nest, as 24 hours do in 168
   */
  CommonClock(List<TrafficClass> classes, double coincidence) {
    this.classes = classes;
    this.coincidence = coincidence;
    int longest = 1;
    for (TrafficClass each : classes) {
      longest = Math.max(longest, each.rate().bins().size());
    }
    for (TrafficClass each : classes) {
      int own = each.rate().bins().size();
      if (own > 0 && longest % own != 0) {
        throw new IllegalArgumentException(
            each.name() + ": profile of " + own + " bins does not repeat within " + longest);
      }
    }
    bins = longest;
  }

  int bins() {
    return bins;
  }

  /**
   * Weighted sum of the flows in each bin.
   *
   * @param weight weight of a flow, 0 to leave it out
   * @return sums by bin, bit/s times the weight
   */
  double[] sums(ToDoubleFunction<TrafficClass> weight) {
    double[] sums = new double[bins];
    for (TrafficClass each : classes) {
      double w = weight.applyAsDouble(each);
      if (w != 0) {
        add(each.rate(), w, sums);
      }
    }
    return sums;
  }

  private void add(RateProfile rate, double weight, double[] sums) {
    double factor = rate.hasClock() ? weight : weight * coincidence;
    for (int bin = 0; bin < bins; bin++) {
      sums[bin] += factor * rate.at(bin);
    }
  }
}
