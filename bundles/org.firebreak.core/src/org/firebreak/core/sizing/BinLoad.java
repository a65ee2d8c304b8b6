package org.firebreak.core.sizing;

import java.util.List;
import java.util.stream.IntStream;

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
    int bin, double exempt, double layer4, double application, double threat, double decrypted) {

  /**
   * What an inspection engine sees.
   *
   * @return Inspected Throughput, bit/s
   */
  public double inspected() {
    return layer4 + application + threat + decrypted;
  }

  /**
   * What crosses the links of the firewall.
   *
   * @return inspected and exempt together, bit/s
   */
  public double crossing() {
    return inspected() + exempt;
  }

  /** With a multiple of another load, never below nothing. */
  BinLoad plus(BinLoad other, double factor) {
    return new BinLoad(
        bin,
        Math.max(0, exempt + factor * other.exempt),
        Math.max(0, layer4 + factor * other.layer4),
        Math.max(0, application + factor * other.application),
        Math.max(0, threat + factor * other.threat),
        Math.max(0, decrypted + factor * other.decrypted));
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
                    bin, exempt[bin], layer4[bin], application[bin], threat[bin], decrypted[bin]))
        .toList();
  }

  private static double share(TrafficClass each, InspectionLevel level) {
    return each.inspection() == level ? 1 : 0;
  }
}
