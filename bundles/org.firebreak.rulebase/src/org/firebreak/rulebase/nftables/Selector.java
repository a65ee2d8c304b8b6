package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.chains.Box;

/**
 * What of a packet a match looks at.
 *
 * @param v6 whether an address, a header or a message of ICMP is of IPv6
 * @param protocol protocol of ports; {@link #ANY_WITH_PORTS} if the match leaves it open
 */
record Selector(Kind kind, boolean v6, int protocol) {
  static final int ANY_WITH_PORTS = -1;
  private static final List<Integer> WITH_PORTS = List.of(6, 17, 132);
  private static final PortRange BYTE = PortRange.of(0, 255);

  enum Kind {
    SOURCE,
    DESTINATION,
    FAMILY,
    PROTOCOL,
    /** The protocol that the header of one family names: of no packet of the other. */
    PROTOCOL_OF_FAMILY,
    PORT,
    SOURCE_PORT,
    ICMP_TYPE,
    ICMP_CODE,
    HOP_LIMIT,
    TCP_FLAGS,
    STATE,
    /** Whether a packet goes the way in which its connection was opened, as the first one does. */
    WAY,
    INTERFACE
  }

  /** The connections whose value is one of some. */
  Box box(List<String> values) throws NotUnderstood {
    return switch (kind) {
      case SOURCE -> Box.from(addresses(values));
      case DESTINATION -> Box.to(addresses(values));
      case FAMILY -> family(values);
      case PROTOCOL_OF_FAMILY -> Box.family(v6).intersect(Box.by(union(values)));
      default -> Box.by(union(values));
    };
  }

  private Intervals union(List<String> values) throws NotUnderstood {
    List<Intervals> parts = new ArrayList<>();
    for (String value : values) {
      parts.add(services(value));
    }
    return Intervals.union(parts);
  }

  /** The connections that have such a value, but none of some. */
  Box boxWithout(List<String> values) throws NotUnderstood {
    AddressSet all = AddressSet.of(v6 ? AddressRange.ALL_V6 : AddressRange.ALL_V4);
    return switch (kind) {
      case SOURCE -> Box.from(all.minus(addresses(values)));
      case DESTINATION -> Box.to(all.minus(addresses(values)));
      case FAMILY -> {
        AddressSet named = family(values).source();
        if (named.isAny()) {
          throw new NotUnderstood("this cannot be excluded");
        }
        yield Box.family(!named.v4().isEmpty());
      }
      case PROTOCOL -> Box.by(ServiceLine.ANY.minus(union(values)));
      case PROTOCOL_OF_FAMILY ->
          Box.family(v6).intersect(Box.by(ServiceLine.ANY.minus(union(values))));
      case PORT, SOURCE_PORT -> Box.by(ports(PortRange.ALL).minus(box(values).services()));
      case ICMP_TYPE, ICMP_CODE -> Box.by(ServiceLine.of(icmp()).minus(box(values).services()));
      default -> throw new NotUnderstood("this cannot be excluded");
    };
  }

  private int icmp() {
    return v6 ? 58 : 1;
  }

  private AddressSet addresses(List<String> values) throws NotUnderstood {
    List<AddressRange> ranges = new ArrayList<>(values.size());
    for (String value : values) {
      ranges.add(Values.addresses(value, v6));
    }
    return AddressSet.of(ranges);
  }

  private static Box family(List<String> values) throws NotUnderstood {
    boolean four = values.stream().anyMatch(List.of("ipv4", "ip")::contains);
    boolean six = values.stream().anyMatch(List.of("ipv6", "ip6")::contains);
    if (!List.of("ipv4", "ip", "ipv6", "ip6").containsAll(values) || !four && !six) {
      throw new NotUnderstood("not an address family: " + String.join(", ", values));
    }
    return four && six ? Box.ANY : Box.family(six);
  }

  private Intervals services(String value) throws NotUnderstood {
    return switch (kind) {
      case PROTOCOL, PROTOCOL_OF_FAMILY -> ServiceLine.of(Values.protocol(value));
      case PORT, SOURCE_PORT -> ports(Values.ports(value));
      case ICMP_TYPE -> ServiceLine.ofIcmp(icmp(), Values.icmp(value, v6, true), BYTE);
      case ICMP_CODE -> ServiceLine.ofIcmp(icmp(), BYTE, Values.icmp(value, v6, false));
      case INTERFACE -> throw new NotUnderstood(RuleParser.INTERFACE);
      default -> throw new NotUnderstood("this cannot be looked up");
    };
  }

  private Intervals ports(PortRange range) {
    if (protocol != ANY_WITH_PORTS) {
      return ServiceLine.of(protocol, range);
    }
    return Intervals.union(WITH_PORTS.stream().map(each -> ServiceLine.of(each, range)).toList());
  }

  /** Whether it looks at the protocol alone. */
  boolean isProtocol() {
    return kind == Kind.PROTOCOL || kind == Kind.PROTOCOL_OF_FAMILY;
  }

  /** Whether a match of open protocol says all there is to say of a protocol. */
  static boolean hasPorts(int protocol) {
    return WITH_PORTS.contains(protocol);
  }
}
