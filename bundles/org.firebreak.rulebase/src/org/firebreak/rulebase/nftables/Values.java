package org.firebreak.rulebase.nftables;

import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.linux.ProtocolNames;
import org.firebreak.rulebase.linux.ServiceNames;

/** Values as rulesets spell them. */
final class Values {
  private static final Map<String, Integer> ICMP_TYPES =
      Map.ofEntries(
          Map.entry("echo-reply", 0),
          Map.entry("destination-unreachable", 3),
          Map.entry("source-quench", 4),
          Map.entry("redirect", 5),
          Map.entry("echo-request", 8),
          Map.entry("router-advertisement", 9),
          Map.entry("router-solicitation", 10),
          Map.entry("time-exceeded", 11),
          Map.entry("parameter-problem", 12),
          Map.entry("timestamp-request", 13),
          Map.entry("timestamp-reply", 14),
          Map.entry("info-request", 15),
          Map.entry("info-reply", 16),
          Map.entry("address-mask-request", 17),
          Map.entry("address-mask-reply", 18));

  private static final Map<String, Integer> ICMPV6_TYPES =
      Map.ofEntries(
          Map.entry("destination-unreachable", 1),
          Map.entry("packet-too-big", 2),
          Map.entry("time-exceeded", 3),
          Map.entry("parameter-problem", 4),
          Map.entry("echo-request", 128),
          Map.entry("echo-reply", 129),
          Map.entry("mld-listener-query", 130),
          Map.entry("mld-listener-report", 131),
          Map.entry("mld-listener-done", 132),
          Map.entry("mld-listener-reduction", 132),
          Map.entry("nd-router-solicit", 133),
          Map.entry("nd-router-advert", 134),
          Map.entry("nd-neighbor-solicit", 135),
          Map.entry("nd-neighbor-advert", 136),
          Map.entry("nd-redirect", 137),
          Map.entry("router-renumbering", 138),
          Map.entry("ind-neighbor-solicit", 141),
          Map.entry("ind-neighbor-advert", 142),
          Map.entry("mld2-listener-report", 143));

  private Values() {}

  /** An address, prefix or range of one family. */
  static AddressRange addresses(String text, boolean v6) throws NotUnderstood {
    try {
      int dash = text.indexOf('-');
      AddressRange range =
          dash < 0
              ? addressOrPrefix(text)
              : new AddressRange(
                  addressOrPrefix(text.substring(0, dash)).first(),
                  addressOrPrefix(text.substring(dash + 1)).first());
      if (range.v6() != v6) {
        throw new NotUnderstood("the address " + text + " is of the other family");
      }
      return range;
    } catch (IllegalArgumentException e) {
      throw new NotUnderstood("'" + text + "' is no address, prefix or range");
    }
  }

  /** Most elements are plain IPv4, for which the library that knows all notations is slow. */
  private static AddressRange addressOrPrefix(String text) {
    long bits = 0;
    int number = -1;
    int dots = 0;
    int i = 0;
    for (; i < text.length() && text.charAt(i) != '/'; i++) {
      char c = text.charAt(i);
      if (c == '.' && number >= 0) {
        bits = bits << 8 | number;
        number = -1;
        dots++;
      } else if (c >= '0' && c <= '9' && number != 0) {
        number = Math.max(0, number) * 10 + c - '0';
        if (number > 255) {
          return AddressRange.parse(text);
        }
      } else {
        return AddressRange.parse(text);
      }
    }
    if (dots != 3 || number < 0) {
      return AddressRange.parse(text);
    }
    bits = bits << 8 | number;
    if (i == text.length()) {
      return AddressRange.of(Address.v4((int) bits));
    }
    int length = number(text.substring(i + 1), 32);
    if (length < 0) {
      return AddressRange.parse(text);
    }
    long mask = length == 0 ? 0 : -1L << 32 - length & 0xFFFF_FFFFL;
    return new AddressRange(
        Address.v4((int) (bits & mask)), Address.v4((int) (bits | ~mask & 0xFFFF_FFFFL)));
  }

  static int protocol(String text) throws NotUnderstood {
    return named(text, ProtocolNames.numbers(), 255, "protocol");
  }

  static PortRange icmp(String text, boolean v6, boolean type) throws NotUnderstood {
    return range(text, type ? v6 ? ICMPV6_TYPES : ICMP_TYPES : Map.of(), 255, "ICMP type or code");
  }

  static PortRange ports(String text) throws NotUnderstood {
    return range(text, ServiceNames.numbers(), 65535, "port");
  }

  private static PortRange range(String text, Map<String, Integer> names, int most, String what)
      throws NotUnderstood {
    Integer known = names.get(text);
    if (known != null) {
      return PortRange.of(known);
    }
    int dash = text.indexOf('-');
    int first = named(dash < 0 ? text : text.substring(0, dash), names, most, what);
    int last = dash < 0 ? first : named(text.substring(dash + 1), names, most, what);
    if (first > last) {
      throw new NotUnderstood("'" + text + "' is no " + what);
    }
    return PortRange.of(first, last);
  }

  private static int named(String text, Map<String, Integer> names, int most, String what)
      throws NotUnderstood {
    Integer known = names.get(text);
    int value = known == null ? number(text, most) : known;
    if (value < 0) {
      throw new NotUnderstood("'" + text + "' is no " + what);
    }
    return value;
  }

  /** A number from 0 to the greatest; -1 if it is none. */
  static int number(String text, int most) {
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value <= most ? value : -1;
  }
}
