package org.firebreak.core.sizing;

/**
 * The formulas of sizing, each by itself. Rates are bit/s with both directions summed, sizes bytes,
 * times seconds.
 *
 * <p>Sources: RFC 9411 for the terms, RFC 3511 and RFC 2544 for the older ones; John D. C. Little,
 * A Proof for the Queuing Formula L = λW (1961), for sessions; the rest is arithmetic that is
 * explained in docs/user/sizing.md.
 */
public final class Formulas {

  /** Ethernet header, check sequence, preamble and gap around an IP packet, bytes. */
  public static final int ETHERNET_OVERHEAD = 38;

  /** The same inside VXLAN over IPv4, bytes. */
  public static final int VXLAN_OVERHEAD = 88;

  /** Quantile of the normal distribution for 99.9 %. */
  private static final double NORMAL_999 = 3.09;

  private Formulas() {}

  /**
   * Growth multiplier G = (1 + g)^n.
   *
   * @param perYear growth a year, 0.2 for 20 %
   * @param years years
   * @return multiplier
   */
  public static double growth(double perYear, double years) {
    return Math.pow(1 + perYear, years);
  }

  /**
   * Rated capacity that a need asks for: C ≥ Need / (U · k).
   *
   * @param need what the survivor carries at the end of the horizon
   * @param utilisation utilisation ceiling U
   * @param derate derate k of the datasheet figure
   * @return datasheet figure that is just enough, in the unit of the need
   */
  public static double rated(double need, double utilisation, double derate) {
    return need / (utilisation * derate);
  }

  /**
   * Concurrent sessions by Little's law: S = λ · (d + τ).
   *
   * @param connectionsPerSecond λ
   * @param durationSeconds mean duration d of a connection
   * @param lingerSeconds time τ that an entry outlives its connection
   * @return mean number of entries in the session table
   */
  public static double sessions(
      double connectionsPerSecond, double durationSeconds, double lingerSeconds) {
    return connectionsPerSecond * (durationSeconds + lingerSeconds);
  }

  /**
   * Packet rate of a byte stream: r / (8 · L).
   *
   * @param bitsPerSecond rate r of IP packets
   * @param packetBytes mean IP packet size L
   * @return packets per second
   */
  public static double packets(double bitsPerSecond, double packetBytes) {
    return bitsPerSecond / (8 * packetBytes);
  }

  /**
   * Capacity of a box for a mix of decrypted and other traffic: the time per byte adds, rates do
   * not, so 1 / C = p / C_tls + (1 − p) / C_threat.
   *
   * @param decryptedShare p, decrypted bytes over inspected bytes, 0 to 1
   * @param tls capacity for decrypted traffic, bit/s
   * @param threat capacity for the rest, bit/s
   * @return capacity for the mix, bit/s
   */
  public static double tlsMix(double decryptedShare, double tls, double threat) {
    return 1 / (decryptedShare / tls + (1 - decryptedShare) / threat);
  }

  /**
   * Year in which the utilisation ceiling is passed: ln(U · k · C / (D* · β)) / ln(1 + g).
   *
   * @param usable usable capacity U · k · C, bit/s
   * @param demand demand of today with bursts, D* · β, bit/s
   * @param growth growth a year g
   * @return years from now; negative if it is passed already, infinite if it never is
   */
  public static double yearOutgrown(double usable, double demand, double growth) {
    if (demand <= 0 || (growth <= 0 && usable >= demand)) {
      return Double.POSITIVE_INFINITY;
    }
    return growth <= 0
        ? Double.NEGATIVE_INFINITY
        : Math.log(usable / demand) / Math.log(1 + growth);
  }

  /**
   * Rate on the wire of a rate of IP packets: r · (L + overhead) / L.
   *
   * @param bitsPerSecond rate of IP packets
   * @param packetBytes mean IP packet size L
   * @param overheadBytes bytes around each packet, for instance {@link #ETHERNET_OVERHEAD}
   * @return rate on the wire
   */
  public static double wire(double bitsPerSecond, double packetBytes, int overheadBytes) {
    return bitsPerSecond * (packetBytes + overheadBytes) / packetBytes;
  }

  /**
   * Usable share of a cluster with one unit out of service: η · (N − 1).
   *
   * @param efficiency η of the metric
   * @param units number of units N
   * @return multiple of one unit
   */
  public static double clusterUnits(double efficiency, int units) {
    return efficiency * (units - 1);
  }

  /**
   * Burst factor of a sum of like flows, as shot noise: β = 1 + 3.09 · √(r / ρ) for 99.9 % of the
   * time.
   *
   * @param flowRate typical rate r of one flow, bit/s
   * @param meanRate mean rate ρ of all flows together, bit/s
   * @return burst factor, which shows how elephants dominate
   */
  public static double shotNoiseBurst(double flowRate, double meanRate) {
    return 1 + NORMAL_999 * Math.sqrt(flowRate / meanRate);
  }
}
