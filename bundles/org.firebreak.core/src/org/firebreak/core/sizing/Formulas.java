package org.firebreak.core.sizing;

import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Cores;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.GrowthRate;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.core.sizing.units.SessionCount;
import org.firebreak.core.sizing.units.Share;
import org.firebreak.core.sizing.units.Years;

/**
 * The formulas of sizing, each by itself. Units are types, so that a wrong one does not compile;
 * rates have both directions summed.
 *
 * <p>Sources: RFC 9411 for the terms, RFC 3511 and RFC 2544 for the older ones; John D. C. Little,
 * A Proof for the Queuing Formula L = λW (1961), for sessions; the rest is arithmetic that is
 * explained in docs/user/sizing.md.
 */
public final class Formulas {

  /** Ethernet header, check sequence, preamble and gap around an IP packet (IEEE 802.3). */
  public static final PacketSize ETHERNET_OVERHEAD = new PacketSize(38);

  /** The same inside VXLAN over IPv4 (RFC 7348): 50 bytes more. */
  public static final PacketSize VXLAN_OVERHEAD = new PacketSize(88);

  /** Quantile of the normal distribution for 99.9 %. */
  private static final double NORMAL_999 = 3.09;

  private Formulas() {}

  /**
   * Growth multiplier G = (1 + g)^n.
   *
   * @param growth growth a year g
   * @param years years n
   * @return multiplier
   */
  public static Factor growth(GrowthRate growth, Years years) {
    return new Factor(Math.pow(1 + growth.perYear(), years.years()));
  }

  /**
   * Inspected Throughput that the surviving units carry: Need = D* · β · G.
   *
   * @param demand coincident demand D* of today
   * @param burst burst factor β
   * @param growth growth multiplier G
   * @return need at the end of the horizon
   */
  public static BitRate need(BitRate demand, Factor burst, Factor growth) {
    return demand.times(burst).times(growth);
  }

  /**
   * Coincidence factor κ = peak of the sum / sum of the peaks.
   *
   * @param peakOfSum coincident demand D*
   * @param sumOfPeaks sum of the flows' own peaks
   * @return 0 to 1; 1 if there is no traffic
   */
  public static Factor coincidence(BitRate peakOfSum, BitRate sumOfPeaks) {
    return new Factor(
        sumOfPeaks.bitsPerSecond() > 0
            ? peakOfSum.bitsPerSecond() / sumOfPeaks.bitsPerSecond()
            : 1);
  }

  /**
   * Datasheet throughput that a need asks for: C ≥ Need / (U · k).
   *
   * @param need what the survivor carries at the end of the horizon
   * @param utilisation utilisation ceiling U
   * @param derate derate k of the datasheet figure
   * @return datasheet figure that is just enough
   */
  public static BitRate rated(BitRate need, Share utilisation, Factor derate) {
    return new BitRate(need.bitsPerSecond() / (utilisation.value() * derate.value()));
  }

  /**
   * Datasheet connection rate that a need asks for: CPS ≥ Need / (U · k_c).
   *
   * @param need new connections per second at the end of the horizon
   * @param utilisation utilisation ceiling U
   * @param derate derate k_c of the datasheet figure
   * @return datasheet figure that is just enough
   */
  public static ConnectionRate rated(ConnectionRate need, Share utilisation, Factor derate) {
    return new ConnectionRate(need.perSecond() / (utilisation.value() * derate.value()));
  }

  /**
   * Session table that a need asks for: Sessions ≥ Need / U.
   *
   * @param need sessions at the end of the horizon
   * @param utilisation utilisation ceiling U
   * @return datasheet figure that is just enough
   */
  public static SessionCount rated(SessionCount need, Share utilisation) {
    return new SessionCount(need.sessions() / utilisation.value());
  }

  /**
   * Concurrent sessions by Little's law: S = λ · (d + τ).
   *
   * @param connections new connections λ
   * @param duration mean duration d of a connection
   * @param linger time τ that an entry outlives its connection
   * @return mean number of entries in the session table
   */
  public static SessionCount sessions(
      ConnectionRate connections, Seconds duration, Seconds linger) {
    return new SessionCount(connections.perSecond() * (duration.seconds() + linger.seconds()));
  }

  /**
   * Packet rate of a byte stream: r / (8 · L).
   *
   * @param rate rate r of IP packets
   * @param size mean IP packet size L
   * @return packet rate
   */
  public static PacketRate packets(BitRate rate, PacketSize size) {
    return new PacketRate(rate.bitsPerSecond() / (8 * size.bytes()));
  }

  /**
   * Bit rate of a packet stream: 8 · L · pps.
   *
   * @param rate packet rate
   * @param size mean IP packet size L
   * @return rate of IP packets
   */
  public static BitRate bits(PacketRate rate, PacketSize size) {
    return new BitRate(rate.perSecond() * 8 * size.bytes());
  }

  /**
   * Capacity of a box for a mix of decrypted and other traffic: the time per byte adds, rates do
   * not, so 1 / C = p / C_tls + (1 − p) / C_threat.
   *
   * @param decrypted p, decrypted bytes over inspected bytes
   * @param tls capacity for decrypted traffic
   * @param threat capacity for the rest
   * @return capacity for the mix
   */
  public static BitRate tlsMix(Share decrypted, BitRate tls, BitRate threat) {
    return new BitRate(
        1
            / (decrypted.value() / tls.bitsPerSecond()
                + decrypted.rest().value() / threat.bitsPerSecond()));
  }

