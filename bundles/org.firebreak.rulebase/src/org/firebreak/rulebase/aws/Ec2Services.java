package org.firebreak.rulebase.aws;

import java.util.Locale;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.json.Unreadable;

/** Protocol and ports as EC2 takes them. */
final class Ec2Services {
  private Ec2Services() {}

  /**
   * What a rule covers.
   *
   * @param from first port, or ICMP type; -1 for all
   * @param to last port, or ICMP code; -1 for all
   */
  static Intervals of(String protocol, int from, int to) throws Unreadable {
    if (protocol == null) {
      throw new Unreadable("has no protocol");
    }
    if (protocol.equals("-1") || protocol.equals("all")) {
      return ServiceLine.ANY;
    }
    int number =
        switch (protocol.toLowerCase(Locale.ROOT)) {
          case "tcp" -> IpProtocols.TCP;
          case "udp" -> IpProtocols.UDP;
          case "icmp" -> IpProtocols.ICMP;
          case "icmpv6" -> IpProtocols.ICMPV6;
          default -> number(protocol);
        };
    return switch (number) {
      case IpProtocols.TCP, IpProtocols.UDP -> ports(number, from, to);
      case IpProtocols.ICMP, IpProtocols.ICMPV6 -> icmp(number, from, to);
      default -> ServiceLine.of(number); // EC2 ignores ports of other protocols
    };
  }

  private static int number(String protocol) throws Unreadable {
    if (!protocol.matches("[0-9]{1,3}") || Integer.parseInt(protocol) > 255) {
      throw new Unreadable("has the unknown protocol " + protocol);
    }
    return Integer.parseInt(protocol);
  }

  private static Intervals ports(int protocol, int from, int to) throws Unreadable {
    if (from == -1 && to == -1) {
      return ServiceLine.of(protocol);
    }
    if (from < 0 || to > 65535 || from > to) {
      throw new Unreadable("has the ports " + from + " to " + to);
    }
    return ServiceLine.of(protocol, PortRange.of(from, to));
  }

  private static Intervals icmp(int protocol, int type, int code) throws Unreadable {
    if (type < -1 || type > 255 || code < -1 || code > 255) {
      throw new Unreadable("has the ICMP type " + type + " and code " + code);
    }
    if (type == -1) {
      if (code != -1) {
        throw new Unreadable("has an ICMP code without a type");
      }
      return ServiceLine.of(protocol);
    }
    int first = protocol * 65_536 + type * 256;
    return code == -1
        ? Intervals.of(first, first + 256)
        : Intervals.of(first + code, first + code + 1);
  }
}
