package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.EnforcementKind;

/**
 * The rules of the hosts of microsegmented and quarantined servers. Servers that stand in the same
 * place of the design, so that the same flows speak of them, form a class and share one rule set;
 * classes whose rules turn out the same are joined.
 */
final class HostRules {
  /**
   * What decides the rules of a server.
   *
   * @param endpoint endpoint from which flows are inherited: the server's own if flows name it,
   *     else the one that contains it
   * @param whole networks that hold all addresses of the server
   * @param partial networks that hold some of them
   */
  private record ClassKey(
      int endpoint,
      List<Integer> whole,
      List<Integer> partial,
      int domain,
      ElementRef point,
      RolloutPhase phase,
      boolean quarantined) {}

  /** A flow end that applies to a host, and the part of the host's addresses that it speaks of. */
  private record Side(PolicyFlow flow, AddressGroup own) {}

  private record NetworkHits(PolicyEndpoint network, BitSet servers) {}

  private final EndpointTable table;
  private final AddressTable addresses;
  private final FlowTable flows;
  private final GuardTable guards;
  private final QuarantineTable quarantine;
  private final PhaseTable phases;
  private final List<NetworkHits> networks = new ArrayList<>();

  HostRules(
      EndpointTable table,
      AddressTable addresses,
      FlowTable flows,
      GuardTable guards,
      QuarantineTable quarantine,
      PhaseTable phases) {
    this.table = table;
    this.addresses = addresses;
    this.flows = flows;
    this.guards = guards;
    this.quarantine = quarantine;
    this.phases = phases;
    for (PolicyEndpoint endpoint : table.endpoints) {
      if (endpoint.isExternal() && isNamed(endpoint.index())) {
        networks.add(new NetworkHits(endpoint, addresses.serversIn(endpoint.network())));
      }
    }
  }

  /** Whether rules speak of an endpoint itself, not only of what is around it. */
  private boolean isNamed(int endpoint) {
    return !flows.bySource.get(endpoint).isEmpty()
        || !flows.byDestination.get(endpoint).isEmpty()
        || !quarantine.isEmpty() && quarantine.responders.contains(table.endpoints.get(endpoint));
  }

  List<RuleSet> compile() {
    Map<ClassKey, List<PolicyServer>> classes = new LinkedHashMap<>();
    for (PolicyServer server : table.servers) {
      if (server.enforcedAtHost()) {
        classes.computeIfAbsent(key(server), key -> new ArrayList<>()).add(server);
      }
    }
    record Shared(List<Rule> rules, int domain, ElementRef point) {}
    Map<Shared, List<PolicyServer>> joined = new LinkedHashMap<>();
    classes.forEach(
        (key, servers) ->
            joined
                .computeIfAbsent(
                    new Shared(rules(key), key.domain(), key.point()), same -> new ArrayList<>())
                .addAll(servers));
    List<RuleSet> sets = new ArrayList<>(joined.size());
    joined.forEach((shared, servers) -> sets.add(ruleSet(shared.rules(), servers)));
    return sets;
  }

  private ClassKey key(PolicyServer server) {
    int domain = server.domain().index();
    ElementRef point = guards.hostPoint(server.index()).ref();
    if (server.quarantined()) {
      return new ClassKey(-1, List.of(), List.of(), domain, point, RolloutPhase.ENFORCE, true);
    }
    List<Integer> whole = new ArrayList<>();
    List<Integer> partial = new ArrayList<>();
    for (NetworkHits hits : networks) {
      if (hits.servers().get(server.index())) {
        boolean all = server.addresses().stream().allMatch(hits.network().network()::contains);
        (all ? whole : partial).add(hits.network().index());
      }
    }
    int own = table.endpointOfServer.get(server.index());
    return new ClassKey(
        isNamed(own) ? own : table.endpoints.get(own).parent(),
        whole,
        partial,
        domain,
        point,
        phases.of(server.index()),
        false);
  }

  private List<Rule> rules(ClassKey key) {
    RoutingDomain domain = table.domains.get(key.domain());
    if (key.quarantined()) {
      return List.copyOf(quarantine.ofQuarantined(domain));
    }
    List<Rule> rules = new ArrayList<>(quarantine.inbound(domain));
    addFlows(rules, Rule.Direction.INBOUND, sides(key, flows.byDestination), domain);
    rules.addAll(new Denials(Rule.Direction.INBOUND, flows.tripwires).add(key.phase()).rules());
    rules.addAll(quarantine.outbound(domain, asResponder(key)));
    addFlows(rules, Rule.Direction.OUTBOUND, sides(key, flows.bySource), domain);
    rules.addAll(new Denials(Rule.Direction.OUTBOUND, flows.tripwires).add(key.phase()).rules());
    return List.copyOf(rules);
  }

