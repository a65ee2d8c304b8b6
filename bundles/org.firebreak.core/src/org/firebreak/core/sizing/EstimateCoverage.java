package org.firebreak.core.sizing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Confidence;

/**
 * How sure a sum is: the bits in its busiest bin by the confidence of the flows' throughput. What
 * nobody estimated adds no bits, hence the number of flows without throughput next to them.
 *
 * @param flows number of flows
 * @param withoutThroughput number of flows that state no throughput at all
 * @param total sum in its busiest bin, bit/s of today
 * @param bits the same by confidence, bit/s; a flow whose peak is not stated counts as unknown
 */
public record EstimateCoverage(
    int flows, int withoutThroughput, double total, Map<Confidence, Double> bits) {

  /** Copies the map. */
  public EstimateCoverage {
    EnumMap<Confidence, Double> copy = new EnumMap<>(Confidence.class);
    copy.putAll(bits);
    bits = Collections.unmodifiableMap(copy);
  }

  /**
   * Coverage of the sum of flows.
   *
   * @param classes flows
   * @param parameters parameters
   * @return coverage in the first bin in which the sum peaks
   */
  public static EstimateCoverage of(List<TrafficClass> classes, SizingParameters parameters) {
    double coincidence = parameters.get(SizingParameter.COINCIDENCE);
    RateProfile sum = RateProfile.ofBins(new CommonClock(classes, coincidence).sums(each -> 1));
    Map<Confidence, Double> bits = new EnumMap<>(Confidence.class);
    int unknown = 0;
    for (TrafficClass each : classes) {
      if (each.rate().isKnown()) {
        double rate = each.rate().at(sum.busiestBin()).bitsPerSecond();
        bits.merge(
            each.provenance().of(TrafficFigure.PEAK).confidence(),
            each.rate().hasClock() ? rate : rate * coincidence,
            Double::sum);
      } else {
        unknown++;
      }
    }
    return new EstimateCoverage(classes.size(), unknown, sum.peak().bitsPerSecond(), bits);
  }

  /**
   * Share of the sum that is guessed, or of which nobody said how sure it is.
   *
   * @return 0 to 1 of the bits; 0 without traffic
   */
  public double guessedShare() {
    return share(Confidence.GUESSED) + share(Confidence.UNKNOWN);
  }

  /**
   * Share of the sum with a confidence.
   *
   * @param confidence which one
   * @return 0 to 1 of the bits; 0 without traffic
   */
  public double share(Confidence confidence) {
    return total > 0 ? bits.getOrDefault(confidence, 0.0) / total : 0;
  }

  /**
   * The coverage in words.
   *
   * @return for instance "64 % of the bits in the busiest hour are guessed or of unknown
   *     confidence; 3 of 12 flows state no throughput and come on top"
   */
  public String text() {
    String guessed =
        Unit.SHARE.format(guessedShare())
            + " of the bits in the busiest hour are guessed or of unknown confidence";
    return withoutThroughput == 0
        ? guessed
        : guessed
            + "; "
            + withoutThroughput
            + " of "
            + flows
            + (flows == 1 ? " flow states" : " flows state")
            + " no throughput and come on top";
  }
}
