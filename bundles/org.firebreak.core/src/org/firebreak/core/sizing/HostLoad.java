package org.firebreak.core.sizing;

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
    double peak,
    double connections,
    double sessions,
    double packets,
    int rules) {

  /**
   * Load at the end of the horizon: · burst β · growth G.
   *
   * @param parameters parameters
   * @return bit/s
   */
  public double need(SizingParameters parameters) {
    return peak * parameters.get(SizingParameter.BURST) * parameters.growthMultiplier();
  }
}
