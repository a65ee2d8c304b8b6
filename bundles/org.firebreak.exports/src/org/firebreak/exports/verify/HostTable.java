package org.firebreak.exports.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.rulebase.HostAddresses;

/** The servers of a policy by id, and by name where that is unique; its outermost zones by id. */
final class HostTable implements HostAddresses {
  private final Map<String, PolicyServer> byId = new HashMap<>();
  private final Map<String, PolicyServer> byName = new HashMap<>();
  private final Map<String, AddressSet> zones = new HashMap<>();

  HostTable(CompiledPolicy policy) {
    Set<String> ambiguous = new HashSet<>();
    for (PolicyServer server : policy.servers()) {
      byId.put(server.ref().id(), server);
      if (byName.putIfAbsent(server.ref().name(), server) != null) {
        ambiguous.add(server.ref().name());
      }
    }
    byName.keySet().removeAll(ambiguous);
    for (PolicyEndpoint endpoint : policy.endpoints()) {
      if (endpoint.parent() < 0 && endpoint.ref().type().equals("Zone")) {
        zones.put(
            endpoint.ref().id(),
            addresses(policy.servers().subList(endpoint.from(), endpoint.to())));
      }
    }
  }

  /** The server that an artefact names; {@code null} if there is none. */
  PolicyServer find(String host) {
    PolicyServer server = byId.get(host);
    return server == null ? byName.get(host) : server;
  }

  @Override
  public AddressSet of(String host) {
    PolicyServer server = find(host);
    return server == null ? AddressSet.EMPTY : addresses(List.of(server));
  }

  @Override
  public boolean knowsZones() {
    return true;
  }

  @Override
  public AddressSet zone(String id) {
    return zones.get(id);
  }

  /** All addresses of servers. */
  static AddressSet addresses(List<PolicyServer> servers) {
    return AddressSet.of(
        servers.stream()
            .flatMap(server -> server.addresses().stream())
            .map(AddressRange::of)
            .toList());
  }
}