  private Map<PolicyEndpoint, AddressGroup> asResponder(ClassKey key) {
    Map<PolicyEndpoint, AddressGroup> covering = new LinkedHashMap<>();
    for (PolicyEndpoint responder : quarantine.responders) {
      if (isInside(key.endpoint(), responder.index()) || key.whole().contains(responder.index())) {
        covering.put(responder, AddressGroup.ANY);
      } else if (key.partial().contains(responder.index())) {
        covering.put(responder, part(responder));
      }
    }
    return covering;
  }

  private boolean isInside(int endpoint, int outer) {
    return endpoint >= 0
        && (endpoint == outer || isInside(table.endpoints.get(endpoint).parent(), outer));
  }

  /** The part of a host's addresses that a network holds. */
  private static AddressGroup part(PolicyEndpoint network) {
    return new AddressGroup(network.ref(), network.ref().name(), network.network());
  }

  private List<Side> sides(ClassKey key, List<List<PolicyFlow>> byEndpoint) {
    List<Side> sides = new ArrayList<>();
    for (int i = key.endpoint(); i >= 0; i = table.endpoints.get(i).parent()) {
      byEndpoint.get(i).forEach(flow -> sides.add(new Side(flow, AddressGroup.ANY)));
    }
    for (int i : key.whole()) {
      byEndpoint.get(i).forEach(flow -> sides.add(new Side(flow, AddressGroup.ANY)));
    }
    for (int i : key.partial()) {
      AddressGroup own = part(table.endpoints.get(i));
      byEndpoint.get(i).forEach(flow -> sides.add(new Side(flow, own)));
    }
    sides.sort(Comparator.comparingInt(side -> side.flow().index()));
    return sides;
  }

  private void addFlows(
      List<Rule> rules, Rule.Direction direction, List<Side> sides, RoutingDomain domain) {
    List<Side> run = new ArrayList<>();
    for (Side side : sides) {
      if (side.flow().services().isEmpty()
          || addresses.seenFrom(domain, peer(side.flow(), direction)).isEmpty()) {
        continue;
      }
      if (!run.isEmpty() && !merges(run.get(0), side, direction)) {
        rules.add(rule(run, direction, domain));
        run.clear();
      }
      run.add(side);
    }
    if (!run.isEmpty()) {
      rules.add(rule(run, direction, domain));
    }
  }

  private static PolicyEndpoint peer(PolicyFlow flow, Rule.Direction direction) {
    return direction == Rule.Direction.INBOUND ? flow.source() : flow.destination();
  }

  private static boolean merges(Side left, Side right, Rule.Direction direction) {
    return peer(left.flow(), direction) == peer(right.flow(), direction)
        && left.own().equals(right.own())
        && left.flow().inspection() == right.flow().inspection()
        && left.flow().log() == right.flow().log();
  }

  private Rule rule(List<Side> run, Rule.Direction direction, RoutingDomain domain) {
    PolicyEndpoint peer = peer(run.get(0).flow(), direction);
    AddressGroup other =
        new AddressGroup(peer.ref(), peer.ref().name(), addresses.seenFrom(domain, peer));
    AddressGroup own = run.get(0).own();
    boolean inbound = direction == Rule.Direction.INBOUND;
    return RuleFactory.flow(
        direction,
        inbound ? other : own,
        inbound ? own : other,
        run.stream().map(Side::flow).distinct().toList());
  }

  private RuleSet ruleSet(List<Rule> rules, List<PolicyServer> servers) {
    PolicyServer first = servers.get(0);
    GuardTable.Guard point = guards.hostPoint(first.index());
    List<String> key = new ArrayList<>();
    key.add(point.ref().id());
    key.add(first.domain().isShared() ? "" : first.domain().tenant().id());
    for (Rule rule : rules) {
      key.add(rule.id());
      key.add(rule.source().name());
      key.add(rule.destination().name());
    }
    return new RuleSet(
        "host-" + RuleFactory.hash(key),
        name(servers),
        EnforcementKind.HOST,
        point.ref(),
        point.platform(),
        first.domain(),
        List.copyOf(servers),
        rules);
  }

  /**
   * The group if its microsegmented members, and only they, share the rules; else the first server.
   */
  private String name(List<PolicyServer> servers) {
    if (servers.stream().allMatch(PolicyServer::quarantined)) {
      return "Quarantine";
    }
    PolicyGroup group = table.groups.get(servers.get(0).group());
    long members =
        table.servers.subList(group.from(), group.to()).stream()
            .filter(server -> server.micro() && !server.quarantined())
            .count();
    boolean wholeGroup =
        members == servers.size()
            && servers.stream().allMatch(server -> server.group() == group.index());
    return wholeGroup ? group.ref().name() : servers.get(0).ref().name();
  }
}
