package org.firebreak.core.compare;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.firebreak.core.reach.Spread;
import org.firebreak.core.sizing.Unit;

/** A figure by which strategies are compared. Lower is better unless it says otherwise. */
public enum Metric {
  CENTRAL_RULES(
      "central-rules",
      "Rules at central firewalls",
      Unit.COUNT,
      StrategyResult::centralRules,
      "Rules of all central firewalls, those that deny the rest included."),
  HOST_RULES(
      "host-rules",
      "Rules at hosts",
      Unit.COUNT,
      StrategyResult::hostRules,
      "Rules in force in the packet filters of all servers together; they are generated."),
  WRITTEN_RULES(
      "distinct-rules",
      "Distinct rules",
      Unit.COUNT,
      StrategyResult::writtenRules,
      "Rules as they are generated: servers with the same rules share them."),
  FIREWALLS(
      "firewalls",
      "Central firewalls",
      Unit.COUNT,
      StrategyResult::firewalls,
      "Central enforcement points that have rules."),
  ENFORCED_SERVERS(
      "host-points",
      "Servers with a packet filter",
      Unit.COUNT,
      StrategyResult::enforcedServers,
      "Servers whose own host enforces rules."),
  CENTRAL_UNITS(
      "central-devices",
      "Central devices",
      Unit.COUNT,
      StrategyResult::centralUnits,
      "Units of all central firewalls with their high availability."),
  HOSTS(
      "enforcing-hosts",
      "Hosts that enforce",
      Unit.COUNT,
      StrategyResult::hosts,
      "Hypervisor hosts, or servers by themselves, that enforce rules."),
  CENTRAL_THROUGHPUT(
      "central-throughput",
      "Inspected centrally today",
      Unit.BITS_PER_SECOND,
      (StrategyResult each) -> each.centralThroughput().bitsPerSecond(),
      "Peak of the sum over all central firewalls, both directions summed."),
  RATED_THROUGHPUT(
      "central-rated",
      "Datasheet throughput needed",
      Unit.BITS_PER_SECOND,
      (StrategyResult each) -> each.ratedThroughput().bitsPerSecond(),
      "At the end of the horizon, with bursts, growth, ceiling and derate; all firewalls."),
  HOST_THROUGHPUT(
      "host-throughput",
      "Inspected at hosts today",
      Unit.BITS_PER_SECOND,
      (StrategyResult each) -> each.hostThroughput().bitsPerSecond(),
      "Peak of the sum over all hosts; a flow between two of them counts at both."),
  BUSIEST_HOST(
      "busiest-host",
      "Busiest host",
      Unit.BITS_PER_SECOND,
      (StrategyResult each) -> each.busiestHost().bitsPerSecond(),
      "At the end of the horizon, with bursts and growth."),
  LINKS(
      "links",
      "Links of central firewalls",
      Unit.BITS_PER_SECOND,
      (StrategyResult each) -> each.links().bitsPerSecond(),
      "Bandwidth of the link bundles (LAG) in each direction at the end of the horizon."),
  FABRIC(
      "fabric",
      "Fabric load",
      Unit.BITS_PER_SECOND,
      result -> result.study().fabric().load().bitsPerSecond(),
      "All traffic, and once more what makes a detour through a central firewall."),
  FABRIC_FACTOR(
      "fabric-factor",
      "Fabric load over demand",
      Unit.FACTOR,
      result -> result.study().fabric().factor().value(),
      "1 if nothing makes a detour."),
  FILTER_CORES(
      "filter-cores",
      "Cores for packet filters",
      Unit.COUNT,
      result -> HostProcessors.filterCores(result.study()).count(),
      "Processor cores that packet filters take of all hosts at the end of the horizon."),
  RESERVED_CPUS(
      "vcpu",
      "vCPU reserved",
      Unit.COUNT,
      result -> HostProcessors.reserved(result.study()).count(),
      "Virtual processors of the virtual firewalls on all hosts, for flows that ask for more than"
          + " layer 4."),
  DIRECT_PAIRS(
      "reachable-pairs",
      "Reachable server pairs",
      Unit.COUNT,
      result -> result.radius().directPairs(),
      "Ordered pairs of servers of which the first can open a connection to the second."),
  MULTI_HOP_PAIRS(
      "reachable-pairs-multi-hop",
      "Reachable server pairs over several hops",
      Unit.COUNT,
      result -> result.radius().multiHopPairs(),
      "Ordered pairs of servers of which the second can be reached from the first in any number of"
          + " hops."),
  DIRECT_MEAN(
      "blast-direct-mean",
      "Blast radius, one hop, mean",
      Unit.COUNT,
      result -> result.radius().direct().mean(),
      "Servers to which a compromised one can open a connection, on average."),
  DIRECT_WORST(
      "blast-direct-worst",
      "Blast radius, one hop, worst",
      Unit.COUNT,
      result -> result.radius().direct().worst(),
      "The same from the server from which it is most."),
  MULTI_HOP_MEAN(
      "blast-mean",
      "Blast radius, mean",
      Unit.COUNT,
      result -> result.radius().multiHop().mean(),
      "Servers that can be reached from a compromised one in any number of hops, on average."),
  MULTI_HOP_WORST(
      "blast-worst",
      "Blast radius, worst",
      Unit.COUNT,
      result -> result.radius().multiHop().worst(),
      "The same from the server from which it is most."),
  DIRECT_INTERNET(
      "blast-direct-internet",
      "Blast radius, one hop, from the Internet",
      Unit.COUNT,
      result -> worst(result.radius().directFromInternet()),
      "The same from internet-facing servers, the worst of them."),
  MULTI_HOP_INTERNET(
      "blast-internet",
      "Blast radius, from the Internet",
      Unit.COUNT,
      result -> worst(result.radius().multiHopFromInternet()),
      "In any number of hops from internet-facing servers, the worst of them."),
  ACL_ENTRIES(
      "acl-entries",
      "ACL entries avoided",
      Unit.COUNT,
      result -> result.policy().aclEntries(),
      "Entries of stateless access lists that would enforce the same policy.",
      false),
  EFFORT(
      "effort",
      "Management effort",
      Unit.COUNT,
      result -> result.effort().weighted(result.parameters()),
      "What a change of one flow touches on average, weighted."),
  EFFORT_RULES(
      "effort-rules",
      "Rules per change",
      Unit.COUNT,
      result -> result.effort().rules(),
      "Rules that come from a flow, on average; hosts with the same rules share them."),
  EFFORT_OBJECTS(
      "effort-objects",
      "Address objects per change",
      Unit.COUNT,
      result -> result.effort().objects(),
      "Address objects that those rules name, on average."),
  EFFORT_CENTRAL(
      "effort-firewalls",
      "Central firewalls per change",
      Unit.COUNT,
      result -> result.effort().centralPoints(),
      "Central firewalls that have rules of a flow, on average."),
  EFFORT_HOSTS(
      "effort-hosts",
      "Hosts per change",
      Unit.COUNT,
      result -> result.effort().hosts(),
      "Servers whose packet filters have rules of a flow, on average.");

