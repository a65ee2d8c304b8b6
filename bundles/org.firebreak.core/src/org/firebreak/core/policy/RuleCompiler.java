package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives the rule sets of all enforcement points from the compiled tables. */
final class RuleCompiler {
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
    return distinctNames(inScope(DistinctIds.of(sets)));
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

  private static List<RuleSet> distinctNames(List<RuleSet> sets) {
    Set<String> taken = new LinkedHashSet<>();
    List<RuleSet> named = new ArrayList<>(sets.size());
    for (RuleSet set : sets) {
      String name = set.name();
      for (int i = 2; !taken.add(name); i++) {
        name = set.name() + " (" + i + ")";
      }
      named.add(
          name.equals(set.name())
              ? set
              : new RuleSet(
                  set.id(),
                  name,
                  set.kind(),
                  set.enforcementPoint(),
                  set.platform(),
                  set.domain(),
                  set.servers(),
                  set.rules()));
    }
    return List.copyOf(named);
  }
}
