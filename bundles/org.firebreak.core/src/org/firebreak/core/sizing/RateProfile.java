package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.Objects;
import org.firebreak.core.sizing.units.BitRate;

/**
 * Throughput of a flow, or of a sum of flows, over time: by bin on a clock that flows share, or a
 * peak alone, or unknown. Rates are bit/s with both directions summed. Immutable.
 */
public final class RateProfile {

  /** Share of the time below the percentile that cost and trend are told by. */
  private static final double TREND = 0.95;

  private static final double[] NO_CLOCK = {};
  private static final RateProfile UNKNOWN =
      new RateProfile(Double.NaN, Double.NaN, Double.NaN, NO_CLOCK);

  private final double peak;
  private final double average;
  private final double percentile95;
  private final double[] bins;

  /** Keeps the array: only for arrays that nobody else knows. */
  private RateProfile(double peak, double average, double percentile95, double[] bins) {
    this.peak = peak;
    this.average = average;
    this.percentile95 = percentile95;
    this.bins = bins;
  }

  private static double require(double rate) {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("not a rate in bit/s: " + rate);
    }
    return rate;
  }

  private static double requireOrUnknown(double rate) {
    return Double.isNaN(rate) ? rate : require(rate);
  }

  /**
   * A flow of which only the peak is known.
   *
   * @param peak rate in the busiest bin
   * @return profile without a clock
   * @throws IllegalArgumentException if the rate is negative or infinite
   */
  public static RateProfile ofPeak(BitRate peak) {
    return new RateProfile(require(peak.bitsPerSecond()), Double.NaN, Double.NaN, NO_CLOCK);
  }

  /**
   * A flow whose rates over time are known.
   *
   * @param bitsPerSecond rate in each bin, at least one
   * @return profile on a clock of so many bins
   * @throws IllegalArgumentException if a rate is negative or infinite, or there is none
   */
  public static RateProfile ofBins(double... bitsPerSecond) {
    if (bitsPerSecond.length == 0) {
      throw new IllegalArgumentException("no bins");
    }
    double peak = 0;
    for (double rate : bitsPerSecond) {
      peak = Math.max(peak, require(rate));
    }
    return new RateProfile(peak, Double.NaN, Double.NaN, bitsPerSecond.clone());
  }

  /**
   * A flow that has its peak in one hour of every day and its average in the others.
   *
   * @param hour hour of the day, 0 to 23
   * @param peak rate in that hour, bit/s
   * @param average rate in the other hours, bit/s
   * @return profile on a clock of 24 bins
   * @throws IllegalArgumentException if the hour is none or a rate is negative or infinite
   */
  public static RateProfile ofBusyHour(int hour, BitRate peak, BitRate average) {
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("not an hour of the day: " + hour);
    }
    double[] bins = new double[24];
    Arrays.fill(bins, require(average.bitsPerSecond()));
    bins[hour] = require(peak.bitsPerSecond());
    return new RateProfile(
        Math.max(peak.bitsPerSecond(), average.bitsPerSecond()),
        average.bitsPerSecond(),
        Double.NaN,
        bins);
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
   * The same with stated figures that a profile alone does not tell exactly.
   *
   * @param average average over all time, bit/s; NaN if it is not stated
   * @param percentile95 95th percentile over all time, bit/s; NaN if it is not stated
   * @return copy
   */
  public RateProfile stating(BitRate average, BitRate percentile95) {
    return new RateProfile(
        peak,
        requireOrUnknown(average.bitsPerSecond()),
        requireOrUnknown(percentile95.bitsPerSecond()),
        bins);
  }

  /**
   * Rate in the busiest bin.
   *
   * @return bit/s; NaN if unknown
   */
  public BitRate peak() {
    return new BitRate(peak);
  }

  /**
   * Average over all time: as stated, else over the bins.
   *
   * @return bit/s; NaN if unknown
   */
  public BitRate average() {
    if (!Double.isNaN(average) || bins.length == 0) {
      return new BitRate(average);
    }
    double sum = 0;
    for (double rate : bins) {
      sum += rate;
    }
    return new BitRate(sum / bins.length);
  }

  /**
   * 95th percentile over all time, for cost and trend: as stated, else the nearest rank over the
   * bins. Never for sizing, since it leaves out 36 hours of a month.
   *
   * @return bit/s; NaN if unknown
   */
  public BitRate percentile95() {
    return !Double.isNaN(percentile95) || bins.length == 0
        ? new BitRate(percentile95)
        : nearestRank(TREND);
  }

  /**
   * Nearest-rank percentile over the bins.
   *
   * @param share share of the bins at or below it, 0 to 1
   * @return bit/s; the peak for a profile without a clock
   */
  public BitRate nearestRank(double share) {
    if (bins.length == 0) {
      return new BitRate(peak);
    }
    double[] sorted = bins.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * sorted.length);
    return new BitRate(sorted[Math.min(sorted.length, Math.max(1, rank)) - 1]);
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
    return bins.length > 0;
  }

  /**
   * Number of bins of its clock.
   *
   * @return 24 for a day, 168 for a week; 0 without a clock
   */
  public int length() {
    return bins.length;
  }

  /**
   * The rates by bin.
   *
   * @return bit/s, a copy; empty without a clock
   */
  public double[] bins() {
    return bins.clone();
  }

  /**
   * The bin in which it peaks.
   *
   * @return the first such bin; -1 without a clock
   */
  public int busiestBin() {
    int busiest = -1;
    for (int bin = 0; bin < bins.length; bin++) {
      if (busiest < 0 || bins[bin] > bins[busiest]) {
        busiest = bin;
      }
    }
    return busiest;
  }

  /**
   * Rate in a bin of a clock that may be longer than that of the flow: a day repeats through a
   * week.
   *
   * @param bin bin of the longer clock
   * @return bit/s; the peak for a flow without a clock, 0 if unknown
   */
  public BitRate at(int bin) {
    if (bins.length > 0) {
      return new BitRate(bins[bin % bins.length]);
    }
    return new BitRate(isKnown() ? peak : 0);
  }

  /**
   * The same scaled.
   *
   * @param factor factor, not negative
   * @return product
   */
  public RateProfile times(double factor) {
    if (!isKnown() || factor == 1) {
      return this;
    }
    double[] scaled = bins.length == 0 ? NO_CLOCK : bins.clone();
    for (int bin = 0; bin < scaled.length; bin++) {
      scaled[bin] *= factor;
    }
    return new RateProfile(peak * factor, average * factor, percentile95 * factor, scaled);
  }

  /**
   * Adds the rates to sums on a clock that is as long or a multiple.
   *
   * @param factor factor
   * @param coincidence share of a peak without a clock that counts
   * @param sums sums by bin
   */
  void addTo(double[] sums, double factor, double coincidence) {
    if (bins.length == sums.length) {
      for (int bin = 0; bin < sums.length; bin++) {
        sums[bin] += factor * bins[bin];
      }
    } else if (bins.length > 0) {
      for (int bin = 0; bin < sums.length; bin++) {
        sums[bin] += factor * bins[bin % bins.length];
      }
    } else if (isKnown()) {
      double constant = factor * coincidence * peak;
      for (int bin = 0; bin < sums.length; bin++) {
        sums[bin] += constant;
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RateProfile that
        && Double.compare(peak, that.peak) == 0
        && Double.compare(average, that.average) == 0
        && Double.compare(percentile95, that.percentile95) == 0
        && Arrays.equals(bins, that.bins);
  }

  @Override
  public int hashCode() {
    return Objects.hash(peak, average, percentile95, Arrays.hashCode(bins));
  }

  @Override
  public String toString() {
    return isKnown()
        ? Unit.BITS_PER_SECOND.format(peak) + (hasClock() ? " over " + bins.length + " bins" : "")
        : "unknown";
  }
}
