package org.firebreak.core.sizing;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Factor;

/**
 * Traffic across a zone boundary, from the zones of the clients to those of the servers; both
 * directions of a connection count once, under the zone that opens it. Within one zone it is the
 * traffic that stays inside.
 *
 * @param from innermost zone of the clients, or the external network
 * @param to innermost zone of the servers, or the external network
 * @param load sum of the flows over the common clock, today
 * @param sumOfPeaks sum of the flows' own peaks, bit/s: what sizing by peaks would count
 * @param flows flows that cross it, the largest first
 * @param withoutThroughput number of flows that cross it and state no throughput
 */
public record BoundaryLoad(
    ElementRef from,
    ElementRef to,
    RateProfile load,
    BitRate sumOfPeaks,
    List<Part> flows,
    int withoutThroughput) {

  /**
   * What a flow contributes.
   *
   * @param flow the whole flow
   * @param share share of its connections that cross the boundary, 0 to 1
   */
  public record Part(FlowTraffic flow, double share) {

    /**
     * Its own peak across the boundary.
     *
     * @return bit/s; 0 if unknown
     */
    public BitRate peak() {
      RateProfile rate = flow.traffic().rate();
      return rate.isKnown() ? rate.peak().times(new Factor(share)) : new BitRate(0);
    }
  }

  /** Copies the list. */
  public BoundaryLoad {
    flows = List.copyOf(flows);
  }

  /**
   * Coincident peak: peak of the sum, not sum of the peaks.
   *
   * @return bit/s of today, without bursts and growth
   */
  public BitRate coincidentPeak() {
    return load.isKnown() ? load.peak() : new BitRate(0);
  }

  /**
   * Coincidence factor κ.
   *
   * @return coincident peak over the sum of peaks; 1 without traffic
   */
  public Factor coincidence() {
    return new Factor(
        sumOfPeaks.bitsPerSecond() > 0
            ? coincidentPeak().bitsPerSecond() / sumOfPeaks.bitsPerSecond()
            : 1);
  }

  /**
   * Coincident peak at the end of the horizon: · burst β · growth G.
   *
   * @param parameters parameters
   * @return bit/s
   */
  public BitRate need(SizingParameters parameters) {
    return coincidentPeak()
        .times(parameters.factor(SizingParameter.BURST))
        .times(parameters.growthMultiplier());
  }

  /**
   * Whether the traffic stays within one zone.
   *
   * @return true if both zones are the same
   */
  public boolean isInside() {
    return from.equals(to);
  }

  /**
   * Share of the coincident peak that central firewalls inspect or pass, by the flows' own peaks.
   *
   * @return 0 to 1; 0 without traffic
   */
  public double centralShare() {
    return weighted(true);
  }

  /**
   * Share that hosts enforce, by the flows' own peaks.
   *
   * @return 0 to 1; 0 without traffic
   */
  public double hostShare() {
    return weighted(false);
  }

  private double weighted(boolean central) {
    double sum = 0;
    for (Part part : flows) {
      sum +=
          part.peak().bitsPerSecond()
              * (central ? part.flow().centralShare() : part.flow().hostShare());
    }
    return sumOfPeaks.bitsPerSecond() > 0 ? sum / sumOfPeaks.bitsPerSecond() : 0;
  }
}
