package org.firebreak.exports.kubernetes;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;

/**
 * A set on the {@link ServiceLine} by protocol.
 *
 * @param any whether it is everything; then the rest does not matter
 * @param icmp types and codes of ICMP, on the line
 * @param icmpv6 those of ICMPv6
 * @param others all other protocols, on the line
 */
public record Services(
    boolean any,
    PortSet tcp,
    PortSet udp,
    PortSet sctp,
    Intervals icmp,
    Intervals icmpv6,
    Intervals others) {
  private static final int POINTS = 65_536;

  public static Services of(Intervals line) {
    Intervals rest = line;
    PortSet[] ports = new PortSet[3];
    int[] protocols = {IpProtocols.TCP, IpProtocols.UDP, IpProtocols.SCTP};
    for (int i = 0; i < protocols.length; i++) {
      Intervals whole = ServiceLine.of(protocols[i]);
      ports[i] = ports(line.intersect(whole), protocols[i]);
      rest = rest.minus(whole);
    }
    Intervals icmp = line.intersect(ServiceLine.of(IpProtocols.ICMP));
    Intervals icmpv6 = line.intersect(ServiceLine.of(IpProtocols.ICMPV6));
    return new Services(
        line.containsAll(ServiceLine.ANY),
        ports[0],
        ports[1],
        ports[2],
        icmp,
        icmpv6,
        rest.minus(icmp).minus(icmpv6));
  }

  /** What a rule matches, on the line. */
  public static Intervals line(Rule rule) {
    return rule.services().isEmpty() ? ServiceLine.ANY : ServiceLine.of(rule.services());
  }

  private static PortSet ports(Intervals line, int protocol) {
    List<PortRange> ranges = new ArrayList<>(line.count());
    for (int i = 0; i < line.count(); i++) {
      ranges.add(
          PortRange.of(line.from(i) - protocol * POINTS, line.to(i) - 1 - protocol * POINTS));
    }
    return PortSet.of(ranges);
  }

  /** Whether none of TCP, UDP and SCTP is meant. */
  public boolean hasNoPorts() {
    return !any && tcp.isEmpty() && udp.isEmpty() && sctp.isEmpty();
  }

  /** Ranges of ports from 1 on; empty if every port of the protocol is meant. */
  public static List<PortRange> positive(PortSet ports) {
    if (ports.isAll()) {
      return List.of();
    }
    return ports.ranges().stream()
        .filter(range -> range.last() > 0)
        .map(range -> range.first() == 0 ? PortRange.of(1, range.last()) : range)
        .toList();
  }

  /** Whether port 0 is meant, which platforms do not know, and not every port. */
  public boolean namesPortZero() {
    return !any
        && List.of(tcp, udp, sctp).stream().anyMatch(set -> !set.isAll() && set.contains(0));
  }
}
