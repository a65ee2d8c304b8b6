package org.firebreak.core.address;

import java.util.ArrayList;
import java.util.List;

/**
 * The fewest CIDRs that cover a range: from its first address on, each time the largest block that
 * begins there and does not reach beyond the last one. The library would do the same, but it takes
 * the addresses apart into segments first, and a bundle needs this for every set of addresses of
 * every platform.
 */
final class PrefixBlocks {
  private final AddressRange range;
  private final int bits;

  PrefixBlocks(AddressRange range) {
    this.range = range;
    this.bits = range.v6() ? 128 : 32;
  }

  /** {@code 10.0.0.0/24}, in order. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Address at = range.first(); at != null; ) {
      int free = freeBits(at);
      texts.add(at + "/" + (bits - free));
      at = after(at, free);
    }
    return List.copyOf(texts);
  }

  int count() {
    int count = 0;
    for (Address at = range.first(); at != null; at = after(at, freeBits(at))) {
      count++;
    }
    return count;
  }

  /** How many of the last bits are free in the largest block that begins with an address. */
  private int freeBits(Address from) {
    int free = Math.min(bits, trailingZeros(from));
    while (lastOf(from, free).compareTo(range.last()) > 0) {
      free--;
    }
    return free;
  }

  /** The address that follows a block; {@code null} if that is none of the range. */
  private Address after(Address from, int free) {
    Address last = lastOf(from, free);
    return last.equals(range.last()) ? null : last.next();
  }

  private static int trailingZeros(Address address) {
    return address.low() != 0
        ? Long.numberOfTrailingZeros(address.low())
        : 64 + Long.numberOfTrailingZeros(address.high());
  }

  private static Address lastOf(Address from, int free) {
    return new Address(
        from.v6(), from.high() | mask(free - 64), from.low() | mask(Math.min(free, 64)));
  }

  /** The given number of ones, at most 64, at the end. */
  private static long mask(int ones) {
    return ones <= 0 ? 0 : -1L >>> 64 - ones;
  }
}
