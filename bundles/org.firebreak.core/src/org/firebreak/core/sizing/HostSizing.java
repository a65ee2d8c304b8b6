package org.firebreak.core.sizing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Cores;
import org.firebreak.core.sizing.units.MemorySize;

/**
 * Sizing of enforcement at the hosts.
 *
 * @param demand traffic that hosts enforce
 * @param servers number of servers that enforce
 * @param largestRuleSet rules of the host with the most
 * @param deepest deepest inspection that an enforced flow wants; beyond layer 4 a packet filter is
 *     not enough
 * @param virtualFirewalls what a virtual firewall on each host would take if everything passed it,
 *     the fewest processors first; empty if layer 4 is enough or no figure is published
 * @param selective the same if only the flows that ask for more than layer 4 passed it
 * @param loads what each host enforces today by the servers that run on it, the busiest first
 * @param filter what a packet filter in the kernel takes
 * @param platforms platforms for hosts whose limits the catalogue knows
 */
public record HostSizing(
    HostDemand demand,
    int servers,
    int largestRuleSet,
    InspectionLevel deepest,
    List<VirtualFirewall> virtualFirewalls,
    List<VirtualFirewall> selective,
    List<HostLoad> loads,
    HostFilter filter,
    List<HostPlatform> platforms) {

  /**
   * A virtual firewall on the busiest host.
   *
   * @param appliance size of the virtual firewall
   * @param instances how many of them at the end of the horizon
   * @param today how many of them for the throughput of today
   * @param vcpus virtual processors that they take together at the end of the horizon
   * @param memory memory that they take together; NaN if not published
   * @param withoutOffload how many of them if no network card took traffic off them
   */
  public record VirtualFirewall(
      Appliance appliance,
      int instances,
      int today,
      int vcpus,
      MemorySize memory,
      int withoutOffload) {}

  private static final MemorySize UNKNOWN = new MemorySize(Double.NaN);

  /** Copies the lists. */
  public HostSizing {
    virtualFirewalls = List.copyOf(virtualFirewalls);
    selective = List.copyOf(selective);
    loads = List.copyOf(loads);
    platforms = List.copyOf(platforms);
  }

  static HostSizing of(
      HostDemand demand,
      int servers,
      int largestRuleSet,
      List<HostLoad> loads,
      ApplianceCatalogue catalogue) {
    InspectionLevel deepest =
        demand.flows().stream()
            .map(flow -> flow.traffic().inspection())
            .max(Comparator.naturalOrder())
            .orElse(InspectionLevel.EXEMPT);
    int rulesOfAHost = loads.stream().mapToInt(HostLoad::rules).max().orElse(largestRuleSet);
    return new HostSizing(
        demand,
        servers,
        largestRuleSet,
        deepest,
        virtualFirewalls(demand, deepest, catalogue),
        virtualFirewalls(demand.beyondLayer4(), deepest, catalogue),
        loads,
        HostFilter.of(demand, largestRuleSet),
        HostPlatform.of(catalogue, demand, rulesOfAHost));
  }

  /**
   * The host that carries most by the servers that run on it.
   *
   * @return host; empty if no host enforces traffic
   */
  public Optional<HostLoad> busiest() {
    return loads.stream().findFirst();
  }

  /**
   * Demand and cost as lines of a report.
   *
   * @return figures of the busiest host, then of the packet filter and the cheapest virtual
   *     firewall
   */
  public List<Figure> figures() {
    return HostFigures.of(this);
  }

  /**
   * Which input decides: every parameter and figure a step down and up, one at a time. Reckoned
   * anew at each call.
   *
   * @return those that change the choice first, then by how far they move what hosts are taken;
   *     empty without demand
   */
  public List<HostSensitivity> sensitivity() {
    return new HostSensitivityTable(this).rows();
  }

  /**
   * Virtual processors that a virtual firewall takes of all hosts, each sized as the busiest.
   *
   * @param firewall one of {@link #virtualFirewalls} or {@link #selective}
   * @return processors
   */
  public int vcpusOfAllHosts(VirtualFirewall firewall) {
    return firewall.vcpus() * demand.hosts();
  }

  /**
   * Processors that enforcement takes of the hosts: those of virtual firewalls for what asks for
   * more than layer 4, and cores of packet filters, rounded up.
   *
   * @return processors of all hosts; NaN if a figure for it is missing
   */
  public Cores processors() {
    return new Cores(Math.ceil(filter.coresOfAllHosts().count()) + reservedProcessors().count());
  }

  /**
   * Virtual processors of the virtual firewalls on all hosts, for flows that ask for more than
   * layer 4.
   *
   * @return 0 if there is no such flow; NaN if a figure for it is missing
   */
  public Cores reservedProcessors() {
    if (demand.beyondLayer4().flows().isEmpty()) {
      return new Cores(0);
    }
    return new Cores(selective.isEmpty() ? Double.NaN : vcpusOfAllHosts(selective.get(0)));
  }

  /** The rating that counts for an inspection; empty if a packet filter does. */
  static Optional<Rating> rating(InspectionLevel deepest) {
    return switch (deepest) {
      case APPLICATION -> Optional.of(Rating.APPLICATION);
      case THREAT -> Optional.of(Rating.THREAT);
      case THREAT_TLS -> Optional.of(Rating.TLS);
      case EXEMPT, LAYER_4 -> Optional.empty();
    };
  }

  /** Virtual firewalls that may run on hosts, of which the rating is published. */
  static List<Appliance> candidates(ApplianceCatalogue catalogue, Rating rating) {
    return catalogue.all().stream()
        .filter(each -> each.form() == Appliance.Form.VIRTUAL && each.current())
        .filter(each -> each.role() == Appliance.Role.CENTRAL)
        .filter(each -> each.rated(rating).isPresent() && each.vcpus().isPresent())
        .toList();
  }

  private static List<VirtualFirewall> virtualFirewalls(
      HostDemand demand, InspectionLevel deepest, ApplianceCatalogue catalogue) {
    Optional<Rating> wanted = rating(deepest);
    if (wanted.isEmpty() || demand.need().bitsPerSecond() <= 0) {
      return List.of();
    }
    Rating rating = wanted.get();
    return candidates(catalogue, rating).stream()
        .map(each -> virtualFirewall(each, rating, demand))
        .sorted(
            Comparator.comparingInt(VirtualFirewall::vcpus)
                .thenComparingInt(VirtualFirewall::instances)
                .thenComparing(each -> each.appliance().name()))
        .toList();
  }

  private static VirtualFirewall virtualFirewall(
      Appliance appliance, Rating rating, HostDemand demand) {
    int instances = demand.instances(appliance, rating);
    return new VirtualFirewall(
        appliance,
        instances,
        demand.instances(demand.needToday(), new BitRate(appliance.rated(rating).orElseThrow())),
        instances * appliance.vcpus().getAsInt(),
        appliance.memory().map(each -> new MemorySize(instances * each.bytes())).orElse(UNKNOWN),
        demand.withoutOffload().instances(appliance, rating));
  }
}
