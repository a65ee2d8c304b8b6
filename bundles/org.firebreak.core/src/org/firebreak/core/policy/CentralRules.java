package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.address.AddressSet;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Inspection;

/**
 * The rules of one central firewall in one routing domain.
 *
 * <pre>
 * 0. quarantined servers                 deny, log (responders to them: permit, log)
 * 1. traffic of microsegmented servers   permit   (their hosts enforce it)
 * 2. members of a group among themselves permit   (should the firewall see it)
 * 3. flows                               permit
 * 4. tripwires                           deny, log, alert
 * 5. the rest                            deny, log
 * </pre>
 *
 * The last two by the phases of the roll-out, see {@link CentralDenials}.
 */
final class CentralRules {
  private final EndpointTable table;
  private final AddressTable addresses;
  private final FlowTable flows;
  private final GuardTable.Guard firewall;
  private final RoutingDomain domain;
  private final QuarantineTable quarantine;
  private final PhaseTable phases;

  /**
   * Of the servers that are reachable in the domain: all, those not microsegmented, those guarded.
   */
  private final BitSet reachable = new BitSet();

  private final BitSet plain = new BitSet();
  private final BitSet guarded = new BitSet();

  CentralRules(
      EndpointTable table,
      AddressTable addresses,
      FlowTable flows,
      GuardTable.Guard firewall,
      RoutingDomain domain,
      QuarantineTable quarantine,
      PhaseTable phases) {
    this.table = table;
    this.addresses = addresses;
    this.flows = flows;
    this.firewall = firewall;
    this.domain = domain;
    this.quarantine = quarantine;
    this.phases = phases;
    for (PolicyServer server : table.servers) {
      if (domain.reaches(server)) {
        reachable.set(server.index());
        plain.set(server.index(), !server.micro());
        guarded.set(server.index(), firewall.guards(server.index()));
      }
    }
  }

  /** The rule set; empty if the firewall has nothing to enforce in the domain. */
  Optional<RuleSet> compile() {
    if (!firewall.isNeededFor(plain)) {
      return Optional.empty();
    }
    List<Rule> rules = new ArrayList<>(quarantine.central(domain));
    addEnforcedAtHosts(rules);
    addGroups(rules);
    addFlows(rules);
    rules.addAll(new CentralDenials(table, addresses, domain, phases).rules(flows.tripwires));
    String name =
        domain.isShared() ? firewall.ref().name() : firewall.ref().name() + " " + domain.name();
    String key = domain.isShared() ? "" : domain.tenant().id();
    return Optional.of(
        new RuleSet(
            "central-" + RuleFactory.hash(List.of(firewall.ref().id(), key)),
            name,
            EnforcementKind.CENTRAL,
            firewall.ref(),
            firewall.platform(),
            domain,
            List.of(),
            List.copyOf(rules)));
  }

  private void addEnforcedAtHosts(List<Rule> rules) {
    AddressSet micro = addresses.microsegmented(domain);
    if (!micro.isEmpty()) {
      AddressGroup servers = new AddressGroup(null, "microsegmented servers", micro);
      rules.add(permit("H-src", Rule.Kind.ENFORCED_AT_HOSTS, servers, AddressGroup.ANY, List.of()));
      rules.add(permit("H-dst", Rule.Kind.ENFORCED_AT_HOSTS, AddressGroup.ANY, servers, List.of()));
    }
  }

  private void addGroups(List<Rule> rules) {
    for (PolicyGroup group : table.groups) {
      if (hasTwoPlainMembers(group) && isAny(guarded, group.from(), group.to())) {
        AddressGroup members = side(groupEndpoint(group));
        rules.add(
            permit(
                "G-" + RuleFactory.hash(List.of(group.ref().id())),
                Rule.Kind.INTRA_GROUP,
                members,
                members,
                List.of(group.ref())));
      }
    }
  }

  private boolean hasTwoPlainMembers(PolicyGroup group) {
    return group.size() > 1
        && table.servers.subList(group.from(), group.to()).stream()
                .filter(server -> !server.micro() && domain.reaches(server))
                .filter(server -> !server.addresses().isEmpty())
                .limit(2)
                .count()
            == 2;
  }

  private PolicyEndpoint groupEndpoint(PolicyGroup group) {
    int member = table.endpointOfServer.get(group.from());
    return table.endpoints.get(table.endpoints.get(member).parent());
  }

  private static Rule permit(
      String id,
      Rule.Kind kind,
      AddressGroup source,
      AddressGroup destination,
      List<ElementRef> origins) {
    return new Rule(
        id,
        kind,
        Rule.Direction.FORWARD,
        source,
        destination,
        List.of(),
        Rule.Action.PERMIT,
        false,
        null,
        Inspection.LAYER_4,
        origins);
  }

  private void addFlows(List<Rule> rules) {
    List<PolicyFlow> run = new ArrayList<>();
    for (PolicyFlow flow : flows.flows) {
      if (!isEnforcedHere(flow)) {
        continue;
      }
      if (!run.isEmpty() && !merges(run.get(0), flow)) {
        rules.add(rule(run));
        run.clear();
      }
      run.add(flow);
    }
    if (!run.isEmpty()) {
      rules.add(rule(run));
    }
  }

  private static boolean merges(PolicyFlow left, PolicyFlow right) {
    return left.source() == right.source()
        && left.destination() == right.destination()
        && left.inspection() == right.inspection()
        && left.log() == right.log();
  }

  private Rule rule(List<PolicyFlow> run) {
    PolicyFlow first = run.get(0);
    return RuleFactory.flow(
        Rule.Direction.FORWARD, side(first.source()), side(first.destination()), run);
  }

  private AddressGroup side(PolicyEndpoint endpoint) {
    return new AddressGroup(endpoint.ref(), endpoint.ref().name(), addresses.in(domain, endpoint));
  }

  private boolean isEnforcedHere(PolicyFlow flow) {
    PolicyEndpoint source = flow.source();
    PolicyEndpoint destination = flow.destination();
    return !flow.services().isEmpty()
        && hasPlain(source)
        && hasPlain(destination)
        && !isInsideOneGroup(source, destination)
        && (mayBeGuarded(source) || mayBeGuarded(destination))
        && !addresses.in(domain, source).isEmpty()
        && !addresses.in(domain, destination).isEmpty();
  }

  /** Whether the endpoint has an end here that its host does not enforce. */
  private boolean hasPlain(PolicyEndpoint endpoint) {
    return endpoint.isExternal() || isAny(plain, endpoint.from(), endpoint.to());
  }

  /** Two networks may both hold servers of the design, so only server ends can be ruled out. */
  private boolean mayBeGuarded(PolicyEndpoint endpoint) {
    return endpoint.isExternal() || isAny(guarded, endpoint.from(), endpoint.to());
  }

  private static boolean isAny(BitSet servers, int from, int to) {
    int next = servers.nextSetBit(from);
    return next >= 0 && next < to;
  }

  private boolean isInsideOneGroup(PolicyEndpoint source, PolicyEndpoint destination) {
    return !source.isExternal()
        && !destination.isExternal()
        && firstGroup(source) == firstGroup(destination)
        && lastGroup(source) == firstGroup(source)
        && lastGroup(destination) == firstGroup(source);
  }

  /** Of the servers here; both ends have some, or no addresses here and no rule. */
  private int firstGroup(PolicyEndpoint endpoint) {
    return table.servers.get(reachable.nextSetBit(endpoint.from())).group();
  }

  private int lastGroup(PolicyEndpoint endpoint) {
    return table.servers.get(reachable.previousSetBit(endpoint.to() - 1)).group();
  }
}