  /**
   * Year in which the utilisation ceiling is passed: ln(U · k · C / (D* · β)) / ln(1 + g).
   *
   * @param usable usable capacity U · k · C
   * @param demand demand of today with bursts, D* · β
   * @param growth growth a year g
   * @return years from now; negative if it is passed already, infinite if it never is
   */
  public static Years yearOutgrown(BitRate usable, BitRate demand, GrowthRate growth) {
    return yearOutgrown(new Factor(usable.bitsPerSecond() / demand.bitsPerSecond()), growth);
  }

  /**
   * The same for any quantity that grows with the traffic.
   *
   * @param room usable over demanded, both of today in the same unit; NaN for nothing of both
   * @param growth growth a year
   * @return years
   */
  static Years yearOutgrown(Factor room, GrowthRate growth) {
    return new Years(yearOutgrown(room.value(), growth.perYear()));
  }

  private static double yearOutgrown(double room, double growth) {
    if (Double.isNaN(room) || Double.isInfinite(room) || growth <= 0 && room >= 1) {
      return Double.POSITIVE_INFINITY;
    }
    return growth <= 0 ? Double.NEGATIVE_INFINITY : Math.log(room) / Math.log(1 + growth);
  }

  /**
   * Rate on the wire of a rate of IP packets: r · (L + overhead) / L.
   *
   * @param rate rate of IP packets
   * @param size mean IP packet size L
   * @param overhead bytes around each packet, for instance {@link #ETHERNET_OVERHEAD}
   * @return rate on the wire
   */
  public static BitRate wire(BitRate rate, PacketSize size, PacketSize overhead) {
    return new BitRate(rate.bitsPerSecond() * (size.bytes() + overhead.bytes()) / size.bytes());
  }

  /**
   * Usable multiple of one unit in a cluster with one unit out of service: η · (N − 1).
   *
   * @param efficiency η of the metric
   * @param units number of units N
   * @return multiple of one unit
   */
  public static Factor clusterUnits(Factor efficiency, int units) {
    return new Factor(efficiency.value() * (units - 1));
  }

  /**
   * Bandwidth of each direction of a link bundle that leads to a firewall and back over the same
   * ports: each bit enters once and leaves once, so B = T / U_link.
   *
   * @param need traffic T at the end of the horizon, both directions summed
   * @param utilisation utilisation ceiling of the bundle
   * @return bandwidth per direction
   */
  public static BitRate oneArm(BitRate need, Share utilisation) {
    return new BitRate(need.bitsPerSecond() / utilisation.value());
  }

  /**
   * Bandwidth of each direction of each of the two bundles of a two-arm attachment, which carry the
   * requests in one direction and the replies in the other: B = T · larger share / U_link.
   *
   * @param need traffic T at the end of the horizon, both directions summed
   * @param larger share of the larger direction, 0.5 to 1
   * @param utilisation utilisation ceiling of the bundle
   * @return bandwidth per direction and arm
   */
  public static BitRate twoArm(BitRate need, Share larger, Share utilisation) {
    return new BitRate(need.bitsPerSecond() * larger.value() / utilisation.value());
  }

  /**
   * Mean rate of one connection while it lasts, by Little's law: r / max(1, λ · d).
   *
   * @param rate rate r of all connections
   * @param connections new connections λ
   * @param duration mean duration d
   * @return rate of one
   */
  public static BitRate perConnection(BitRate rate, ConnectionRate connections, Seconds duration) {
    double concurrent = connections.perSecond() * duration.seconds();
    return new BitRate(rate.bitsPerSecond() / Math.max(1, concurrent));
  }

  /**
   * Load of the busiest of like hosts: total / H · h, at most everything.
   *
   * @param total load of all hosts together
   * @param hosts number of hosts H, at least 1
   * @param imbalance busiest over mean h
   * @return load of the busiest
   */
  public static BitRate busiestHost(BitRate total, int hosts, Factor imbalance) {
    return total.times(new Factor(Math.min(1, imbalance.value() / hosts)));
  }

  /**
   * Processor time of a packet filter in the kernel: packets · t_packet + connections ·
   * t_connection, since with an <em>established first</em> rule only the first packet pays for the
   * rule base.
   *
   * @param packets packet rate
   * @param perPacket time of a packet of a known connection
   * @param connections new connections
   * @param perConnection time that the rule base takes for the first packet
   * @return cores that do nothing else
   */
  public static Cores filterCores(
      PacketRate packets, Seconds perPacket, ConnectionRate connections, Seconds perConnection) {
    return new Cores(
        packets.perSecond() * perPacket.seconds()
            + connections.perSecond() * perConnection.seconds());
  }

  /**
   * Burst factor of a sum of like flows, as shot noise: β = 1 + 3.09 · √(r / ρ) for 99.9 % of the
   * time.
   *
   * @param flow typical rate r of one flow
   * @param mean mean rate ρ of all flows together
   * @return burst factor, which shows how elephants dominate
   */
  public static Factor shotNoiseBurst(BitRate flow, BitRate mean) {
    return new Factor(1 + NORMAL_999 * Math.sqrt(flow.bitsPerSecond() / mean.bitsPerSecond()));
  }
}
