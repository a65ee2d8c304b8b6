package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.List;

/**
 * Throughput of a flow over time: by bin on a clock that flows share, or a peak alone, or unknown.
 *
 * @param peak rate in the busiest bin, bit/s; NaN if unknown
 * @param bins rate in each bin of the common clock, bit/s; empty if only the peak is known
 */
public record RateProfile(double peak, List<Double> bins) {

  private static final RateProfile UNKNOWN = new RateProfile(Double.NaN, List.of());

  /** Copies the bins and refuses negative and infinite rates. */
  public RateProfile {
    bins = List.copyOf(bins);
    for (double rate : bins) {
      require(rate);
    }
    if (!Double.isNaN(peak)) {
      require(peak);
    }
  }

  private static void require(double rate) {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("not a rate in bit/s: " + rate);
    }
  }

  /**
   * A flow of which only the peak is known.
   *
   * @param bitsPerSecond rate in the busiest bin
   * @return profile without a clock
   */
  public static RateProfile ofPeak(double bitsPerSecond) {
    return new RateProfile(bitsPerSecond, List.of());
  }

  /**
   * A flow whose rates over time are known.
   *
   * @param bitsPerSecond rate in each bin, at least one
   * @return profile on a clock of so many bins
   */
  public static RateProfile ofBins(double... bitsPerSecond) {
    return new RateProfile(
        Arrays.stream(bitsPerSecond).max().orElseThrow(),
        Arrays.stream(bitsPerSecond).boxed().toList());
  }

  /**
   * A flow without any estimate.
   *
   * @return profile that adds nothing to a sum
   */
  public static RateProfile unknown() {
    return UNKNOWN;
  }

  /**
   * Whether there is an estimate.
   *
   * @return false for {@link #unknown()}
   */
  public boolean isKnown() {
    return !Double.isNaN(peak);
  }

  /**
   * Whether the time of the peak is known.
   *
   * @return true if there are bins
   */
  public boolean hasClock() {
    return !bins.isEmpty();
  }

  RateProfile times(double factor) {
    return new RateProfile(peak * factor, bins.stream().map(rate -> rate * factor).toList());
  }

  /**
   * Rate in a bin of a clock that may be longer than that of the flow: a day repeats through a
   * week.
   *
   * @param bin bin of the longer clock
   * @return bit/s; the peak for a flow without a clock, 0 if unknown
   */
  double at(int bin) {
    if (hasClock()) {
      return bins.get(bin % bins.size());
    }
    return isKnown() ? peak : 0;
  }
}