  private final String key;
  private final String label;
  private final Unit unit;
  private final ToDoubleFunction<StrategyResult> value;
  private final String explanation;
  private final boolean lowerIsBetter;

  Metric(
      String key,
      String label,
      Unit unit,
      ToDoubleFunction<StrategyResult> value,
      String explanation) {
    this(key, label, unit, value, explanation, true);
  }

  Metric(
      String key,
      String label,
      Unit unit,
      ToDoubleFunction<StrategyResult> value,
      String explanation,
      boolean lowerIsBetter) {
    this.key = key;
    this.label = label;
    this.unit = unit;
    this.value = value;
    this.explanation = explanation;
    this.lowerIsBetter = lowerIsBetter;
  }

  /** The figure with a key. */
  public static Optional<Metric> byKey(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
  }

  /** Not known where there is nothing to start from. */
  private static double worst(Spread spread) {
    return spread.servers() == 0 ? Double.NaN : spread.worst();
  }

  double of(StrategyResult result) {
    return value.applyAsDouble(result);
  }

  /** Name in files: lower-case words joined by hyphens. */
  public String key() {
    return key;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /** Unit of the values. */
  public Unit unit() {
    return unit;
  }

  /** What it counts. */
  public String explanation() {
    return explanation;
  }

  /** Whether the strategy with the lower value is better off; otherwise it is no criterion. */
  public boolean lowerIsBetter() {
    return lowerIsBetter;
  }
}
