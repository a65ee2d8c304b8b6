package org.firebreak.core.address;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;

/**
 * An IPv4 or IPv6 address as a value. Every IPv4 address is less than every IPv6 address.
 *
 * @param v6 whether it is an IPv6 address
 * @param high upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low lower 64 bits of an IPv6 address; the 32 bits of an IPv4 address
 */
public record Address(boolean v6, long high, long low) implements Comparable<Address> {
  /** Plain notation only: no wildcards, no zones, no octal or shortened IPv4. */
  static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowMask(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .getParentBuilder()
          .toParams();

  static final Address FIRST_V4 = new Address(false, 0, 0);
  static final Address LAST_V4 = new Address(false, 0, 0xFFFF_FFFFL);
  static final Address FIRST_V6 = new Address(true, 0, 0);
  static final Address LAST_V6 = new Address(true, -1, -1);

  /** An IPv4 address from its 32 bits. */
  public static Address v4(int bits) {
    return new Address(false, 0, bits & 0xFFFF_FFFFL);
  }

  /** An IPv6 address from its 128 bits. */
  public static Address v6(long high, long low) {
    return new Address(true, high, low);
  }

  /**
   * Parses a single address, without prefix length.
   *
   * @throws IllegalArgumentException if the text is not one; the message names the text
   */
  public static Address parse(String text) {
    try {
      IPAddress address = new IPAddressString(text, STRICT).toAddress();
      if (address == null || address.isMultiple() || text.indexOf('/') >= 0) {
        throw new IllegalArgumentException("not an IP address: '" + text + "'");
      }
      return of(address);
    } catch (AddressStringException e) {
      throw new IllegalArgumentException("not an IP address: '" + text + "'", e);
    }
  }

  static Address of(IPAddress address) {
    if (address.isIPv4()) {
      return v4(address.toIPv4().intValue());
    }
    byte[] bytes = address.getBytes();
    return v6(eightBytes(bytes, 0), eightBytes(bytes, 8));
  }

  private static long eightBytes(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + 8; i++) {
      value = value << 8 | bytes[i] & 0xFF;
    }
    return value;
  }

  IPAddress toLibrary() {
    return v6 ? new IPv6Address(bytes()) : new IPv4Address((int) low);
  }

  private byte[] bytes() {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (high >>> 56 - 8 * i);
      bytes[8 + i] = (byte) (low >>> 56 - 8 * i);
    }
    return bytes;
  }

  /** The address after this one; the last address of a family has none and gives {@code null}. */
  public Address next() {
    if (equals(LAST_V4) || equals(LAST_V6)) {
      return null;
    }
    return new Address(v6, low == -1 ? high + 1 : high, low + 1);
  }

  /** The address before this one; the first address of a family has none and gives {@code null}. */
  public Address previous() {
    if (equals(FIRST_V4) || equals(FIRST_V6)) {
      return null;
    }
    return new Address(v6, low == 0 && v6 ? high - 1 : high, low - 1);
  }

  @Override
  public int compareTo(Address other) {
    if (v6 != other.v6) {
      return v6 ? 1 : -1;
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address address
        && low == address.low
        && high == address.high
        && v6 == address.v6;
  }

  /** As a method and not that of records, which costs many times as much in a short run. */
  @Override
  public int hashCode() {
    return 31 * Long.hashCode(31 * high + low) + Boolean.hashCode(v6);
  }

  /** Dotted decimal, or the canonical IPv6 text of RFC 5952. */
  @Override
  public String toString() {
    if (!v6) {
      return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
    }
    return toLibrary().toCanonicalString();
  }
}
