package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;

/**
 * Which server owns an address in a routing domain, and which addresses an endpoint has there. In a
 * tenant's domain the tenant's servers and the shared ones are reachable; where both have an
 * address, it is the tenant's. Of two servers of one domain with the same address the first owns
 * it.
 */
final class AddressTable {
  private record Owned(Address address, int server) {}

  private final EndpointTable table;
  private final List<Map<Address, Integer>> owners = new ArrayList<>();
  private final AtomicReferenceArray<AddressSet> sets;
  private final Owned[] sorted;

  AddressTable(EndpointTable table, List<PolicyNote> notes) {
    this.table = table;
    int domains = table.domains.size();
    for (int i = 0; i < domains; i++) {
      owners.add(new HashMap<>());
    }
    List<Owned> all = new ArrayList<>(table.servers.size());
    for (PolicyServer server : table.servers) {
      for (Address address : server.addresses()) {
        Integer other = owners.get(server.domain().index()).putIfAbsent(address, server.index());
        if (other == null) {
          all.add(new Owned(address, server.index()));
        } else if (other != server.index()) {
          notes.add(duplicate(address, table.servers.get(other), server));
        }
      }
    }
    sorted = all.toArray(Owned[]::new);
    Arrays.sort(sorted, Comparator.comparing(Owned::address).thenComparingInt(Owned::server));
    if (table.servers.stream().anyMatch(s -> s.micro() && s.domain().isShared())) {
      noteAmbiguous(notes);
    }
    sets = new AtomicReferenceArray<>((domains + 1) * table.endpoints.size());
  }

  /** A shared host is reached from every domain, and its packet filter sees addresses alone. */
  private void noteAmbiguous(List<PolicyNote> notes) {
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i].address().equals(sorted[i - 1].address())) {
        PolicyServer first = table.servers.get(sorted[i - 1].server());
        PolicyServer second = table.servers.get(sorted[i].server());
        notes.add(
            new PolicyNote(
                PolicyNote.Code.AMBIGUOUS_ADDRESS,
                List.of(first.ref(), second.ref()),
                "Address "
                    + sorted[i].address()
                    + " is "
                    + first.ref().name()
                    + " in one routing domain and "
                    + second.ref().name()
                    + " in another; the packet filters of shared microsegmented servers cannot"
                    + " tell them apart"));
      }
    }
  }

  private static PolicyNote duplicate(Address address, PolicyServer first, PolicyServer second) {
    return new PolicyNote(
        PolicyNote.Code.DUPLICATE_ADDRESS,
        List.of(first.ref(), second.ref()),
        "Address "
            + address
            + " belongs to "
            + first.ref().name()
            + " and "
            + second.ref().name()
            + "; rules speak of the first only");
  }

  /** Index of the server that owns the address in the domain; -1 if none does. */
  int owner(RoutingDomain domain, Address address) {
    Integer own = owners.get(domain.index()).get(address);
    if (own == null && !domain.isShared()) {
      own = owners.get(0).get(address);
    }
    return own == null ? -1 : own;
  }

  /** Addresses of an endpoint in a domain. */
  AddressSet in(RoutingDomain domain, PolicyEndpoint endpoint) {
    return cached(domain.index(), endpoint);
  }

  /**
   * Addresses of an endpoint as a host in the domain sees them: a shared host is reached from every
   * domain.
   */
  AddressSet seenFrom(RoutingDomain domain, PolicyEndpoint endpoint) {
    return domain.isShared() && table.domains.size() > 1
        ? cached(table.domains.size(), endpoint)
        : in(domain, endpoint);
  }

  private AddressSet cached(int column, PolicyEndpoint endpoint) {
    if (endpoint.isExternal()) {
      return endpoint.network();
    }
    int slot = column * table.endpoints.size() + endpoint.index();
    AddressSet set = sets.get(slot);
    if (set == null) {
      set = column < table.domains.size() ? compute(column, endpoint) : union(endpoint);
      // one instance for all threads, because exporters tell shared sets by it
      AddressSet earlier = sets.compareAndExchange(slot, null, set);
      return earlier == null ? set : earlier;
    }
    return set;
  }

  private AddressSet compute(int column, PolicyEndpoint endpoint) {
    RoutingDomain domain = table.domains.get(column);
    List<AddressRange> ranges = new ArrayList<>(endpoint.to() - endpoint.from());
    for (int i = endpoint.from(); i < endpoint.to(); i++) {
      PolicyServer server = table.servers.get(i);
      if (domain.reaches(server)) {
        for (Address address : server.addresses()) {
          if (owner(domain, address) == i) {
            ranges.add(AddressRange.of(address));
          }
        }
      }
    }
    return AddressSet.of(ranges);
  }

  private AddressSet union(PolicyEndpoint endpoint) {
    AddressSet union = AddressSet.EMPTY;
    for (RoutingDomain domain : table.domains) {
      union = union.union(in(domain, endpoint));
    }
    return union;
  }

  /** Addresses of the microsegmented servers that are reachable in the domain. */
  AddressSet microsegmented(RoutingDomain domain) {
    List<AddressRange> ranges = new ArrayList<>();
    for (PolicyServer server : table.servers) {
      if (server.micro() && domain.reaches(server)) {
        for (Address address : server.addresses()) {
          if (owner(domain, address) == server.index()) {
            ranges.add(AddressRange.of(address));
          }
        }
      }
    }
    return AddressSet.of(ranges);
  }

  /** The servers that have at least one address in the set. */
  BitSet serversIn(AddressSet network) {
    BitSet servers = new BitSet();
    for (AddressRange range : network.ranges()) {
      int i = firstAtOrAfter(range.first());
      while (i < sorted.length && range.contains(sorted[i].address())) {
        servers.set(sorted[i].server());
        i++;
      }
    }
    return servers;
  }

  private int firstAtOrAfter(Address address) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (sorted[middle].address().compareTo(address) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
