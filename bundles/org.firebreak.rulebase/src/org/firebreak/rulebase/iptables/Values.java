package org.firebreak.rulebase.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.linux.ProtocolNames;
import org.firebreak.rulebase.linux.ServiceNames;
import org.firebreak.rulebase.linux.TcpFlags;

/** Values as rulesets spell them. */
final class Values {
  private static final Map<String, Integer> ICMP =
      Map.ofEntries(
          Map.entry("echo-reply", 0),
          Map.entry("pong", 0),
          Map.entry("destination-unreachable", 3),
          Map.entry("source-quench", 4),
          Map.entry("redirect", 5),
          Map.entry("echo-request", 8),
          Map.entry("ping", 8),
          Map.entry("router-advertisement", 9),
          Map.entry("router-solicitation", 10),
          Map.entry("time-exceeded", 11),
          Map.entry("ttl-exceeded", 11),
          Map.entry("parameter-problem", 12),
          Map.entry("timestamp-request", 13),
          Map.entry("timestamp-reply", 14),
          Map.entry("address-mask-request", 17),
          Map.entry("address-mask-reply", 18));

  private static final Map<String, String> ICMP_CODES =
      Map.of(
          "network-unreachable", "3/0",
          "host-unreachable", "3/1",
          "protocol-unreachable", "3/2",
          "port-unreachable", "3/3",
          "fragmentation-needed", "3/4",
          "ttl-zero-during-transit", "11/0",
          "ttl-zero-during-reassembly", "11/1");

  private static final Map<String, Integer> ICMPV6 =
      Map.ofEntries(
          Map.entry("destination-unreachable", 1),
          Map.entry("packet-too-big", 2),
          Map.entry("time-exceeded", 3),
          Map.entry("ttl-exceeded", 3),
          Map.entry("parameter-problem", 4),
          Map.entry("echo-request", 128),
          Map.entry("ping", 128),
          Map.entry("echo-reply", 129),
          Map.entry("pong", 129),
          Map.entry("router-solicitation", 133),
          Map.entry("router-advertisement", 134),
          Map.entry("neighbour-solicitation", 135),
          Map.entry("neighbor-solicitation", 135),
          Map.entry("neighbour-advertisement", 136),
          Map.entry("neighbor-advertisement", 136),
          Map.entry("redirect", 137));

  private static final int ANY_ICMP = 255;
  private static final PortRange BYTE = PortRange.of(0, 255);

  private Values() {}

  /** Addresses, prefixes, addresses with masks, several of them separated by commas. */
  static AddressSet addresses(String text, boolean v6) throws NotUnderstood {
    List<AddressRange> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      ranges.add(range(part, v6));
    }
    return AddressSet.of(ranges);
  }

  /** An address, prefix, address with mask, or two addresses with a dash between. */
  static AddressRange range(String text, boolean v6) throws NotUnderstood {
    try {
      int dash = text.indexOf('-');
      AddressRange range =
          dash < 0
              ? AddressRange.parse(withLength(text))
              : new AddressRange(
                  Address.parse(text.substring(0, dash)), Address.parse(text.substring(dash + 1)));
      if (range.v6() != v6) {
        throw new NotUnderstood("the address " + text + " is of the other family");
      }
      return range;
    } catch (IllegalArgumentException e) {
      throw new NotUnderstood("'" + text + "' is no address or prefix");
    }
  }

  /** A mask such as 255.255.255.0 becomes a length, if it is one. */
  private static String withLength(String text) throws NotUnderstood {
    int slash = text.indexOf('/');
    if (slash < 0 || text.indexOf('.', slash) < 0 && text.indexOf(':', slash) < 0) {
      return text;
    }
    Address mask = Address.parse(text.substring(slash + 1));
    if (mask.v6()) {
      throw new NotUnderstood("a mask of IPv6 that is written as an address");
    }
    long inverted = ~mask.low() & 0xFFFF_FFFFL;
    if ((inverted & inverted + 1) != 0) {
      throw new NotUnderstood("a mask with gaps");
    }
    return text.substring(0, slash + 1) + (32 - Long.bitCount(inverted));
  }

  /** A protocol; -1 for every one. */
  static int protocol(String text) throws NotUnderstood {
    if (text.equals("all") || text.equals("0")) {
      return -1;
    }
    Integer known = ProtocolNames.numbers().get(text);
    return known == null ? number(text, 255) : known;
  }

  /** Flags of TCP with commas between, all or none of them. */
  static int flags(String text) throws NotUnderstood {
    int flags = 0;
    for (String name : text.split(",")) {
      int flag =
          switch (name) {
            case "ALL" -> TcpFlags.all();
            case "NONE" -> 0;
            default -> TcpFlags.of(name.toLowerCase(Locale.ROOT));
          };
      if (flag < 0) {
        throw new NotUnderstood("'" + name + "' is no flag of TCP");
      }
      flags |= flag;
    }
    return flags;
  }

  /** {@code 80}, {@code ssh}, {@code 1024:65535}, {@code :1023}, {@code 80-90}. */
  static PortRange ports(String text) throws NotUnderstood {
    Integer known = ServiceNames.numbers().get(text);
    if (known != null) {
      return PortRange.of(known);
    }
    int colon = Math.max(text.indexOf(':'), text.indexOf('-'));
    if (colon < 0) {
      return PortRange.of(number(text, 65535));
    }
    String first = text.substring(0, colon);
    String last = text.substring(colon + 1);
    int from = first.isEmpty() ? 0 : number(first, 65535);
    int to = last.isEmpty() ? 65535 : number(last, 65535);
    if (from > to) {
      throw new NotUnderstood("'" + text + "' is no range of ports");
    }
    return PortRange.of(from, to);
  }

  /** {@code 8}, {@code 3/1}, {@code echo-request}; for IPv4, 255 and any are every type. */
  static Intervals icmp(String text, boolean v6) throws NotUnderstood {
    if (!v6 && (text.equals("any") || text.equals("255"))) {
      return ServiceLine.of(1);
    }
    int protocol = v6 ? 58 : 1;
    Integer known = (v6 ? ICMPV6 : ICMP).get(text);
    if (known != null) {
      return ServiceLine.ofIcmp(protocol, PortRange.of(known), BYTE);
    }
    String code = v6 ? null : ICMP_CODES.get(text);
    if (code != null) {
      return icmp(code, false);
    }
    int slash = text.indexOf('/');
    int type = number(slash < 0 ? text : text.substring(0, slash), ANY_ICMP);
    PortRange codes = slash < 0 ? BYTE : PortRange.of(number(text.substring(slash + 1), 255));
    if (!v6 && type == ANY_ICMP) {
      throw new NotUnderstood("the ICMP type 255 with a code");
    }
    return ServiceLine.ofIcmp(protocol, PortRange.of(type), codes);
  }

  static int number(String text, int most) throws NotUnderstood {
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
      throw new NotUnderstood("'" + text + "' is no number up to " + most);
    }
    return Integer.parseInt(text);
  }
}
