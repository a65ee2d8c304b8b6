package org.firebreak.core.validation.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.ValidationContext;

/** The addresses of all servers of all routing domains, sorted. */
public final class ServerAddresses {
  private record Owned(Address address, int server) {}

  private final List<Owned> sorted;

  private ServerAddresses(List<Owned> sorted) {
    this.sorted = sorted;
  }

  public static ServerAddresses of(ValidationContext context) {
    List<Owned> all = new ArrayList<>(context.servers().size());
    for (PolicyServer server : context.policy().servers()) {
      for (Address address : server.addresses()) {
        all.add(new Owned(address, server.index()));
      }
    }
    all.sort(Comparator.comparing(Owned::address).thenComparingInt(Owned::server));
    return new ServerAddresses(all);
  }

  /** Indexes of the servers that have an address in the set. */
  public BitSet serversIn(AddressSet set) {
    BitSet servers = new BitSet();
    for (AddressRange range : set.ranges()) {
      int end = firstAfter(range.last());
      for (int i = firstFrom(range.first()); i < end; i++) {
        servers.set(sorted.get(i).server());
      }
    }
    return servers;
  }

  /** Number of addresses in the set that servers have, one of several servers counted for each. */
  public int count(AddressSet set) {
    int count = 0;
    for (AddressRange range : set.ranges()) {
      count += firstAfter(range.last()) - firstFrom(range.first());
    }
    return count;
  }

  /** Whether some server has an address in the set. */
  public boolean anyIn(AddressSet set) {
    for (AddressRange range : set.ranges()) {
      int i = firstFrom(range.first());
      if (i < sorted.size() && range.contains(sorted.get(i).address())) {
        return true;
      }
    }
    return false;
  }

  private int firstFrom(Address address) {
    return first(owned -> owned.address().compareTo(address) >= 0);
  }

  private int firstAfter(Address address) {
    return first(owned -> owned.address().compareTo(address) > 0);
  }

  /** Position of the first that is far enough; all behind it are too. */
  private int first(Predicate<Owned> farEnough) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (farEnough.test(sorted.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
