package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Inspection;

/**
 * Who is in quarantine, who may still reach it, and the rules that say so.
 *
 * <pre>
 * central firewall     from quarantined deny, from responders to quarantined permit, to quarantined deny
 * quarantined host     from quarantined deny, from responders permit, all else deny
 * other hosts          from quarantined deny, from responders' hosts to quarantined permit, to
 *                      quarantined deny
 * </pre>
 *
 * All of them log. The phase of the roll-out does not matter: who asks for a quarantine wants it.
 */
final class QuarantineTable {
  private static final List<Rule.Direction> HOST_DIRECTIONS =
      List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND);

  final List<PolicyEndpoint> responders = new ArrayList<>();
  private final EndpointTable table;
  private final AddressTable addresses;
  private final List<PolicyServer> servers;
  private final Map<Integer, AddressGroup> seen = new ConcurrentHashMap<>();

  /**
   * Resolves the ids.
   *
   * @throws IllegalArgumentException if an id is of no server, or no endpoint, of the design
   */
  QuarantineTable(Design design, Quarantine more, EndpointTable table, AddressTable addresses) {
    this.table = table;
    this.addresses = addresses;
    this.servers = table.servers.stream().filter(PolicyServer::quarantined).toList();
    Set<String> ids = new HashSet<>(more.responders());
    design.getResponders().stream().map(Endpoint::getId).forEach(ids::add);
    for (PolicyEndpoint endpoint : table.endpoints) {
      if (ids.contains(endpoint.ref().id())) {
        responders.add(endpoint);
      }
    }
    Set<String> known = new HashSet<>();
    table.endpoints.forEach(endpoint -> known.add(endpoint.ref().id()));
    check(more.responders(), known, "endpoint");
    known.clear();
    table.servers.forEach(server -> known.add(server.ref().id()));
    check(more.servers(), known, "server");
  }

  private static void check(Set<String> ids, Set<String> known, String what) {
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException("the design has no " + what + " with the id " + id);
      }
    }
  }

  boolean isEmpty() {
    return servers.isEmpty();
  }

  /** Whether an end outside, or a server that is not quarantined itself, is a responder. */
  boolean isResponder(int server, Address address) {
    if (server >= 0 && table.servers.get(server).quarantined()) {
      return false;
    }
    return responders.stream()
        .anyMatch(
            responder ->
                responder.isExternal()
                    ? responder.network().contains(address)
                    : server >= 0 && responder.holds(server));
  }

  /** The rules that stand first at a central firewall in a routing domain. */
  List<Rule> central(RoutingDomain domain) {
    AddressGroup cutOff = group(endpoint -> addresses.in(domain, endpoint));
    List<Rule> rules = new ArrayList<>();
    if (!cutOff.addresses().isEmpty()) {
      rules.add(deny("Q-src", Rule.Direction.FORWARD, cutOff, AddressGroup.ANY));
      for (PolicyEndpoint responder : responders) {
        AddressGroup own = group(responder, addresses.in(domain, responder));
        addPermit(rules, Rule.Direction.FORWARD, responder, own, cutOff);
      }
      rules.add(deny("Q-dst", Rule.Direction.FORWARD, AddressGroup.ANY, cutOff));
    }
    return rules;
  }

  /** All rules of quarantined hosts in a routing domain. */
  List<Rule> ofQuarantined(RoutingDomain domain) {
    AddressGroup cutOff = seenFrom(domain);
    List<Rule> permits = new ArrayList<>();
    for (PolicyEndpoint responder : responders) {
      AddressGroup peer = group(responder, addresses.seenFrom(domain, responder));
      addPermit(permits, Rule.Direction.INBOUND, responder, peer, AddressGroup.ANY);
    }
    List<Rule> rules = new ArrayList<>();
    if (permits.stream()
        .anyMatch(rule -> rule.source().addresses().intersects(cutOff.addresses()))) {
      rules.add(deny("Q-src", Rule.Direction.INBOUND, cutOff, AddressGroup.ANY));
    }
    rules.addAll(permits);
    for (Rule.Direction direction : HOST_DIRECTIONS) {
      rules.addAll(new Denials(direction, List.of()).add(RolloutPhase.ENFORCE).rules());
    }
    return rules;
  }

  /** The rules that stand first among those for connections into a host that is not quarantined. */
  List<Rule> inbound(RoutingDomain domain) {
    AddressGroup cutOff = seenFrom(domain);
    return cutOff.addresses().isEmpty()
        ? List.of()
        : List.of(deny("Q-src", Rule.Direction.INBOUND, cutOff, AddressGroup.ANY));
  }

  /**
   * The rules that stand first among those for connections out of a host that is not quarantined.
   *
   * @param asResponder the responders that cover the host, with the addresses of it that they cover
   */
  List<Rule> outbound(RoutingDomain domain, Map<PolicyEndpoint, AddressGroup> asResponder) {
    AddressGroup cutOff = seenFrom(domain);
    List<Rule> rules = new ArrayList<>();
    if (!cutOff.addresses().isEmpty()) {
      asResponder.forEach(
          (responder, own) -> addPermit(rules, Rule.Direction.OUTBOUND, responder, own, cutOff));
      rules.add(deny("Q-dst", Rule.Direction.OUTBOUND, AddressGroup.ANY, cutOff));
    }
    return rules;
  }

  private AddressGroup seenFrom(RoutingDomain domain) {
    return seen.computeIfAbsent(
        domain.index(), index -> group(endpoint -> addresses.seenFrom(domain, endpoint)));
  }

  private AddressGroup group(Function<PolicyEndpoint, AddressSet> addressesOf) {
    List<AddressRange> ranges = new ArrayList<>();
    for (PolicyServer server : servers) {
      int endpoint = table.endpointOfServer.get(server.index());
      ranges.addAll(addressesOf.apply(table.endpoints.get(endpoint)).ranges());
    }
    return new AddressGroup(null, "quarantined servers", AddressSet.of(ranges));
  }

  private static AddressGroup group(PolicyEndpoint endpoint, AddressSet set) {
    return new AddressGroup(endpoint.ref(), endpoint.ref().name(), set);
  }

  private static void addPermit(
      List<Rule> rules,
      Rule.Direction direction,
      PolicyEndpoint responder,
      AddressGroup source,
      AddressGroup destination) {
    if (!source.addresses().isEmpty()) {
      String id = "Q-" + RuleFactory.hash(List.of(responder.ref().id()));
      List<ElementRef> origins = List.of(responder.ref());
      rules.add(rule(id, direction, source, destination, Rule.Action.PERMIT, origins));
    }
  }

  private Rule deny(
      String id, Rule.Direction direction, AddressGroup source, AddressGroup destination) {
    List<ElementRef> origins = servers.stream().map(PolicyServer::ref).toList();
    return rule(id, direction, source, destination, Rule.Action.DENY, origins);
  }

  private static Rule rule(
      String id,
      Rule.Direction direction,
      AddressGroup source,
      AddressGroup destination,
      Rule.Action action,
      List<ElementRef> origins) {
    return new Rule(
        id + RuleFactory.suffix(direction),
        Rule.Kind.QUARANTINE,
        direction,
        source,
        destination,
        List.of(),
        action,
        true,
        null,
        action == Rule.Action.PERMIT ? Inspection.LAYER_4 : null,
        origins);
  }
}
