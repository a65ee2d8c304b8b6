package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.units.BitRate;

/**
 * A flow that may be worth an exemption from inspection, if both ends are fixed and it is encrypted
 * end to end: what the firewall needs with it and without.
 *
 * @param flow the flow
 * @param shareOfDemand its own peak over the coincident demand D*; more than 1 at another hour
 * @param connection rate of its fastest connection; empty if unknown
 * @param ratedWith datasheet throughput needed today's way, bit/s
 * @param ratedWithout the same with the flow exempt, bit/s
 */
public record Elephant(
    TrafficClass flow,
    double shareOfDemand,
    Optional<BitRate> connection,
    BitRate ratedWith,
    BitRate ratedWithout) {

  /**
   * Datasheet throughput that the exemption saves.
   *
   * @return bit/s; 0 if the flow does not run in the busiest hour
   */
  public BitRate saves() {
    return new BitRate(ratedWith.bitsPerSecond() - ratedWithout.bitsPerSecond());
  }

  static List<Elephant> of(CentralDemand demand, BitRate ofCore) {
    double[] inspected = demand.load().bins();
    double coincidence = demand.parameters().get(SizingParameter.COINCIDENCE);
    List<Elephant> elephants = new ArrayList<>();
    for (TrafficClass flow : demand.elephants(ofCore)) {
      elephants.add(
          new Elephant(
              flow,
              flow.rate().peak().bitsPerSecond() / demand.coincidentPeak().bitsPerSecond(),
              flow.fastestConnection(),
              demand.ratedThroughput(),
              rated(without(flow, inspected, coincidence), demand)));
    }
    elephants.sort(
        Comparator.comparingDouble((Elephant each) -> each.saves().bitsPerSecond())
            .reversed()
            .thenComparing(each -> each.flow().id()));
    return List.copyOf(elephants);
  }

  /**
   * Datasheet throughput needed if several flows are exempt together, which saves more than each
   * alone when they run at the same time.
   *
   * @param demand demand of the firewall
   * @param exempt flows of it
   * @return bit/s
   */
  public static BitRate ratedWithout(CentralDemand demand, List<TrafficClass> exempt) {
    double[] rest = demand.load().bins();
    double coincidence = demand.parameters().get(SizingParameter.COINCIDENCE);
    for (TrafficClass flow : exempt) {
      flow.rate().addTo(rest, -1, coincidence);
    }
    return rated(peak(rest), demand);
  }

  private static double without(TrafficClass flow, double[] inspected, double coincidence) {
    double[] rest = inspected.clone();
    flow.rate().addTo(rest, -1, coincidence);
    return peak(rest);
  }

  private static double peak(double[] rest) {
    double peak = 0;
    for (double rate : rest) {
      peak = Math.max(peak, rate);
    }
    return peak;
  }

  private static BitRate rated(double peak, CentralDemand demand) {
    SizingParameters parameters = demand.parameters();
    return Formulas.rated(
        new BitRate(peak * demand.burstAndGrowth().value()),
        parameters.share(SizingParameter.UTILISATION),
        parameters.factor(SizingParameter.DERATE));
  }
}
