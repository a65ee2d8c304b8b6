package org.firebreak.imports.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;

/**
 * Addresses that stand for hosts of which a rule base says the name alone: pods by their labels,
 * members of a security group. They come from blocks in which no host can be: the reserved class E
 * of IPv4 (RFC 1112, section 4) and the discard-only prefix of IPv6 (RFC 6666). No design gets
 * them.
 */
public final class StandIns {
  private static final int FIRST_V4 = 254 << 24;
  private static final long HIGH_V6 = 0x0100L << 48;
  private static final int MOST = 1 << 24;
  private static final AddressSet RESERVED = AddressSet.parse(List.of("254.0.0.0/8", "100::/104"));

  private final Map<String, AddressSet> sets = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private AddressSet assigned = AddressSet.EMPTY;

  /**
   * Some addresses, and those hosts among them that are known by name.
   *
   * @param names names of hosts
   * @param rest the other addresses
   */
  public record Split(List<String> names, AddressSet rest) {}

  /** The addresses that stand for a host, always the same; one of each family. */
  public AddressSet of(String name) {
    AddressSet known = sets.get(name);
    if (known != null) {
      return known;
    }
    if (names.size() == MOST) {
      throw new IllegalStateException("a rule base names more than " + MOST + " hosts");
    }
    AddressSet made =
        AddressSet.of(
            List.of(
                AddressRange.of(Address.v4(FIRST_V4 + names.size())),
                AddressRange.of(Address.v6(HIGH_V6, names.size()))));
    names.add(name);
    sets.put(name, made);
    assigned = null;
    return made;
  }

  /** The addresses that stand for a host, if some do; else none. */
  public AddressSet known(String name) {
    return sets.getOrDefault(name, AddressSet.EMPTY);
  }

  /** Hosts that some addresses stand for; none if they are addresses of all the world. */
  public Split split(AddressSet set) {
    AddressSet inside = names.isEmpty() ? AddressSet.EMPTY : set.intersect(RESERVED);
    if (inside.isEmpty() || !assigned().containsAll(inside)) {
      return new Split(List.of(), set);
    }
    return new Split(List.copyOf(namesOf(inside)), set.minus(RESERVED));
  }

  /** The addresses of the other family that stand for the hosts that some addresses stand for. */
  public AddressSet twins(Split split, boolean v6) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String name : split.names()) {
      AddressSet both = sets.get(name);
      ranges.addAll((v6 ? both.v4() : both.v6()).ranges());
    }
    return AddressSet.of(ranges);
  }

  /** The hosts that addresses of all the world lack; none of addresses that are not such. */
  public Set<String> missing(AddressSet set) {
    Set<String> missing = new LinkedHashSet<>();
    for (AddressSet family : List.of(RESERVED.v4(), RESERVED.v6())) {
      if (isWide(set, family)) {
        missing.addAll(namesOf(assigned().intersect(family).minus(set)));
      }
    }
    return missing;
  }

  /** Addresses of all the world with those that they lack of hosts known by name. */
  public AddressSet filled(AddressSet set) {
    AddressSet filled = set;
    for (AddressSet family : List.of(RESERVED.v4(), RESERVED.v6())) {
      if (isWide(set, family)) {
        filled = filled.union(family);
      }
    }
    return filled;
  }

  private boolean isWide(AddressSet set, AddressSet family) {
    return !names.isEmpty() && !assigned().containsAll(set.intersect(family));
  }

  private AddressSet assigned() {
    if (assigned == null) {
      List<AddressRange> ranges = new ArrayList<>();
      sets.values().forEach(set -> ranges.addAll(set.ranges()));
      assigned = AddressSet.of(ranges);
    }
    return assigned;
  }

  private Set<String> namesOf(AddressSet inside) {
    Set<String> found = new LinkedHashSet<>();
    for (AddressRange range : inside.ranges()) {
      int first = index(range.first());
      int last = index(range.last());
      for (int i = first; i <= last; i++) {
        found.add(names.get(i));
      }
    }
    return found;
  }

  private static int index(Address address) {
    return (int) (address.v6() ? address.low() : (address.low() & 0xFFFF_FFFFL) - (254L << 24));
  }
}
