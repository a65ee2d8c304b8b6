package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;

/**
 * Servers of an endpoint that the policy enforces alike: one group, one routing domain, the same
 * central firewalls, and all or none microsegmented. What lies outside the design is a class of its
 * own.
 *
 * @param key what the servers have in common; null outside the design
 * @param domain routing domain
 * @param servers the servers; empty outside the design
 * @param addresses an address of each family for some of the members, at most two members
 */
record ServerClass(
    Key key, RoutingDomain domain, List<PolicyServer> servers, List<Address> addresses) {

  /** What decides where a server's connections are enforced. */
  record Key(int group, boolean micro, int domain, List<ElementRef> firewalls) {}

  /** Each class is equal to itself alone, so that it is a cheap key. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  int size() {
    return key == null ? 1 : servers.size();
  }

  /** Pairs of two different servers of both classes. */
  long pairs(ServerClass other) {
    return (long) size() * other.size() - shared(other).size();
  }

  /** Servers that are in both classes; both are in the order of the policy. */
  List<PolicyServer> shared(ServerClass other) {
    if (key == null || !key.equals(other.key)) {
      return List.of();
    }
    if (this == other) {
      return servers;
    }
    List<PolicyServer> shared = new ArrayList<>();
    int i = 0;
    for (PolicyServer server : servers) {
      while (i < other.servers.size() && other.servers.get(i).index() < server.index()) {
        i++;
      }
      if (i < other.servers.size() && other.servers.get(i).index() == server.index()) {
        shared.add(server);
      }
    }
    return shared;
  }

  /** Some of the servers as a class of their own. */
  ServerClass of(List<PolicyServer> some) {
    return new ServerClass(key, domain, some, List.of());
  }

  static List<ServerClass> of(CompiledPolicy policy, PolicyEndpoint endpoint, AddressSet servers) {
    if (!endpoint.isExternal()) {
      return group(policy, policy.servers().subList(endpoint.from(), endpoint.to()));
    }
    if (endpoint.network().isAny()) {
      List<PolicyServer> covered =
          policy.servers().stream()
              .filter(server -> server.addresses().stream().anyMatch(endpoint.network()::contains))
              .toList();
      if (!covered.isEmpty()) {
        return group(policy, covered);
      }
    }
    return List.of(outside(policy, endpoint, servers));
  }

  private static List<ServerClass> group(CompiledPolicy policy, List<PolicyServer> servers) {
    Map<Key, List<PolicyServer>> classes = new LinkedHashMap<>();
    for (PolicyServer server : servers) {
      if (!server.addresses().isEmpty()) {
        Key key =
            new Key(
                server.group(),
                server.micro(),
                server.domain().index(),
                policy.firewallsOf(server));
        classes.computeIfAbsent(key, each -> new ArrayList<>()).add(server);
      }
    }
    List<ServerClass> result = new ArrayList<>(classes.size());
    classes.forEach(
        (key, members) ->
            result.add(
                new ServerClass(key, members.get(0).domain(), members, representatives(members))));
    return result;
  }

  private static List<Address> representatives(List<PolicyServer> members) {
    List<Address> addresses = new ArrayList<>(4);
    for (boolean v6 : new boolean[] {false, true}) {
      int most = addresses.size() + 2;
      for (int i = 0; i < members.size() && addresses.size() < most; i++) {
        addFirst(members.get(i), v6, addresses);
      }
    }
    return addresses;
  }

  private static void addFirst(PolicyServer server, boolean v6, List<Address> addresses) {
    for (Address address : server.addresses()) {
      if (address.v6() == v6) {
        addresses.add(address);
        return;
      }
    }
  }

  private static ServerClass outside(
      CompiledPolicy policy, PolicyEndpoint endpoint, AddressSet servers) {
    AddressSet free = endpoint.network().minus(servers);
    List<Address> addresses = new ArrayList<>(2);
    for (AddressSet family : List.of(free.v4(), free.v6())) {
      family.ranges().stream().map(AddressRange::first).findFirst().ifPresent(addresses::add);
    }
    return new ServerClass(null, policy.sharedDomain(), List.of(), addresses);
  }
}
