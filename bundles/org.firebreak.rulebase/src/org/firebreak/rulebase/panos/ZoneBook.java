package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.rulebase.HostAddresses;

/**
 * Which addresses are behind which zone of a central firewall: tags say which zone of the design
 * each of them is. What is in no zone of the design may be behind any of them.
 */
final class ZoneBook {
  private static final Pattern COMMENT = Pattern.compile("Firebreak zone (\\S+) is (\\S+)");

  private final boolean known;
  private final Map<String, AddressSet> zones = new HashMap<>();
  private final Map<List<String>, Map<AddressSet, AddressSet>> parts = new HashMap<>();
  private AddressSet all;

  ZoneBook(List<Scope> chain, HostAddresses hosts) {
    known = hosts.knowsZones();
    for (Scope scope : known ? chain : List.<Scope>of()) {
      for (Entry tag : scope.entries(Kind.TAG).values()) {
        Matcher comment = COMMENT.matcher(tag.one("comments", ""));
        if (comment.matches()) {
          zones.put(comment.group(1), hosts.zone(comment.group(2)));
        }
      }
    }
  }

  /** Whether addresses of zones can be told at all. */
  boolean isKnown() {
    return known;
  }

  /**
   * A rule as far as its zones let it match.
   *
   * @throws IllegalArgumentException if that cannot be told
   */
  FilterRule narrowed(Entry entry, FilterRule rule) {
    AddressSet source = behind(entry, "from", rule.source());
    AddressSet destination = behind(entry, "to", rule.destination());
    return source == rule.source() && destination == rule.destination()
        ? rule
        : new FilterRule(
            rule.name(), rule.place(), source, destination, rule.services(), rule.outcome());
  }

  private AddressSet behind(Entry entry, String side, AddressSet addresses) {
    if (!entry.has(side)) {
      throw new IllegalArgumentException("it has no zones (" + side + ")");
    }
    List<String> names = List.copyOf(new TreeSet<>(entry.all(side)));
    if (names.contains("any")) {
      return addresses;
    }
    Map<AddressSet, AddressSet> same = parts.computeIfAbsent(names, key -> new IdentityHashMap<>());
    AddressSet part = same.get(addresses);
    if (part == null) {
      part = part(names, addresses);
      same.put(addresses, part);
    }
    return part;
  }

  private AddressSet part(List<String> names, AddressSet addresses) {
    AddressSet behind = AddressSet.EMPTY;
    for (String name : names) {
      AddressSet zone = zones.get(name);
      if (zone == null) {
        throw new IllegalArgumentException("the addresses of the zone " + name + " are not known");
      }
      behind = behind.union(zone);
    }
    if (holds(behind, addresses)) {
      return addresses;
    }
    if (!holds(all(), addresses)) {
      throw new IllegalArgumentException(
          "which of its addresses are behind the zone " + names.get(0) + " is not known");
    }
    return addresses.intersect(behind);
  }

  private AddressSet all() {
    if (all == null) {
      List<AddressRange> ranges = new ArrayList<>();
      zones.values().forEach(zone -> ranges.addAll(zone.ranges()));
      all = AddressSet.of(ranges);
    }
    return all;
  }

  /** Whether a large set contains a mostly small one. */
  private static boolean holds(AddressSet large, AddressSet small) {
    List<AddressRange> ranges = large.ranges();
    for (AddressRange range : small.ranges()) {
      int from = 0;
      int to = ranges.size();
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (ranges.get(middle).last().compareTo(range.last()) < 0) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      if (from == ranges.size() || ranges.get(from).first().compareTo(range.first()) > 0) {
        return false;
      }
    }
    return true;
  }
}
