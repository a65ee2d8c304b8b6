package org.firebreak.exports.nftables;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;

/**
 * How a set or map lists its addresses. A set takes another member in place only if it stays of its
 * kind, which therefore follows from what the set is for, and not from who is neighbour of whom.
 */
enum ElementForm {
  /** Address by address. */
  SINGLE,
  /** As ranges and prefixes, in a set or map with the flag {@code interval}. */
  INTERVAL;

  /**
   * Servers beyond it are ranges: one by one they would fill the files of all hosts that speak with
   * them, as 4,096 addresses take 60 to 160 kB.
   */
  private static final long MOST_SINGLE = 4096;

  /**
   * The form for ranges of one family.
   *
   * @param ofServers whether the addresses are those of servers, none those of a network
   */
  static ElementForm of(List<AddressRange> ranges, boolean ofServers) {
    long most = ofServers ? MOST_SINGLE : ranges.size();
    long addresses = 0;
    for (AddressRange range : ranges) {
      addresses += range.isSingle() ? 1 : sizeOf(range);
      if (addresses > most) {
        return INTERVAL;
      }
    }
    return SINGLE;
  }

  private static long sizeOf(AddressRange range) {
    Address first = range.first();
    Address last = range.last();
    long beyond = last.low() - first.low();
    boolean countable = first.high() == last.high() && beyond >= 0 && beyond <= MOST_SINGLE;
    return countable ? beyond + 1 : MOST_SINGLE + 1;
  }

  /** The elements that stand for some of the ranges. */
  List<AddressRange> elements(List<AddressRange> ranges) {
    if (this == INTERVAL) {
      return ranges;
    }
    List<AddressRange> elements = new ArrayList<>();
    for (AddressRange range : ranges) {
      for (Address at = range.first(); !at.equals(range.last()); at = at.next()) {
        elements.add(AddressRange.of(at));
      }
      elements.add(AddressRange.of(range.last()));
    }
    return elements;
  }
}
