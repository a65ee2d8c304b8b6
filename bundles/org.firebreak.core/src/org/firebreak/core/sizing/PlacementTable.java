package org.firebreak.core.sizing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Enforcer;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.StrategyKind;

/**
 * Asks the compiled policy where the connections of a flow are enforced. One pair of servers stands
 * for all pairs of two classes that the policy enforces alike.
 */
final class PlacementTable {

  private record Pair(ServerClass.Key source, ServerClass.Key destination) {}

  private final CompiledPolicy policy;
  private final AddressSet servers;
  private final ZoneTable zones;
  private final Map<Integer, List<ServerClass>> classes = new HashMap<>();
  private final Map<Pair, List<Enforcer>> enforcers = new HashMap<>();

  PlacementTable(CompiledPolicy policy) {
    this.policy = policy;
    zones = new ZoneTable(policy);
    servers =
        AddressSet.of(
            policy.servers().stream()
                .flatMap(server -> server.addresses().stream())
                .map(AddressRange::of)
                .toList());
  }

  Placement of(PolicyFlow flow) {
    PlacementTally tally = new PlacementTally();
    for (ServerClass source : classes(flow.source())) {
      ElementRef from = zones.of(source, flow.source());
      for (ServerClass destination : classes(flow.destination())) {
        long pairs = source.pairs(destination);
        List<Enforcer> points = pairs == 0 ? null : enforcers(source, destination);
        if (points != null) {
          tally.add(pairs, points, !sameGroup(source, destination));
          tally.addZones(pairs, from, zones.of(destination, flow.destination()));
          tally.addEnds(pairs, points, source, destination);
        }
      }
    }
    if (!tally.isEmpty()) {
      return tally.placement();
    }
    return isOneServer(flow) ? unseen(flow) : assumed(flow);
  }

  /** Whether both ends are the same server, whose traffic to itself never leaves it. */
  private boolean isOneServer(PolicyFlow flow) {
    List<ServerClass> sources = classes(flow.source());
    List<ServerClass> destinations = classes(flow.destination());
    return sources.size() == 1
        && destinations.size() == 1
        && sources.get(0).key() != null
        && sources.get(0).key().equals(destinations.get(0).key())
        && sources.get(0).pairs(destinations.get(0)) == 0;
  }

  private Placement unseen(PolicyFlow flow) {
    return new Placement(Map.of(), 0, 0, 0, 1, 0, false, Map.of(pair(flow), 1.0), List.of());
  }

  private Placement.ZonePair pair(PolicyFlow flow) {
    return new Placement.ZonePair(zones.of(flow.source()), zones.of(flow.destination()));
  }

  private static boolean sameGroup(ServerClass source, ServerClass destination) {
    return source.key() != null
        && destination.key() != null
        && source.key().group() == destination.key().group();
  }

  private List<ServerClass> classes(PolicyEndpoint endpoint) {
    return classes.computeIfAbsent(
        endpoint.index(), index -> ServerClass.of(policy, endpoint, servers));
  }

  /** Where connections of two classes are enforced; null if they cannot reach each other. */
  private List<Enforcer> enforcers(ServerClass source, ServerClass destination) {
    if (source.key() == null || destination.key() == null) {
      return ask(source, destination);
    }
    Pair pair = new Pair(source.key(), destination.key());
    List<Enforcer> known = enforcers.get(pair);
    if (known == null) {
      known = ask(source, destination);
      if (known != null) {
        enforcers.put(pair, known);
      }
    }
    return known;
  }

  private List<Enforcer> ask(ServerClass source, ServerClass destination) {
    RoutingDomain domain = source.domain().isShared() ? destination.domain() : source.domain();
    if (!destination.domain().isShared() && !destination.domain().equals(domain)) {
      return null;
    }
    for (Address from : source.addresses()) {
      for (Address to : destination.addresses()) {
        if (from.v6() == to.v6() && !sameServer(domain, from, to)) {
          return policy.enforcers(domain, from, to);
        }
      }
    }
    return null;
  }

  private boolean sameServer(RoutingDomain domain, Address from, Address to) {
    return from.equals(to)
        || policy.serverAt(domain, from).isPresent()
            && policy.serverAt(domain, from).equals(policy.serverAt(domain, to));
  }

  /** An end without a server that has an address: as if it were a group of its own. */
  private Placement assumed(PolicyFlow flow) {
    Map<Placement.ZonePair, Double> pair = Map.of(pair(flow), 1.0);
    if (policy.strategy() == StrategyKind.MICRO) {
      boolean one = flow.source().isExternal() || flow.destination().isExternal();
      return new Placement(Map.of(), 0, one ? 1 : 0, one ? 0 : 1, 0, 1, true, pair, List.of());
    }
    if (flow.source().index() == flow.destination().index()) {
      return new Placement(Map.of(), 0, 0, 0, 1, 0, true, pair, List.of());
    }
    return new Placement(Map.of(firstCentral(), 1.0), 1, 0, 0, 0, 1, true, pair, List.of());
  }

  private ElementRef firstCentral() {
    return policy.ruleSets().stream()
        .filter(set -> set.kind() == EnforcementKind.CENTRAL)
        .map(set -> set.enforcementPoint())
        .findFirst()
        .orElse(new ElementRef("central", "EnforcementPoint", "Central firewall"));
  }
}
