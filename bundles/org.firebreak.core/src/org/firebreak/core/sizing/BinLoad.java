package org.firebreak.core.sizing;

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

  static BinLoad of(CommonClock clock, int bin) {
    return new BinLoad(
        bin,
        clock.sum(bin, each -> each.isInspected() ? 0 : 1),
        at(clock, bin, InspectionLevel.LAYER_4),
        at(clock, bin, InspectionLevel.APPLICATION),
        at(clock, bin, InspectionLevel.THREAT)
            + clock.sum(
                bin,
                each ->
                    each.inspection() == InspectionLevel.THREAT_TLS
                        ? 1 - each.effectiveDecryptedShare()
                        : 0),
        clock.sum(bin, TrafficClass::effectiveDecryptedShare));
  }

  private static double at(CommonClock clock, int bin, InspectionLevel level) {
    return clock.sum(bin, each -> each.inspection() == level ? 1 : 0);
  }
}
