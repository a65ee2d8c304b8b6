package org.firebreak.core.sizing;

import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.SessionCount;

/**
 * What one host enforces today, by the servers that run on it; a flow is spread evenly over its
 * pairs of client and server, and counts at each end that enforces it.
 *
 * @param name hypervisor host, or the server itself if it names none
 * @param servers number of enforced servers on it
 * @param peak peak of the sum of its flows, bit/s
 * @param connections new connections per second
 * @param sessions concurrent sessions
 * @param packets packets per second in the busiest bin
 * @param rules rules of all its servers together
 */
public record HostLoad(
    String name,
    int servers,
    BitRate peak,
    ConnectionRate connections,
    SessionCount sessions,
    PacketRate packets,
    int rules) {

  /**
   * Load at the end of the horizon: · burst β · growth G.
   *
   * @param parameters parameters
   * @return bit/s
   */
  public BitRate need(SizingParameters parameters) {
    return peak.times(parameters.factor(SizingParameter.BURST))
        .times(parameters.growthMultiplier());
  }
}
