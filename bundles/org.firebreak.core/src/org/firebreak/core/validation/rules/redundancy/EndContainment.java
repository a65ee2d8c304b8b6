package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;

/**
 * Which ends of flows hold which others: zones, groups and servers by the tree of the model,
 * external networks by their addresses. Ends that hold the same stand for each other: a zone and
 * its only group, two networks with the same CIDRs.
 */
final class EndContainment {
  private record Run(int from, int to) {}

  private final CompiledPolicy policy;
  private final Map<Object, Integer> firstAlike = new HashMap<>();
  private final NetworkIndex networks;
  private final Map<Integer, List<Integer>> holders = new HashMap<>();

  EndContainment(CompiledPolicy policy) {
    this.policy = policy;
    List<PolicyEndpoint> distinct = new ArrayList<>();
    for (PolicyEndpoint end : policy.endpoints()) {
      boolean first = firstAlike.putIfAbsent(key(end), end.index()) == null;
      if (first && end.isExternal() && !end.network().isEmpty()) {
        distinct.add(end);
      }
    }
    networks = new NetworkIndex(distinct);
  }

  private static Object key(PolicyEndpoint end) {
    return end.isExternal() ? end.network() : new Run(end.from(), end.to());
  }

  /** The first end that holds exactly the same. */
  int alike(PolicyEndpoint end) {
    return firstAlike.get(key(end));
  }

  /** The ends, each standing for its likes, that hold all of an end; itself first. */
  List<Integer> holders(PolicyEndpoint end) {
    List<Integer> known = holders.get(alike(end));
    if (known == null) {
      known = List.copyOf(compute(end));
      holders.put(alike(end), known);
    }
    return known;
  }

  private Set<Integer> compute(PolicyEndpoint end) {
    Set<Integer> found = new LinkedHashSet<>();
    found.add(alike(end));
    if (!end.isExternal()) {
      addAncestors(end, found);
    }
    AddressSet addresses = addresses(end);
    if (addresses.isEmpty()) {
      return found;
    }
    Address sample = addresses.ranges().get(0).first();
    for (PolicyEndpoint network : networks.holding(sample)) {
      if (network.network().containsAll(addresses)) {
        found.add(network.index());
      }
    }
    if (end.isExternal()) {
      addServersBehind(addresses, sample, found);
    }
    return found;
  }

  private void addAncestors(PolicyEndpoint end, Set<Integer> found) {
    for (int i = end.parent(); i >= 0; i = policy.endpoints().get(i).parent()) {
      found.add(alike(policy.endpoints().get(i)));
    }
  }

  /** A network of a few addresses that are all of servers may be held by their group or zone. */
  private void addServersBehind(AddressSet addresses, Address sample, Set<Integer> found) {
    Optional<PolicyServer> owner = policy.serverAt(policy.sharedDomain(), sample);
    if (policy.domains().size() > 1 || owner.isEmpty()) {
      return; // with tenants, an address means another server in each routing domain
    }
    PolicyEndpoint end = policy.endpointOf(owner.get());
    while (end != null) {
      if (policy.addresses(policy.sharedDomain(), end).containsAll(addresses)) {
        found.add(alike(end));
        addAncestors(end, found);
        return;
      }
      end = end.parent() < 0 ? null : policy.endpoints().get(end.parent());
    }
  }

  private AddressSet addresses(PolicyEndpoint end) {
    AddressSet all = AddressSet.EMPTY;
    for (RoutingDomain domain : policy.domains()) {
      AddressSet own = policy.addresses(domain, end);
      all = all.equals(own) ? all : all.union(own);
    }
    return all;
  }
}
