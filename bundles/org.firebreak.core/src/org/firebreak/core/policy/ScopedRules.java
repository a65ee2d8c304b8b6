package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.address.AddressSet;
import org.firebreak.model.EnforcementKind;

/**
 * Narrows rule sets to a part of the design. A connection of which either end is in that part is
 * decided as by the whole rule set; none of the rules matches any other connection, so a central
 * firewall decides those by other rules.
 */
final class ScopedRules {
  private final EndpointTable table;
  private final AddressTable addresses;
  private final BitSet servers = new BitSet();

  /**
   * Resolves the ids.
   *
   * @throws IllegalArgumentException if an id is of no zone, group or server of the design
   */
  ScopedRules(EndpointTable table, AddressTable addresses, PolicyScope scope) {
    this.table = table;
    this.addresses = addresses;
    for (String id : scope.endpoints()) {
      PolicyEndpoint endpoint =
          table.endpoints.stream()
              .filter(each -> each.ref().id().equals(id) && !each.isExternal())
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the design has no zone, group or server with the id " + id));
      servers.set(endpoint.from(), endpoint.to());
    }
  }

  /** The part of a rule set; empty if nothing of it is in the scope. */
  Optional<RuleSet> narrow(RuleSet set) {
    if (set.kind() == EnforcementKind.HOST) {
      List<PolicyServer> hosts =
          set.servers().stream().filter(server -> servers.get(server.index())).toList();
      return hosts.isEmpty() ? Optional.empty() : Optional.of(copy(set, hosts, set.rules()));
    }
    AddressSet scope = addresses(set.domain());
    return scope.isEmpty()
        ? Optional.empty()
        : Optional.of(copy(set, List.of(), new Narrowing(scope).of(set.rules())));
  }

  private static RuleSet copy(RuleSet set, List<PolicyServer> hosts, List<Rule> rules) {
    return new RuleSet(
        set.id(),
        set.name(),
        set.kind(),
        set.enforcementPoint(),
        set.platform(),
        set.domain(),
        hosts,
        rules);
  }

  private AddressSet addresses(RoutingDomain domain) {
    AddressSet all = AddressSet.EMPTY;
    for (PolicyEndpoint endpoint : table.endpoints) {
      boolean outermost =
          endpoint.parent() < 0 || !isInside(table.endpoints.get(endpoint.parent()));
      if (outermost && isInside(endpoint)) {
        all = all.union(addresses.in(domain, endpoint));
      }
    }
    return all;
  }

  private boolean isInside(PolicyEndpoint endpoint) {
    return endpoint.from() < endpoint.to()
        && servers.nextClearBit(endpoint.from()) >= endpoint.to();
  }

  /** Cuts the rules of one set down to connections with an end among the addresses. */
  private static final class Narrowing {
    private final AddressSet scope;
    private final Map<AddressGroup, AddressGroup> cut = new IdentityHashMap<>();

    Narrowing(AddressSet scope) {
      this.scope = scope;
    }

    List<Rule> of(List<Rule> rules) {
      List<Rule> narrow = new ArrayList<>();
      for (Rule rule : rules) {
        if (scope.containsAll(rule.source().addresses())
            || scope.containsAll(rule.destination().addresses())) {
          narrow.add(rule);
          continue;
        }
        boolean from = scope.intersects(rule.source().addresses());
        boolean to = scope.intersects(rule.destination().addresses());
        if (from) {
          narrow.add(copy(rule, "-from", cut(rule.source()), rule.destination()));
        }
        if (to) {
          narrow.add(copy(rule, "-to", rule.source(), cut(rule.destination())));
        }
      }
      return List.copyOf(narrow);
    }

    private AddressGroup cut(AddressGroup group) {
      return cut.computeIfAbsent(
          group,
          whole ->
              new AddressGroup(
                  null,
                  whole.isAny() ? "scope" : whole.name() + " in scope",
                  whole.addresses().minus(whole.addresses().minus(scope))));
    }

    private static Rule copy(
        Rule rule, String suffix, AddressGroup source, AddressGroup destination) {
      return new Rule(
          rule.id() + suffix,
          rule.kind(),
          rule.direction(),
          source,
          destination,
          rule.services(),
          rule.action(),
          rule.log(),
          rule.alert(),
          rule.inspection(),
          rule.origins());
    }
  }
}
