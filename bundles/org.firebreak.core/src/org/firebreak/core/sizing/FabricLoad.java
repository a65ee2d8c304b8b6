package org.firebreak.core.sizing;

import java.util.List;

/**
 * Load of a leaf-spine fabric when some traffic makes a second trip through the services leaf. The
 * bound in which no flow stays within its leaf.
 *
 * @param demand all traffic in the busiest bin without the detour, bit/s
 * @param load the same with the detour, bit/s
 */
public record FabricLoad(double demand, double load) {

  /**
   * Adds the detour.
   *
   * @param all every flow of the design
   * @param diverted those that are led through the central firewall
   * @param parameters parameters
   * @return load in the bin in which demand and detour together peak
   */
  public static FabricLoad of(
      List<TrafficClass> all, List<TrafficClass> diverted, SizingParameters parameters) {
    double coincidence = parameters.get(SizingParameter.COINCIDENCE);
    CommonClock everything = new CommonClock(all, coincidence);
    CommonClock detour = new CommonClock(diverted, coincidence);
    double demand = 0;
    double load = 0;
    for (int bin = 0; bin < everything.bins(); bin++) {
      double direct = everything.sum(bin, each -> 1);
      double both = direct + detour.sum(bin, each -> 1);
      if (both > load) {
        demand = direct;
        load = both;
      }
    }
    return new FabricLoad(demand, load);
  }

  /**
   * By how much the fabric load grows.
   *
   * @return load over demand; 1 without traffic
   */
  public double factor() {
    return demand > 0 ? load / demand : 1;
  }
}
