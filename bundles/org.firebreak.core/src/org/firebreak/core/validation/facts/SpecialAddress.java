package org.firebreak.core.validation.facts;

import org.firebreak.core.address.Address;

/**
 * Addresses that no server has as its own in a routed network.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890, special-purpose addresses</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5737">RFC 5737, IPv4 documentation addresses</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9637">RFC 9637, IPv6 documentation addresses</a>
 */
public enum SpecialAddress {
  UNSPECIFIED("an unspecified address", "unspecified"),
  LOOPBACK("a loopback address", "loopback"),
  MULTICAST("a multicast address", "multicast"),
  BROADCAST("the limited broadcast address", "broadcast"),
  LINK_LOCAL("a link-local address", "link-local"),
  DOCUMENTATION("an address that is reserved for documentation", "documentation");

  private final String title;
  private final String adjective;

  SpecialAddress(String title, String adjective) {
    this.title = title;
    this.adjective = adjective;
  }

  /** What it is, as it follows “has”. */
  public String title() {
    return title;
  }

  /** {@code link-local}, as it precedes “address”. */
  public String adjective() {
    return adjective;
  }

  /** The kind of an address; {@code null} for an ordinary one. */
  public static SpecialAddress of(Address address) {
    return address.v6() ? v6(address.high(), address.low()) : v4((int) address.low());
  }

  private static SpecialAddress v4(int bits) {
    int first = bits >>> 24;
    if (first == 0) {
      return UNSPECIFIED;
    }
    if (first == 127) {
      return LOOPBACK;
    }
    if (first >= 224) {
      return bits == -1 ? BROADCAST : first < 240 ? MULTICAST : null;
    }
    if (bits >>> 16 == 0xA9FE) {
      return LINK_LOCAL;
    }
    return switch (bits >>> 8) {
      case 0xC00002, 0xC63364, 0xCB0071 -> DOCUMENTATION;
      default -> null;
    };
  }

  private static SpecialAddress v6(long high, long low) {
    if (high == 0 && (low == 0 || low == 1)) {
      return low == 0 ? UNSPECIFIED : LOOPBACK;
    }
    if (high >>> 56 == 0xFF) {
      return MULTICAST;
    }
    if (high >>> 54 == 0xFE80 >>> 6) {
      return LINK_LOCAL;
    }
    return high >>> 32 == 0x2001_0DB8L || high >>> 44 == 0x3FFF0 ? DOCUMENTATION : null;
  }
}
