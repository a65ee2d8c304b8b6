package org.firebreak.exports.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyScope;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.core.policy.RoutingDomain;

/**
 * What raises an alert in one routing domain, as a sensor there sees it. A connection that no
 * permission covers does if a tripwire covers it and an end is a server, if both ends are servers,
 * or if an end is quarantined.
 *
 * @param servers every server of the domain
 * @param quarantined the quarantined ones of them; may be empty
 * @param places the servers by the group or zone that holds them, for messages
 * @param permissions what the policy permits in the domain
 * @param wires the tripwires, each with what no earlier one covers
 */
public record AlertScope(
    RoutingDomain domain,
    AddressGroup servers,
    AddressGroup quarantined,
    List<AddressGroup> places,
    List<Permission> permissions,
    List<Wire> wires) {
  /**
   * The scopes of the domains that have servers of their own and are wanted. Zones, groups and
   * servers of the policy's scope do not narrow them: a sensor sees the whole domain.
   */
  public static List<AlertScope> of(CompiledPolicy policy) {
    RuleIds ids = new RuleIds(policy);
    List<Wire> wires = wires(policy, ids);
    List<AlertScope> scopes = new ArrayList<>();
    for (RoutingDomain domain : policy.domains()) {
      if (isWanted(policy, domain)
          && policy.servers().stream().anyMatch(server -> server.domain() == domain)) {
        scopes.add(of(policy, domain, wires));
      }
    }
    return scopes;
  }

  private static boolean isWanted(CompiledPolicy policy, RoutingDomain domain) {
    String wanted = policy.options().scope().domain();
    return wanted == null
        || wanted.equals(domain.isShared() ? PolicyScope.SHARED : domain.tenant().id());
  }

  private static AlertScope of(CompiledPolicy policy, RoutingDomain domain, List<Wire> wires) {
    List<AddressRange> servers = new ArrayList<>();
    List<AddressRange> quarantined = new ArrayList<>();
    TreeMap<Integer, List<AddressRange>> byPlace = new TreeMap<>();
    for (PolicyServer server : policy.servers()) {
      if (!server.domain().isShared() && server.domain() != domain) {
        continue;
      }
      int place = policy.endpointOf(server).parent();
      for (Address address : server.addresses()) {
        if (policy.serverAt(domain, address).filter(server::equals).isPresent()) {
          AddressRange range = AddressRange.of(address);
          servers.add(range);
          byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(range);
          if (server.quarantined()) {
            quarantined.add(range);
          }
        }
      }
    }
    AddressGroup cutOff = new AddressGroup(null, "quarantined servers", AddressSet.of(quarantined));
    List<AddressGroup> places = new ArrayList<>();
    byPlace.forEach((place, ranges) -> places.add(place(policy, place, ranges)));
    return new AlertScope(
        domain,
        new AddressGroup(null, "servers", AddressSet.of(servers)),
        cutOff,
        List.copyOf(places),
        new PermissionTable(policy, domain, cutOff).permissions(),
        wires);
  }

  private static AddressGroup place(CompiledPolicy policy, int place, List<AddressRange> ranges) {
    if (place < 0) {
      return new AddressGroup(null, "servers outside any zone", AddressSet.of(ranges));
    }
    PolicyEndpoint endpoint = policy.endpoints().get(place);
    return new AddressGroup(endpoint.ref(), endpoint.ref().name(), AddressSet.of(ranges));
  }

  private static List<Wire> wires(CompiledPolicy policy, RuleIds ids) {
    List<Wire> wires = new ArrayList<>();
    Intervals covered = Intervals.EMPTY;
    for (PolicyTripwire tripwire : policy.tripwires()) {
      Intervals services = ServiceLine.of(tripwire.services());
      Intervals own = services.minus(covered);
      if (!own.isEmpty()) {
        wires.add(new Wire(tripwire, ids.of(tripwire.ref()), own));
        covered = Intervals.union(List.of(covered, services));
      }
    }
    return List.copyOf(wires);
  }

  /** What some tripwire covers. */
  public Intervals wired() {
    return Intervals.union(wires.stream().map(Wire::services).toList());
  }
}
