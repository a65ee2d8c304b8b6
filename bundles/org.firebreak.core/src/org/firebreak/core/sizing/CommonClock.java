package org.firebreak.core.sizing;

import java.util.Collection;
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
    bins = length(classes);
  }

  /** Bins of the longest clock, at least 1. */
  static int length(Collection<TrafficClass> classes) {
    int longest = 1;
    for (TrafficClass each : classes) {
      longest = Math.max(longest, each.rate().length());
    }
    for (TrafficClass each : classes) {
      int own = each.rate().length();
      if (own > 0 && longest % own != 0) {
        throw new IllegalArgumentException(
            each.name() + ": profile of " + own + " bins does not repeat within " + longest);
      }
    }
    return longest;
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
        each.rate().addTo(sums, w, coincidence);
      }
    }
    return sums;
  }

  /**
   * Sum of the inspected flows for cost and trend: a flow without hours counts by its 95th
   * percentile where that is stated, else by its peak.
   *
   * @return profile of the sum
   */
  RateProfile trend() {
    double[] sums = new double[bins];
    for (TrafficClass each : classes) {
      RateProfile rate = each.rate();
      if (each.isInspected()
          && !rate.hasClock()
          && !Double.isNaN(rate.percentile95().bitsPerSecond())) {
        RateProfile.ofPeak(rate.percentile95()).addTo(sums, 1, coincidence);
      } else if (each.isInspected()) {
        rate.addTo(sums, 1, coincidence);
      }
    }
    return RateProfile.ofBins(sums);
  }
}
