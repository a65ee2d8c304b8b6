package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.PolicyEndpoint;

/**
 * Finds the external networks that hold an address: their ranges sorted by first address, under a
 * binary tree of the greatest last address of each half, so that only halves with a hit are
 * entered.
 */
final class NetworkIndex {
  private record Entry(AddressRange range, PolicyEndpoint network) {}

  private final Entry[] entries;
  private final Address[] greatestLast;

  NetworkIndex(List<PolicyEndpoint> networks) {
    List<Entry> all = new ArrayList<>();
    for (PolicyEndpoint network : networks) {
      for (AddressRange range : network.network().ranges()) {
        all.add(new Entry(range, network));
      }
    }
    all.sort(Comparator.comparing(entry -> entry.range().first()));
    entries = all.toArray(Entry[]::new);
    greatestLast = new Address[Math.max(1, 4 * entries.length)];
    if (entries.length > 0) {
      build(1, 0, entries.length);
    }
  }

  private Address build(int node, int from, int to) {
    Address greatest;
    if (to - from == 1) {
      greatest = entries[from].range().last();
    } else {
      int middle = from + to >>> 1;
      Address left = build(2 * node, from, middle);
      Address right = build(2 * node + 1, middle, to);
      greatest = left.compareTo(right) < 0 ? right : left;
    }
    greatestLast[node] = greatest;
    return greatest;
  }

  /** The networks that hold the address. */
  Set<PolicyEndpoint> holding(Address address) {
    Set<PolicyEndpoint> found = new LinkedHashSet<>();
    if (entries.length > 0) {
      collect(1, 0, entries.length, address, found);
    }
    return found;
  }

  private void collect(int node, int from, int to, Address address, Set<PolicyEndpoint> found) {
    if (greatestLast[node].compareTo(address) < 0
        || entries[from].range().first().compareTo(address) > 0) {
      return;
    }
    if (to - from == 1) {
      if (entries[from].range().contains(address)) {
        found.add(entries[from].network());
      }
      return;
    }
    int middle = from + to >>> 1;
    collect(2 * node, from, middle, address, found);
    collect(2 * node + 1, middle, to, address, found);
  }
}
