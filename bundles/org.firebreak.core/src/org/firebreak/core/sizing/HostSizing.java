package org.firebreak.core.sizing;

import java.util.Comparator;
import java.util.List;

/**
 * Sizing of enforcement at the hosts.
 *
 * @param demand traffic that hosts enforce
 * @param servers number of servers that enforce
 * @param largestRuleSet rules of the host with the most
 * @param deepest deepest inspection that an enforced flow wants; beyond layer 4 a packet filter is
 *     not enough
 * @param virtualFirewalls what inspection in a virtual firewall on each host would take, the fewest
 *     processors first; empty if layer 4 is enough or no figure is published
 */
public record HostSizing(
    HostDemand demand,
    int servers,
    int largestRuleSet,
    InspectionLevel deepest,
    List<VirtualFirewall> virtualFirewalls) {

  /**
   * A virtual firewall on the busiest host.
   *
   * @param appliance size of the virtual firewall
   * @param instances how many of them at the end of the horizon
   * @param today how many of them for the throughput of today
   * @param vcpus virtual processors that they take together at the end of the horizon
   */
  public record VirtualFirewall(Appliance appliance, int instances, int today, int vcpus) {}

  /** Copies the list. */
  public HostSizing {
    virtualFirewalls = List.copyOf(virtualFirewalls);
  }

  static HostSizing of(
      HostDemand demand, int servers, int largestRuleSet, ApplianceCatalogue catalogue) {
    InspectionLevel deepest =
        demand.flows().stream()
            .map(flow -> flow.traffic().inspection())
            .max(Comparator.naturalOrder())
            .orElse(InspectionLevel.EXEMPT);
    return new HostSizing(
        demand, servers, largestRuleSet, deepest, virtualFirewalls(demand, deepest, catalogue));
  }

  private static List<VirtualFirewall> virtualFirewalls(
      HostDemand demand, InspectionLevel deepest, ApplianceCatalogue catalogue) {
    Rating rating =
        switch (deepest) {
          case APPLICATION -> Rating.APPLICATION;
          case THREAT -> Rating.THREAT;
          case THREAT_TLS -> Rating.TLS;
          case EXEMPT, LAYER_4 -> null;
        };
    if (rating == null || demand.need() <= 0) {
      return List.of();
    }
    return catalogue.all().stream()
        .filter(each -> each.form() == Appliance.Form.VIRTUAL && each.current())
        .filter(each -> each.role() == Appliance.Role.CENTRAL)
        .filter(each -> each.rated(rating).isPresent() && each.vcpus().isPresent())
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
        demand.instances(demand.needToday(), appliance.rated(rating).orElseThrow()),
        instances * appliance.vcpus().getAsInt());
  }
}
