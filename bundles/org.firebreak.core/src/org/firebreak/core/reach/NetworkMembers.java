package org.firebreak.core.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;

/** Which servers have an address in the external networks that flows and responders name. */
final class NetworkMembers {
  private record Owned(Address address, int server) {}

  private final CompiledPolicy policy;
  private final BitSet named;

  NetworkMembers(CompiledPolicy policy, BitSet named) {
    this.policy = policy;
    this.named = named;
  }

  /** For each server twice the index of each network, plus 1 if it holds an IPv6 address of it. */
  List<Set<Integer>> ofServers() {
    List<Set<Integer>> members = new ArrayList<>(policy.servers().size());
    policy.servers().forEach(server -> members.add(new TreeSet<>()));
    List<PolicyEndpoint> networks =
        policy.endpoints().stream()
            .filter(endpoint -> endpoint.isExternal() && named.get(endpoint.index()))
            .toList();
    if (!networks.isEmpty()) {
      List<Owned> sorted = sorted();
      networks.forEach(network -> add(network, sorted, members));
    }
    return members;
  }

  private List<Owned> sorted() {
    List<Owned> sorted = new ArrayList<>();
    for (PolicyServer server : policy.servers()) {
      for (Address address : server.addresses()) {
        if (policy.serverAt(server.domain(), address).filter(server::equals).isPresent()) {
          sorted.add(new Owned(address, server.index()));
        }
      }
    }
    sorted.sort(Comparator.comparing(Owned::address).thenComparingInt(Owned::server));
    return sorted;
  }

  private void add(PolicyEndpoint network, List<Owned> sorted, List<Set<Integer>> members) {
    int v4 = 2 * network.index();
    for (AddressRange range : network.network().ranges()) {
      int i = firstAtOrAfter(sorted, range.first());
      for (; i < sorted.size() && range.contains(sorted.get(i).address()); i++) {
        members.get(sorted.get(i).server()).add(sorted.get(i).address().v6() ? v4 + 1 : v4);
      }
    }
    boolean allV4 = network.network().v4().equals(AddressSet.ANY.v4());
    boolean allV6 = network.network().v6().equals(AddressSet.ANY.v6());
    for (PolicyServer server : policy.servers()) {
      if (server.addresses().isEmpty()) {
        if (allV4) {
          members.get(server.index()).add(v4);
        }
        if (allV6) {
          members.get(server.index()).add(v4 + 1);
        }
      }
    }
  }

  private static int firstAtOrAfter(List<Owned> sorted, Address address) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (sorted.get(middle).address().compareTo(address) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
