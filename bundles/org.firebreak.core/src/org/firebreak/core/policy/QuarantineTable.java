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

  /** The quarantined servers that a rule set can name, with their addresses there. */
  private record CutOff(AddressGroup group, List<ElementRef> servers) {
    boolean isEmpty() {
      return servers.isEmpty();
    }
  }

  final List<PolicyEndpoint> responders = new ArrayList<>();
  private final EndpointTable table;
  private final AddressTable addresses;
  private final List<PolicyServer> servers;
  private final Map<Integer, CutOff> seen = new ConcurrentHashMap<>();

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
    CutOff cutOff = cutOff(endpoint -> addresses.in(domain, endpoint));
    List<Rule> rules = new ArrayList<>();
    if (!cutOff.isEmpty()) {
      rules.add(deny(Rule.Direction.FORWARD, cutOff, true));
      for (PolicyEndpoint responder : responders) {
        AddressGroup own = group(responder, addresses.in(domain, responder));
        addPermit(rules, Rule.Direction.FORWARD, responder, own, cutOff.group());
      }
      rules.add(deny(Rule.Direction.FORWARD, cutOff, false));
    }
    return rules;
  }

  /** All rules of quarantined hosts in a routing domain. */
  List<Rule> ofQuarantined(RoutingDomain domain) {
    CutOff cutOff = seenFrom(domain);
    List<Rule> permits = new ArrayList<>();
    for (PolicyEndpoint responder : responders) {
      AddressGroup peer = group(responder, addresses.seenFrom(domain, responder));
      addPermit(permits, Rule.Direction.INBOUND, responder, peer, AddressGroup.ANY);
    }
    List<Rule> rules = new ArrayList<>();
    if (permits.stream()
        .anyMatch(rule -> rule.source().addresses().intersects(cutOff.group().addresses()))) {
      rules.add(deny(Rule.Direction.INBOUND, cutOff, true));
    }
    rules.addAll(permits);
    for (Rule.Direction direction : HOST_DIRECTIONS) {
      rules.addAll(new Denials(direction, List.of()).add(RolloutPhase.ENFORCE).rules());
    }
    return rules;
  }

  /** The rules that stand first among those for connections into a host that is not quarantined. */
  List<Rule> inbound(RoutingDomain domain) {
    CutOff cutOff = seenFrom(domain);
    return cutOff.isEmpty() ? List.of() : List.of(deny(Rule.Direction.INBOUND, cutOff, true));
  }

  /**
   * The rules that stand first among those for connections out of a host that is not quarantined.
   *
   * @param asResponder the responders that cover the host, with the addresses of it that they cover
   */
  List<Rule> outbound(RoutingDomain domain, Map<PolicyEndpoint, AddressGroup> asResponder) {
    CutOff cutOff = seenFrom(domain);
    List<Rule> rules = new ArrayList<>();
    if (!cutOff.isEmpty()) {
      asResponder.forEach(
          (responder, own) ->
              addPermit(rules, Rule.Direction.OUTBOUND, responder, own, cutOff.group()));
      rules.add(deny(Rule.Direction.OUTBOUND, cutOff, false));
    }
    return rules;
  }

  private CutOff seenFrom(RoutingDomain domain) {
    return seen.computeIfAbsent(
        domain.index(), index -> cutOff(endpoint -> addresses.seenFrom(domain, endpoint)));
  }

  private CutOff cutOff(Function<PolicyEndpoint, AddressSet> addressesOf) {
    List<AddressRange> ranges = new ArrayList<>();
    List<ElementRef> there = new ArrayList<>();
    for (PolicyServer server : servers) {
      int endpoint = table.endpointOfServer.get(server.index());
      AddressSet own = addressesOf.apply(table.endpoints.get(endpoint));
      if (!own.isEmpty()) {
        ranges.addAll(own.ranges());
        there.add(server.ref());
      }
    }
    return new CutOff(
        new AddressGroup(null, "quarantined servers", AddressSet.of(ranges)), List.copyOf(there));
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

  private static Rule deny(Rule.Direction direction, CutOff cutOff, boolean from) {
    return rule(
        from ? "Q-src" : "Q-dst",
        direction,
        from ? cutOff.group() : AddressGroup.ANY,
        from ? AddressGroup.ANY : cutOff.group(),
        Rule.Action.DENY,
        cutOff.servers());
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
