package org.firebreak.core.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;

/**
 * Servers that stand alike before the policy: the same flows and the same group speak of them, so
 * that they reach, and are reached from, the same others.
 */
final class ServerClasses {
  /**
   * What makes servers alike.
   *
   * @param endpoint the server's own endpoint if a flow names it, else the one that contains it
   * @param free whether it may talk freely in its group
   * @param stays whether it would after all changes that the graph is built for
   * @param networks external networks that hold an address of it, by family
   * @param alone the server itself if a tenant's address hides one of its own; else -1
   */
  private record Key(
      int endpoint,
      int group,
      boolean free,
      boolean stays,
      boolean quarantined,
      int domain,
      int families,
      List<Integer> networks,
      int alone) {}

  private final CompiledPolicy policy;
  private final List<PolicyServer> servers;
  private final List<Key> keys = new ArrayList<>();
  private final List<PolicyServer> first = new ArrayList<>();
  private final Map<Integer, int[]> inEndpoint = new HashMap<>();

  /** Class of each server. */
  final int[] classOf;

  /** Number of servers in each class. */
  final int[] sizes;

  /**
   * Classes of a policy.
   *
   * @param change servers that a change would microsegment in addition
   */
  ServerClasses(CompiledPolicy policy, BitSet change) {
    this.policy = policy;
    servers = policy.servers();
    classOf = new int[servers.size()];
    BitSet named = named();
    List<Set<Integer>> networks = new NetworkMembers(policy, named).ofServers();
    BitSet hidden = hidden();
    Map<Key, Integer> known = new HashMap<>();
    for (PolicyServer server : servers) {
      PolicyEndpoint own = policy.endpointOf(server);
      boolean free = !server.micro() && !server.quarantined();
      Key key =
          new Key(
              named.get(own.index()) ? own.index() : own.parent(),
              server.group(),
              free,
              free && !change.get(server.index()),
              server.quarantined(),
              server.domain().index(),
              families(server),
              List.copyOf(networks.get(server.index())),
              hidden.get(server.index()) ? server.index() : -1);
      classOf[server.index()] =
          known.computeIfAbsent(
              key,
              each -> {
                keys.add(each);
                first.add(server);
                return keys.size() - 1;
              });
    }
    sizes = new int[keys.size()];
    for (int each : classOf) {
      sizes[each]++;
    }
  }

  int count() {
    return sizes.length;
  }

  boolean isFree(int each) {
    return keys.get(each).free();
  }

  boolean staysFree(int each) {
    return keys.get(each).stays();
  }

  boolean isQuarantined(int each) {
    return keys.get(each).quarantined();
  }

  /** Routing domain in which the servers of a class live. */
  int domain(int each) {
    return keys.get(each).domain();
  }

  /**
   * Classes of the servers of an endpoint, or with an address in a network, whatever the domain.
   */
  int[] in(PolicyEndpoint endpoint) {
    return inEndpoint.computeIfAbsent(
        endpoint.index(),
        index ->
            endpoint.isExternal() ? inNetwork(index) : distinct(endpoint.from(), endpoint.to()));
  }

  private int[] inNetwork(int index) {
    BitSet found = new BitSet();
    for (int i = 0; i < keys.size(); i++) {
      List<Integer> networks = keys.get(i).networks();
      found.set(i, networks.contains(2 * index) || networks.contains(2 * index + 1));
    }
    return found.stream().toArray();
  }

  /** Classes of a run of servers, ascending. */
  int[] distinct(int from, int to) {
    BitSet found = new BitSet();
    for (int i = from; i < to; i++) {
      found.set(classOf[i]);
    }
    return found.stream().toArray();
  }

  /**
   * Whether the servers of a class have an address of their own of a family in a routing domain.
   *
   * @param end endpoint that must cover the address; {@code null} for any
   */
  boolean isPresent(int each, RoutingDomain domain, boolean v6, PolicyEndpoint end) {
    Key key = keys.get(each);
    PolicyServer server = first.get(each);
    if (!server.domain().isShared() && key.domain() != domain.index()) {
      return false;
    }
    boolean network = end != null && end.isExternal();
    if (key.alone() >= 0) {
      return server.addresses().stream()
          .filter(address -> address.v6() == v6 && isOwn(domain, address, server))
          .anyMatch(address -> !network || end.network().contains(address));
    }
    return (key.families() & family(v6)) != 0
        && (!network || key.networks().contains(2 * end.index() + (v6 ? 1 : 0)));
  }

  /** The endpoints that flows or responders name. */
  private BitSet named() {
    BitSet named = new BitSet();
    for (PolicyFlow flow : policy.flows()) {
      named.set(flow.source().index());
      named.set(flow.destination().index());
    }
    policy.responders().forEach(responder -> named.set(responder.index()));
    return named;
  }

  /** Shared servers of which a tenant uses an address itself: in its domain that is not theirs. */
  private BitSet hidden() {
    BitSet hidden = new BitSet();
    for (PolicyServer server : servers) {
      if (!server.domain().isShared()) {
        for (Address address : server.addresses()) {
          policy
              .serverAt(policy.sharedDomain(), address)
              .ifPresent(other -> hidden.set(other.index()));
        }
      }
    }
    return hidden;
  }

  /** A server without addresses is taken to get one of each family, in no particular network. */
  private int families(PolicyServer server) {
    if (server.addresses().isEmpty()) {
      return family(false) | family(true);
    }
    int families = 0;
    for (Address address : server.addresses()) {
      if (isOwn(server.domain(), address, server)) {
        families |= family(address.v6());
      }
    }
    return families;
  }

  private boolean isOwn(RoutingDomain domain, Address address, PolicyServer server) {
    return policy.serverAt(domain, address).filter(server::equals).isPresent();
  }

  private static int family(boolean v6) {
    return v6 ? 2 : 1;
  }
}
