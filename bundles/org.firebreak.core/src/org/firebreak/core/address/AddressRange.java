package org.firebreak.core.address;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;

/** Addresses of one family from first to last, both included. */
public record AddressRange(Address first, Address last) {
  public static final AddressRange ALL_V4 = new AddressRange(Address.FIRST_V4, Address.LAST_V4);
  public static final AddressRange ALL_V6 = new AddressRange(Address.FIRST_V6, Address.LAST_V6);

  public AddressRange {
    if (first.v6() != last.v6() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException("not an address range: " + first + "-" + last);
    }
  }

  public static AddressRange of(Address address) {
    return new AddressRange(address, address);
  }

  /**
   * Parses an address or a CIDR. Host bits set in a CIDR are cleared, as packet filters do.
   *
   * @throws IllegalArgumentException if the text is neither; the message names the text
   */
  public static AddressRange parse(String text) {
    try {
      IPAddress parsed = new IPAddressString(text, Address.STRICT).toAddress();
      if (parsed == null) {
        throw new IllegalArgumentException("not an IP address or CIDR: '" + text + "'");
      }
      IPAddress block = parsed.isPrefixed() ? parsed.toPrefixBlock() : parsed;
      return new AddressRange(Address.of(block.getLower()), Address.of(block.getUpper()));
    } catch (AddressStringException e) {
      throw new IllegalArgumentException("not an IP address or CIDR: '" + text + "'", e);
    }
  }

  public boolean v6() {
    return first.v6();
  }

  public boolean contains(Address address) {
    return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
  }

  public boolean isSingle() {
    return first.equals(last);
  }

  /** The fewest CIDRs that cover exactly this range, in order. */
  public List<String> toPrefixes() {
    if (isSingle()) {
      return List.of(first + (v6() ? "/128" : "/32"));
    }
    return new PrefixBlocks(this).texts();
  }

  /** How many CIDRs {@link #toPrefixes} gives. */
  public int prefixCount() {
    return isSingle() ? 1 : new PrefixBlocks(this).count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressRange range
        && first.equals(range.first)
        && last.equals(range.last);
  }

  /** As a method and not that of records, which costs many times as much in a short run. */
  @Override
  public int hashCode() {
    return 31 * first.hashCode() + last.hashCode();
  }

  /** {@code 10.0.0.1} or {@code 10.0.0.1-10.0.0.9}. */
  @Override
  public String toString() {
    return isSingle() ? first.toString() : first + "-" + last;
  }
}
