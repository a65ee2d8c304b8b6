package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.firebreak.core.sizing.Measure.Outcome;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.PacketSize;

/**
 * A platform that filters on the hosts against what the busiest host has to carry.
 *
 * @param appliance entry of the catalogue
 * @param measures comparisons for which the catalogue has a limit
 * @param throughput what its packet rate lets through at the mean packet size of the design, bit/s;
 *     NaN if it has no such limit or no packet size is known
 */
public record HostPlatform(Appliance appliance, List<Measure> measures, BitRate throughput) {

  /** Copies the measures. */
  public HostPlatform {
    measures = List.copyOf(measures);
  }

  static List<HostPlatform> of(ApplianceCatalogue catalogue, HostDemand demand, int rulesOfAHost) {
    List<HostPlatform> platforms = new ArrayList<>();
    PacketSize mean = demand.meanPacketSize();
    for (Appliance each : catalogue.all()) {
      if (each.role() == Appliance.Role.HOST && each.current()) {
        HostPlatform platform = of(each, demand, mean, rulesOfAHost);
        if (!platform.measures().isEmpty()) {
          platforms.add(platform);
        }
      }
    }
    return platforms;
  }

  private static HostPlatform of(
      Appliance appliance, HostDemand demand, PacketSize mean, int rules) {
    OptionalDouble packets = appliance.rated(Rating.PACKETS);
    List<Measure> measures = new ArrayList<>();
    add(
        measures,
        appliance,
        Dimension.PACKETS,
        Rating.PACKETS,
        demand.packetNeed().valueOrUnknown().perSecond());
    add(
        measures,
        appliance,
        Dimension.CONNECTIONS,
        Rating.CONNECTIONS,
        demand.connectionNeed().valueOrUnknown().perSecond());
    add(
        measures,
        appliance,
        Dimension.SESSIONS,
        Rating.SESSIONS,
        demand.sessionNeed().valueOrUnknown().sessions());
    add(measures, appliance, Dimension.RULES, Rating.RULES, rules);
    return new HostPlatform(
        appliance,
        measures,
        new BitRate(
            packets.isEmpty() || Double.isNaN(mean.bytes())
                ? Double.NaN
                : Formulas.bits(new PacketRate(packets.getAsDouble()), mean).bitsPerSecond()));
  }

  private static void add(
      List<Measure> measures,
      Appliance appliance,
      Dimension dimension,
      Rating rating,
      double need) {
    OptionalDouble rated = appliance.rated(rating);
    if (rated.isPresent()) {
      // Limits of a platform, not ratings of a box: nothing is derated.
      measures.add(Measure.compare(dimension, need, rated.getAsDouble(), 1, 1, "busiest host"));
    }
  }

  /**
   * Whether no known limit is passed.
   *
   * @return false if one is
   */
  public boolean fits() {
    return measures.stream().noneMatch(measure -> measure.verdict() == Outcome.FAIL);
  }

  /**
   * The limit that is nearest, or passed furthest.
   *
   * @return measure; the first one if nothing can be judged
   */
  public Measure binding() {
    return measures.stream()
        .max(
            Comparator.comparingDouble(
                measure -> Double.isNaN(measure.pressure()) ? -1 : measure.pressure()))
        .orElseThrow();
  }
}
