package org.firebreak.core.sizing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.firebreak.core.sizing.units.BitRate;

/**
 * Demand at the central firewall in one bin of the clock, by what it costs. Bit/s of today, without
 * bursts and growth.
 *
 * @param bin index of the bin
 * @param exempt crosses the links, not the inspection
 * @param layer4 inspected by address, port and state
 * @param application inspected up to the application
 * @param threat inspected for threats as it is
 * @param decrypted inspected for threats after decryption
 */
public record BinLoad(
    int bin,
    BitRate exempt,
    BitRate layer4,
    BitRate application,
    BitRate threat,
    BitRate decrypted) {

  /**
   * What an inspection engine sees.
   *
   * @return Inspected Throughput, bit/s
   */
  public BitRate inspected() {
    return layer4.plus(application).plus(threat).plus(decrypted);
  }

  /**
   * What crosses the links of the firewall.
   *
   * @return inspected and exempt together, bit/s
   */
  public BitRate crossing() {
    return inspected().plus(exempt);
  }

  /** With a multiple of another load, never below nothing. */
  BinLoad plus(BinLoad other, double factor) {
    return new BinLoad(
        bin,
        sum(exempt, other.exempt, factor),
        sum(layer4, other.layer4, factor),
        sum(application, other.application, factor),
        sum(threat, other.threat, factor),
        sum(decrypted, other.decrypted, factor));
  }

  private static BitRate sum(BitRate rate, BitRate other, double factor) {
    return new BitRate(Math.max(0, rate.bitsPerSecond() + factor * other.bitsPerSecond()));
  }

  /** The peak of the inspected flows. */
  static BitRate inspectedPeak(List<BinLoad> bins) {
    return peak(bins, BinLoad::inspected);
  }

  /** The peak of everything that crosses. */
  static BitRate crossingPeak(List<BinLoad> bins) {
    return peak(bins, BinLoad::crossing);
  }

  private static BitRate peak(List<BinLoad> bins, Function<BinLoad, BitRate> rate) {
    return new BitRate(bins.stream().map(rate).mapToDouble(BitRate::bitsPerSecond).max().orElse(0));
  }

  static List<BinLoad> of(CommonClock clock) {
    double[] exempt = clock.sums(each -> each.isInspected() ? 0 : 1);
    double[] layer4 = clock.sums(each -> share(each, InspectionLevel.LAYER_4));
    double[] application = clock.sums(each -> share(each, InspectionLevel.APPLICATION));
    double[] threat =
        clock.sums(
            each ->
                share(each, InspectionLevel.THREAT)
                    + share(each, InspectionLevel.THREAT_TLS) * (1 - each.decryptedShare()));
    double[] decrypted = clock.sums(TrafficClass::effectiveDecryptedShare);
    return IntStream.range(0, clock.bins())
        .mapToObj(
            bin ->
                new BinLoad(
                    bin,
                    new BitRate(exempt[bin]),
                    new BitRate(layer4[bin]),
                    new BitRate(application[bin]),
                    new BitRate(threat[bin]),
                    new BitRate(decrypted[bin])))
        .toList();
  }

  private static double share(TrafficClass each, InspectionLevel level) {
    return each.inspection() == level ? 1 : 0;
  }
}
