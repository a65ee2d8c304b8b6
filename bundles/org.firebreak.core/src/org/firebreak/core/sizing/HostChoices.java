package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.units.Cores;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Flow;

/**
 * Processors that enforcement at the hosts takes, for any choice of servers to microsegment. What a
 * microsegmented server's host enforces for it depends on no other server, so that the choices add
 * up from parts and no study has to be made for each.
 */
public final class HostChoices {
  /** Sums are rounded in another order than in a study. */
  private static final double ROUNDING = 1e-9;

  /** Hourly rates that are kept at most: 80 MB. */
  private static final long MOST_RATES = 10_000_000;

  private final SizingParameters parameters;
  private final ApplianceCatalogue catalogue;
  private final int bins;
  private final int machines;
  private final List<HostPart> parts;
  private final Map<Rating, List<Appliance>> candidates = new EnumMap<>(Rating.class);

  private HostChoices(
      SizingParameters parameters,
      ApplianceCatalogue catalogue,
      int bins,
      int machines,
      List<HostPart> parts) {
    this.parameters = parameters;
    this.catalogue = catalogue;
    this.bins = bins;
    this.machines = machines;
    this.parts = parts;
  }

  /**
   * Adds up what each part of the servers makes its hosts enforce.
   *
   * @param design the design
   * @param all its policy with every part microsegmented
   * @param partOf part of each server; -1 for one that is never enforced at its host
   * @param count number of parts
   * @return sums; empty if there are too many hosts to keep those of each part
   */
  public static Optional<HostChoices> of(
      Design design,
      CompiledPolicy all,
      int[] partOf,
      int count,
      SizingParameters parameters,
      ApplianceCatalogue catalogue,
      Progress progress) {
    Map<String, Flow> byId = new HashMap<>();
    design.getFlows().forEach(flow -> byId.put(flow.getId(), flow));
    PlacementTable placements = new PlacementTable(all);
    List<TrafficClass> traffic = new ArrayList<>();
    List<Placement> placed = new ArrayList<>();
    for (PolicyFlow flow : all.flows()) {
      progress.check();
      Placement placement = placements.of(flow);
      placed.add(placement);
      traffic.add(
          FlowEstimate.of(
                  byId.get(flow.ref().id()),
                  flow.ref().name(),
                  placement.crossing() > 0,
                  parameters)
              .traffic());
    }
    int bins = CommonClock.length(traffic);
    Map<Object, Integer> numbers = new HashMap<>();
    int[] machineOf = new int[all.servers().size()];
    Set<List<Integer>> places = new LinkedHashSet<>();
    for (PolicyServer server : all.servers()) {
      int machine = numbers.computeIfAbsent(HostBook.Machine.of(server), each -> numbers.size());
      machineOf[server.index()] = machine;
      if (partOf[server.index()] >= 0) {
        places.add(List.of(partOf[server.index()], machine));
      }
    }
    if ((long) places.size() * bins > MOST_RATES) {
      return Optional.empty();
    }
    List<HostPart> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new HostPart(bins));
    }
    places.forEach(place -> parts.get(place.get(0)).machine(place.get(1)));
    for (RuleSet set : all.ruleSets()) {
      for (PolicyServer server : set.servers()) {
        if (set.kind() == EnforcementKind.HOST && partOf[server.index()] >= 0) {
          parts.get(partOf[server.index()]).rules(set.rules().size());
        }
      }
    }
    HostShares shares = new HostShares(bins, parameters);
    for (int i = 0; i < traffic.size(); i++) {
      progress.check();
      shares.add(traffic.get(i), placed.get(i).ends());
    }
    shares.hand(parts, partOf, machineOf);
    return Optional.of(new HostChoices(parameters, catalogue, bins, numbers.size(), parts));
  }

  /** A measure of the work that {@link #processors} is. */
  public long work() {
    return (long) bins * parts.stream().mapToInt(part -> part.machines().size() + 3).sum();
  }

  /**
   * Virtual processors of virtual firewalls on all hosts, and cores of packet filters, rounded up.
   *
   * @param chosen parts that are microsegmented
   * @return 0 if no host enforces anything; NaN if a figure is missing; empty if it lies so near to
   *     a whole number that a study has to tell
   */
  public Optional<Cores> processors(BitSet chosen) {
    HostSum sum = new HostSum(chosen.stream().mapToObj(parts::get).toList(), bins, machines);
    double low = processors(sum, 1 - ROUNDING);
    double high = processors(sum, 1 + ROUNDING);
    return low == high || Double.isNaN(low) && Double.isNaN(high)
        ? Optional.of(new Cores(low))
        : Optional.empty();
  }

  private double processors(HostSum sum, double factor) {
    if (sum.hosts() == 0) {
      return 0;
    }
    double cores =
        HostFilter.of(sum.demand(parameters, factor), sum.rules()).coresOfAllHosts().count();
    return Math.ceil(cores) + reserved(sum, factor);
  }

  private double reserved(HostSum sum, double factor) {
    if (sum.deepest().compareTo(InspectionLevel.LAYER_4) <= 0) {
      return 0;
    }
    HostDemand deep = sum.deepDemand(parameters, factor);
    Rating rating = HostSizing.rating(sum.deepest()).orElseThrow();
    int least = Integer.MAX_VALUE;
    for (Appliance each : candidates(rating)) {
      least = Math.min(least, deep.instances(each, rating) * each.vcpus().getAsInt());
    }
    boolean known = deep.need().bitsPerSecond() > 0 && least < Integer.MAX_VALUE;
    return known ? (double) least * sum.hosts() : Double.NaN;
  }

  private List<Appliance> candidates(Rating rating) {
    return candidates.computeIfAbsent(rating, each -> HostSizing.candidates(catalogue, each));
  }

  /**
   * Parts that never add up to more than the processors of a choice; the first figure of each is
   * that of part 0, which is in every choice, and of the others what they add at least.
   *
   * <p>The busiest host carries at least min(h, H) / H of everything, and each of the H hosts gets
   * what it needs; so that the number of hosts cancels out, and what is left is a multiple of the
   * load. The busiest bin of everything stands for all bins.
   */
  public List<double[]> least() {
    HostSum all = new HostSum(parts, bins, machines);
    List<Rating> ratings =
        Arrays.stream(InspectionLevel.values())
            .filter(level -> level.compareTo(all.deepest()) <= 0)
            .flatMap(level -> HostSizing.rating(level).stream())
            .toList();
    List<double[]> bounds = new ArrayList<>();
    for (HostBound bound : HostBound.values()) {
      double[] least = new double[parts.size()];
      for (int i = 0; i < least.length; i++) {
        least[i] = cores(parts.get(i), all.busiestPacketBin());
      }
      bound.add(least, parts, all, ratings, parameters, catalogue);
      bounds.add(least);
    }
    return bounds;
  }

  private double cores(HostPart part, int bin) {
    double growth = parameters.growthMultiplier().value();
    Seconds packet = parameters.seconds(SizingParameter.PACKET_TIME);
    double packets =
        part.packets()[bin]
            * parameters.get(SizingParameter.BURST)
            * parameters.share(SizingParameter.OFFLOAD).rest().value();
    double connections = part.connections() * parameters.get(SizingParameter.CONNECTION_BURST);
    return growth
        * (packets * packet.seconds()
            + connections * parameters.seconds(SizingParameter.SET_TIME).seconds());
  }
}
