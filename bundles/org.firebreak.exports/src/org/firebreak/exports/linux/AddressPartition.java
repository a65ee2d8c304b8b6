package org.firebreak.exports.linux;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;

/**
 * Cuts sets of addresses that may overlap into parts that do not: each part holds the addresses
 * that are in exactly the same sets.
 */
public final class AddressPartition {
  /** A border between addresses: before an address, or after it. */
  private record Border(Address address, boolean after, int set) implements Comparable<Border> {
    @Override
    public int compareTo(Border other) {
      int byAddress = address.compareTo(other.address);
      return byAddress != 0 ? byAddress : Boolean.compare(after, other.after);
    }
  }

  private AddressPartition() {}

  /**
   * Sweeps over the borders of all ranges.
   *
   * @return the parts by the indexes of the sets that hold them, ranges sorted, parts in the order
   *     of their first addresses
   */
  public static Map<BitSet, List<AddressRange>> of(List<AddressSet> sets) {
    List<Border> borders = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      for (AddressRange range : sets.get(i).ranges()) {
        borders.add(new Border(range.first(), false, i));
        borders.add(new Border(range.last(), true, i));
      }
    }
    borders.sort(null);
    Map<BitSet, List<AddressRange>> parts = new LinkedHashMap<>();
    BitSet inside = new BitSet(sets.size());
    Border previous = null;
    for (Border border : borders) {
      if (!inside.isEmpty()) {
        addBetween(previous, border, inside, parts);
      }
      inside.set(border.set(), !border.after());
      previous = border;
    }
    return parts;
  }

  private static void addBetween(
      Border from, Border to, BitSet inside, Map<BitSet, List<AddressRange>> parts) {
    if (from.compareTo(to) == 0 || isSuccessor(from, to)) {
      return;
    }
    Address first = from.after() ? from.address().next() : from.address();
    Address last = to.after() ? to.address() : to.address().previous();
    List<AddressRange> ranges = parts.get(inside);
    if (ranges == null) {
      ranges = new ArrayList<>();
      parts.put((BitSet) inside.clone(), ranges);
    }
    append(ranges, new AddressRange(first, last));
  }

  private static void append(List<AddressRange> ranges, AddressRange range) {
    AddressRange tail = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
    if (tail != null && range.first().equals(tail.last().next())) {
      ranges.set(ranges.size() - 1, new AddressRange(tail.first(), range.last()));
    } else {
      ranges.add(range);
    }
  }

  /** Whether no address lies between: after one address and before the next. */
  private static boolean isSuccessor(Border from, Border to) {
    return from.after() && !to.after() && to.address().equals(from.address().next());
  }
}
