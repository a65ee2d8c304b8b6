package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.model.Endpoint;

/**
 * Endpoints by the first of their addresses, so that those within a set are found without a look at
 * all others: a rule base may speak of thousands of hosts.
 */
final class EndpointsByAddress {
  private record Entry(int number, Endpoint endpoint, AddressSet addresses) {}

  private final UnaryOperator<AddressSet> part;
  private final TreeMap<Address, List<Entry>> byFirst = new TreeMap<>();
  private int count;

  /**
   * @param part the addresses of an endpoint that count, for instance those of one family
   */
  EndpointsByAddress(UnaryOperator<AddressSet> part) {
    this.part = part;
  }

  void add(Endpoint endpoint, AddressSet addresses) {
    AddressSet own = part.apply(addresses);
    if (!own.isEmpty()) {
      byFirst
          .computeIfAbsent(own.ranges().get(0).first(), first -> new ArrayList<>(1))
          .add(new Entry(count++, endpoint, own));
    }
  }

  /** The endpoints all of whose addresses that count are in a set, in the order of their adding. */
  Map<Endpoint, AddressSet> within(AddressSet set) {
    List<Entry> found = new ArrayList<>();
    for (AddressRange range : set.ranges()) {
      for (Collection<Entry> entries :
          byFirst.subMap(range.first(), true, range.last(), true).values()) {
        for (Entry entry : entries) {
          if (set.containsAll(entry.addresses())) {
            found.add(entry);
          }
        }
      }
    }
    found.sort(Comparator.comparingInt(Entry::number));
    Map<Endpoint, AddressSet> inside = new LinkedHashMap<>();
    found.forEach(entry -> inside.put(entry.endpoint(), entry.addresses()));
    return inside;
  }
}
