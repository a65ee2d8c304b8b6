package org.firebreak.core.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An immutable set of addresses as sorted ranges that neither overlap nor touch, IPv4 before IPv6.
 */
public final class AddressSet {
  public static final AddressSet EMPTY = new AddressSet(new AddressRange[0]);

  /** Every IPv4 and every IPv6 address. */
  public static final AddressSet ANY =
      new AddressSet(new AddressRange[] {AddressRange.ALL_V4, AddressRange.ALL_V6});

  private final AddressRange[] ranges;

  private AddressSet(AddressRange[] ranges) {
    this.ranges = ranges;
  }

  public static AddressSet of(Collection<AddressRange> ranges) {
    AddressRange[] sorted = ranges.toArray(AddressRange[]::new);
    Arrays.sort(sorted, Comparator.comparing(AddressRange::first));
    List<AddressRange> merged = new ArrayList<>(sorted.length);
    for (AddressRange range : sorted) {
      AddressRange tail = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (tail != null && joins(tail, range)) {
        if (tail.last().compareTo(range.last()) < 0) {
          merged.set(merged.size() - 1, new AddressRange(tail.first(), range.last()));
        }
      } else {
        merged.add(range);
      }
    }
    return new AddressSet(merged.toArray(AddressRange[]::new));
  }

  public static AddressSet of(AddressRange... ranges) {
    return of(List.of(ranges));
  }

  /** The addresses of the CIDRs and single addresses. */
  public static AddressSet parse(Collection<String> cidrs) {
    return of(cidrs.stream().map(AddressRange::parse).toList());
  }

  private static boolean joins(AddressRange left, AddressRange right) {
    if (left.v6() != right.v6()) {
      return false;
    }
    Address after = left.last().next();
    return after == null || right.first().compareTo(after) <= 0;
  }

  public boolean isEmpty() {
    return ranges.length == 0;
  }

  /** Whether the set holds every address of both families. */
  public boolean isAny() {
    return equals(ANY);
  }

  public boolean contains(Address address) {
    int low = 0;
    int high = ranges.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      if (ranges[middle].last().compareTo(address) < 0) {
        low = middle + 1;
      } else if (ranges[middle].first().compareTo(address) > 0) {
        high = middle - 1;
      } else {
        return true;
      }
    }
    return false;
  }

  public boolean containsAll(AddressSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean intersects(AddressSet other) {
    int i = 0;
    int j = 0;
    while (i < ranges.length && j < other.ranges.length) {
      if (ranges[i].last().compareTo(other.ranges[j].first()) < 0) {
        i++;
      } else if (other.ranges[j].last().compareTo(ranges[i].first()) < 0) {
        j++;
      } else {
        return true;
      }
    }
    return false;
  }

  public AddressSet union(AddressSet other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    List<AddressRange> all = new ArrayList<>(Arrays.asList(ranges));
    all.addAll(Arrays.asList(other.ranges));
    return of(all);
  }

  /** The addresses of this set that are not in the other. */
  public AddressSet minus(AddressSet other) {
    List<AddressRange> left = new ArrayList<>();
    int j = 0;
    for (AddressRange range : ranges) {
      Address from = range.first();
      while (j < other.ranges.length && other.ranges[j].last().compareTo(from) < 0) {
        j++;
      }
      for (int k = j; from != null && k < other.ranges.length; k++) {
        AddressRange cut = other.ranges[k];
        if (cut.first().compareTo(range.last()) > 0) {
          break;
        }
        if (cut.first().compareTo(from) > 0) {
          left.add(new AddressRange(from, cut.first().previous()));
        }
        from = cut.last().compareTo(range.last()) >= 0 ? null : cut.last().next();
      }
      if (from != null) {
        left.add(new AddressRange(from, range.last()));
      }
    }
    return new AddressSet(left.toArray(AddressRange[]::new));
  }

  /** The addresses that are in both sets. */
  public AddressSet intersect(AddressSet other) {
    if (this == other || isAll(other)) {
      return this;
    }
    if (isAll(this)) {
      return other;
    }
    List<AddressRange> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < ranges.length && j < other.ranges.length) {
      Address first = later(ranges[i].first(), other.ranges[j].first());
      boolean endsHere = ranges[i].last().compareTo(other.ranges[j].last()) <= 0;
      Address last = endsHere ? ranges[i].last() : other.ranges[j].last();
      if (first.compareTo(last) <= 0) {
        common.add(new AddressRange(first, last));
      }
      if (endsHere) {
        i++;
      } else {
        j++;
      }
    }
    return new AddressSet(common.toArray(AddressRange[]::new));
  }

  private static boolean isAll(AddressSet set) {
    return set.ranges.length == 2 && set.isAny();
  }

  private static Address later(Address one, Address other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The ranges in order, IPv4 before IPv6. */
  public List<AddressRange> ranges() {
    return List.of(ranges);
  }

  /** The IPv4 part. */
  public AddressSet v4() {
    return family(false);
  }

  /** The IPv6 part. */
  public AddressSet v6() {
    return family(true);
  }

  private AddressSet family(boolean v6) {
    return new AddressSet(
        Arrays.stream(ranges).filter(range -> range.v6() == v6).toArray(AddressRange[]::new));
  }

  /** The fewest CIDRs that cover exactly this set, in order. */
  public List<String> toPrefixes() {
    List<String> prefixes = new ArrayList<>(ranges.length);
    for (AddressRange range : ranges) {
      prefixes.addAll(range.toPrefixes());
    }
    return List.copyOf(prefixes);
  }

  /** How many CIDRs {@link #toPrefixes} gives. */
  public int prefixCount() {
    int count = 0;
    for (AddressRange range : ranges) {
      count += range.prefixCount();
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressSet set && Arrays.equals(ranges, set.ranges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ranges);
  }

  @Override
  public String toString() {
    return Arrays.stream(ranges).map(AddressRange::toString).collect(Collectors.joining(", "));
  }
}
