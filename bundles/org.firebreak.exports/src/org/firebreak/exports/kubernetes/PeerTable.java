package org.firebreak.exports.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;

/** Says which pods and networks the address groups of rules are. */
public final class PeerTable {
  private final CompiledPolicy policy;
  private final KubernetesSettings settings;
  private final Workloads workloads;
  private final int most;
  private final Map<String, PolicyEndpoint> endpoints = new HashMap<>();
  private final Map<RoutingDomain, Map<AddressSet, Map<AddressGroup, Peers>>> known =
      new HashMap<>();

  /**
   * @param most most values that a selector may list
   */
  public PeerTable(
      CompiledPolicy policy, KubernetesSettings settings, Workloads workloads, int most) {
    this.policy = policy;
    this.settings = settings;
    this.workloads = workloads;
    this.most = most;
    policy.endpoints().forEach(endpoint -> endpoints.put(endpoint.ref().id(), endpoint));
  }

  /** The pods and networks of a group as rules of a routing domain speak of it. */
  public Peers of(AddressGroup group, RoutingDomain domain) {
    return known
        .computeIfAbsent(domain, key -> new IdentityHashMap<>())
        .computeIfAbsent(group.addresses(), key -> new HashMap<>())
        .computeIfAbsent(group, key -> compute(group, domain));
  }

  private Peers compute(AddressGroup group, RoutingDomain domain) {
    if (group.isAny()) {
      return new Peers(true, List.of(), AddressSet.EMPTY, AddressSet.EMPTY);
    }
    PolicyEndpoint endpoint = group.element() == null ? null : endpoints.get(group.element().id());
    return endpoint == null || endpoint.isExternal()
        ? ofNetwork(group.addresses(), domain)
        : ofServers(endpoint, group.addresses(), domain);
  }

  private Peers ofServers(PolicyEndpoint endpoint, AddressSet addresses, RoutingDomain domain) {
    List<Workload> pods = new ArrayList<>();
    List<AddressRange> covered = new ArrayList<>();
    for (int i = endpoint.from(); i < endpoint.to(); i++) {
      PolicyServer server = policy.servers().get(i);
      Workload pod = workloads.of(server);
      if (pod != null && isVisible(server, domain) && addresses.containsAll(pod.addresses())) {
        pods.add(pod);
        covered.addAll(pod.addresses().ranges());
      }
    }
    AddressSet own = AddressSet.of(covered);
    AddressSet rest = covered.isEmpty() ? addresses : addresses.minus(own);
    return new Peers(false, podPeers(endpoint, pods), rest, own);
  }

  private Peers ofNetwork(AddressSet addresses, RoutingDomain domain) {
    List<Workload> pods = new ArrayList<>();
    List<AddressRange> covered = new ArrayList<>();
    for (Workload pod : workloads.all()) {
      if (isVisible(pod.server(), domain)
          && addresses.intersects(pod.addresses())
          && addresses.containsAll(pod.addresses())) {
        pods.add(pod);
        covered.addAll(pod.addresses().ranges());
      }
    }
    return new Peers(false, podPeers(null, pods), addresses, AddressSet.of(covered));
  }

  private static boolean isVisible(PolicyServer server, RoutingDomain domain) {
    return domain.isShared() || domain.reaches(server);
  }

  private List<Peers.PodPeer> podPeers(PolicyEndpoint endpoint, List<Workload> pods) {
    if (pods.isEmpty()) {
      return List.of();
    }
    List<String> namespaces =
        List.copyOf(new TreeSet<>(pods.stream().map(Workload::namespace).toList()));
    if (endpoint != null && holdsAllOf(endpoint, pods)) {
      String group = workloads.group(endpoint.ref().id());
      if (group != null) {
        return peers(namespaces, settings.key("group"), List.of(group));
      }
      if (workloads.zone(endpoint.ref().id()) != null) {
        return peers(namespaces, settings.key("zone"), zones(endpoint, pods));
      }
    }
    Map<String, List<Workload>> byNamespace = new TreeMap<>();
    pods.forEach(
        pod -> byNamespace.computeIfAbsent(pod.namespace(), key -> new ArrayList<>()).add(pod));
    List<Peers.PodPeer> peers = new ArrayList<>();
    byNamespace.forEach(
        (namespace, members) -> {
          List<PodSelector> selectors =
              endpoint == null ? workloads.selectors(members, most) : single(members);
          selectors.forEach(selector -> peers.add(new Peers.PodPeer(List.of(namespace), selector)));
        });
    return peers;
  }

  /** Whether every pod in these namespaces that carries the label of the endpoint is among them. */
  private boolean holdsAllOf(PolicyEndpoint endpoint, List<Workload> pods) {
    TreeSet<String> namespaces = new TreeSet<>(pods.stream().map(Workload::namespace).toList());
    long all =
        policy.servers().subList(endpoint.from(), endpoint.to()).stream()
            .map(workloads::of)
            .filter(pod -> pod != null && namespaces.contains(pod.namespace()))
            .count();
    return all == pods.size();
  }

  /** Zones that hold pods of the endpoint, itself included, for zones may be nested. */
  private List<String> zones(PolicyEndpoint endpoint, List<Workload> pods) {
    TreeSet<String> zones = new TreeSet<>();
    zones.add(workloads.zone(endpoint.ref().id()));
    pods.forEach(pod -> zones.add(pod.labels().get(settings.key("zone"))));
    return List.copyOf(zones);
  }

  private List<PodSelector> single(List<Workload> pods) {
    List<PodSelector> selectors = new ArrayList<>();
    String key = settings.key("server");
    Workloads.addChunks(
        selectors, key, pods.stream().map(pod -> pod.labels().get(key)).toList(), most);
    return selectors;
  }

  private List<Peers.PodPeer> peers(List<String> namespaces, String key, List<String> values) {
    List<PodSelector> selectors = new ArrayList<>();
    Workloads.addChunks(selectors, key, values, most);
    return selectors.stream().map(selector -> new Peers.PodPeer(namespaces, selector)).toList();
  }
}
