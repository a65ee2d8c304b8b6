package org.firebreak.core.sizing;

import java.util.List;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Factor;

/**
 * Load of a leaf-spine fabric when some traffic makes a second trip through the services leaf. The
 * bound in which no flow stays within its leaf.
 *
 * @param demand all traffic in the busiest bin without the detour, bit/s
 * @param load the same with the detour, bit/s
 */
public record FabricLoad(BitRate demand, BitRate load) {

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
    double[] direct = new CommonClock(all, coincidence).sums(each -> 1);
    double[] detour = new CommonClock(diverted, coincidence).sums(each -> 1);
    double demand = 0;
    double load = 0;
    for (int bin = 0; bin < direct.length; bin++) {
      // The detour may be on a shorter clock, which repeats within the longer one.
      double both = direct[bin] + detour[bin % detour.length];
      if (both > load) {
        demand = direct[bin];
        load = both;
      }
    }
    return new FabricLoad(new BitRate(demand), new BitRate(load));
  }

  /**
   * By how much the fabric load grows.
   *
   * @return load over demand; 1 without traffic
   */
  public Factor factor() {
    return new Factor(
        demand.bitsPerSecond() > 0 ? load.bitsPerSecond() / demand.bitsPerSecond() : 1);
  }
}
