package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;

/** What the address names in the rules of a chain of scopes stand for. */
final class AddressBook {
  private final List<Scope> chain;
  private final Registrations registrations;
  private final Map<String, AddressSet> known = new HashMap<>();
  private final Map<Set<String>, AddressSet> unions = new HashMap<>();
  private final Set<String> open = new TreeSet<>();
  private Map<String, List<Entry>> byTag;

  AddressBook(List<Scope> chain, Registrations registrations) {
    this.chain = chain;
    this.registrations = registrations;
  }

  /**
   * The union of what several names stand for; the same names give the same instance.
   *
   * @throws IllegalArgumentException if one of them has no addresses that are known
   */
  AddressSet union(List<String> names) {
    Set<String> key = new TreeSet<>(names);
    AddressSet union = unions.get(key);
    if (union == null) {
      union = merged(key);
      unions.put(key, union);
    }
    return union;
  }

  private AddressSet merged(Set<String> names) {
    if (names.size() == 1) {
      return addresses(names.iterator().next());
    }
    List<AddressRange> ranges = new ArrayList<>();
    for (String name : names) {
      ranges.addAll(addresses(name).ranges());
    }
    return AddressSet.of(ranges);
  }

  private AddressSet addresses(String name) {
    AddressSet addresses = known.get(name);
    if (addresses == null) {
      if (!open.add(name)) {
        throw new IllegalArgumentException("the address group " + name + " contains itself");
      }
      try {
        addresses = resolve(name);
      } finally {
        open.remove(name);
      }
      known.put(name, addresses);
    }
    return addresses;
  }

  private AddressSet resolve(String name) {
    for (Scope scope : chain) {
      Entry object = scope.entries(Kind.ADDRESS).get(name);
      if (object != null) {
        return object(object);
      }
      Entry group = scope.entries(Kind.ADDRESS_GROUP).get(name);
      if (group != null) {
        return group(group);
      }
    }
    return name.equals("any") ? AddressSet.ANY : literal(name);
  }

  private static AddressSet literal(String name) {
    if (!name.matches("[0-9a-fA-F.:/-]+") || !name.matches(".*[.:].*")) {
      throw new IllegalArgumentException("the address " + name + " is not defined");
    }
    return AddressSet.of(range(name));
  }

  private static AddressRange range(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? AddressRange.parse(text)
        : new AddressRange(
            Address.parse(text.substring(0, dash)), Address.parse(text.substring(dash + 1)));
  }

  private static AddressSet object(Entry object) {
    if (object.unknown() != null || object.has("fqdn") || object.has("ip-wildcard")) {
      throw new IllegalArgumentException(
          "the address " + object.name() + " is neither a netmask nor a range");
    }
    if (object.has("ip-netmask") == object.has("ip-range")) {
      throw new IllegalArgumentException("the address " + object.name() + " has no single value");
    }
    return AddressSet.of(range(object.one("ip-netmask", object.one("ip-range", ""))));
  }

  private AddressSet group(Entry group) {
    if (group.unknown() != null || group.has("static") == group.has("dynamic filter")) {
      throw new IllegalArgumentException(
          "the address group " + group.name() + " is not understood");
    }
    if (group.has("static")) {
      return merged(new TreeSet<>(group.all("static")));
    }
    if (registrations.isEmpty()) {
      throw new IllegalArgumentException(
          "the group "
              + group.name()
              + " is dynamic; give the registered addresses (uid-message) along with it");
    }
    return TagFilter.addresses(group.one("dynamic filter", ""), this::tagged);
  }

  /** Registered addresses with a tag, and address objects that carry it. */
  private AddressSet tagged(String tag) {
    if (byTag == null) {
      byTag = new HashMap<>();
      Set<String> nearer = new HashSet<>();
      for (Scope scope : chain) {
        for (Entry object : scope.entries(Kind.ADDRESS).values()) {
          if (!nearer.contains(object.name())) {
            for (String each : object.all("tag")) {
              byTag.computeIfAbsent(each, key -> new ArrayList<>()).add(object);
            }
          }
        }
        nearer.addAll(scope.entries(Kind.ADDRESS).keySet());
      }
    }
    List<AddressRange> ranges = new ArrayList<>();
    byTag.getOrDefault(tag, List.of()).forEach(object -> ranges.addAll(object(object).ranges()));
    AddressSet registered = registrations.addresses(tag);
    return ranges.isEmpty() ? registered : registered.union(AddressSet.of(ranges));
  }

  /** The addresses that are in both. */
  static AddressSet common(AddressSet left, AddressSet right) {
    return left.isAny() ? right : right.isAny() ? left : left.minus(left.minus(right));
  }
}
