package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.model.EnforcementKind;

/** Derives the rule sets of all enforcement points from the compiled tables. */
final class RuleCompiler {
  private static final int NAME_DIGITS = 6;

  private final EndpointTable endpoints;
  private final AddressTable addresses;
  private final FlowTable flows;
  private final GuardTable guards;
  private final QuarantineTable quarantine;
  private final PhaseTable phases;
  private final PolicyScope scope;

  RuleCompiler(
      EndpointTable endpoints,
      AddressTable addresses,
      FlowTable flows,
      GuardTable guards,
      QuarantineTable quarantine,
      CompileOptions options) {
    this.endpoints = endpoints;
    this.addresses = addresses;
    this.flows = flows;
    this.guards = guards;
    this.quarantine = quarantine;
    this.phases = new PhaseTable(endpoints, options.rollout());
    this.scope = options.scope();
  }

  List<RuleSet> compile() {
    List<RuleSet> sets = new ArrayList<>();
    for (GuardTable.Guard firewall : guards.firewalls) {
      for (RoutingDomain domain : endpoints.domains) {
        new CentralRules(endpoints, addresses, flows, firewall, domain, quarantine, phases)
            .compile()
            .ifPresent(sets::add);
      }
    }
    sets.addAll(new HostRules(endpoints, addresses, flows, guards, quarantine, phases).compile());
    return inScope(distinctNames(DistinctIds.of(sets)));
  }

  private List<RuleSet> inScope(List<RuleSet> sets) {
    if (scope.equals(PolicyScope.ALL)) {
      return sets;
    }
    ScopedRules narrowing = new ScopedRules(endpoints, addresses, scope);
    return sets.stream()
        .filter(set -> scope.has(set.domain()))
        .flatMap(
            set ->
                (scope.endpoints().isEmpty() ? Optional.of(set) : narrowing.narrow(set)).stream())
        .toList();
  }

  /** Names that several share end in a hash of what they are called after, whatever the order. */
  private List<RuleSet> distinctNames(List<RuleSet> sets) {
    Map<String, Integer> uses = new HashMap<>();
    sets.forEach(set -> uses.merge(set.name(), 1, Integer::sum));
    Set<String> taken = new HashSet<>(uses.keySet());
    List<RuleSet> named = new ArrayList<>(sets.size());
    for (RuleSet set : sets) {
      named.add(uses.get(set.name()) == 1 ? set : renamed(set, taken));
    }
    return List.copyOf(named);
  }

  private RuleSet renamed(RuleSet set, Set<String> taken) {
    String digits = RuleFactory.hash(List.of(namesake(set)));
    String name = set.name() + " " + digits.substring(0, NAME_DIGITS);
    for (int i = 2; !taken.add(name); i++) {
      name = set.name() + " " + digits + "-" + i;
    }
    return new RuleSet(
        set.id(),
        name,
        set.kind(),
        set.enforcementPoint(),
        set.platform(),
        set.domain(),
        set.servers(),
        set.rules());
  }

  /** Model id of what a rule set is called after: a group, a server, or what all are in. */
  private String namesake(RuleSet set) {
    if (set.kind() == EnforcementKind.CENTRAL
        || set.servers().stream().allMatch(PolicyServer::quarantined)) {
      RoutingDomain domain = set.domain();
      return set.enforcementPoint().id() + (domain.isShared() ? "" : domain.tenant().id());
    }
    PolicyServer first = set.servers().get(0);
    ElementRef group = endpoints.groups.get(first.group()).ref();
    return group.name().equals(set.name()) ? group.id() : first.ref().id();
  }
}
