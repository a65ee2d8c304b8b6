package org.firebreak.core.packets;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.ServiceMatch;

/**
 * Protocols and ports on one line: IP protocol number × 65,536 + destination port, or + ICMP type ×
 * 256 + code. A protocol without ports has all.
 */
public final class ServiceLine {
  private static final int PORTS = 65_536;
  private static final int CODES = 256;
  private static final int[] FAMILIAR = {
    IpProtocols.TCP, IpProtocols.UDP, IpProtocols.ICMP, IpProtocols.ICMPV6
  };

  /** Every protocol and port. */
  public static final Intervals ANY = Intervals.of(0, 256 * PORTS);

  private ServiceLine() {}

  /** What the services cover together. */
  public static Intervals of(List<PolicyService> services) {
    List<Intervals> parts = new ArrayList<>();
    for (PolicyService service : services) {
      if (service.match().isAny()) {
        return ANY;
      }
      add(service.match(), parts);
    }
    return Intervals.union(parts);
  }

  /** What one service covers. */
  public static Intervals of(ServiceMatch match) {
    if (match.isAny()) {
      return ANY;
    }
    List<Intervals> parts = new ArrayList<>();
    add(match, parts);
    return Intervals.union(parts);
  }

  /**
   * Everything of an IP protocol.
   *
   * @param protocol number of the protocol, 0 to 255
   */
  public static Intervals of(int protocol) {
    return Intervals.of(protocol * PORTS, (protocol + 1) * PORTS);
  }

  /**
   * Destination ports of a protocol that has ports.
   *
   * @param protocol number of the protocol, 0 to 255
   */
  public static Intervals of(int protocol, PortRange ports) {
    return Intervals.of(protocol * PORTS + ports.first(), protocol * PORTS + ports.last() + 1);
  }

  /**
   * Messages of ICMP or ICMPv6.
   *
   * @param protocol number of the protocol
   * @param types 0 to 255
   * @param codes 0 to 255
   */
  public static Intervals ofIcmp(int protocol, PortRange types, PortRange codes) {
    int base = protocol * PORTS;
    if (codes.size() == CODES) {
      return Intervals.of(base + types.first() * CODES, base + (types.last() + 1) * CODES);
    }
    List<Intervals> parts = new ArrayList<>();
    for (int type = types.first(); type <= types.last(); type++) {
      int first = base + type * CODES;
      parts.add(Intervals.of(first + codes.first(), first + codes.last() + 1));
    }
    return Intervals.union(parts);
  }

  private static void add(ServiceMatch match, List<Intervals> parts) {
    int protocol = IpProtocols.number(match.protocol());
    int base = protocol * PORTS;
    if (!IpProtocols.isIcmp(protocol)) {
      for (PortRange range : match.ports().ranges()) {
        parts.add(of(protocol, range));
      }
      return;
    }
    int firstType = Math.max(0, match.icmpType());
    int lastType = match.icmpType() < 0 ? 255 : match.icmpType();
    int firstCode = Math.max(0, match.icmpCode());
    int lastCode = match.icmpCode() < 0 ? 255 : match.icmpCode();
    for (int type = firstType; type <= lastType; type++) {
      int first = base + type * CODES;
      parts.add(Intervals.of(first + firstCode, first + lastCode + 1));
    }
  }

  /** A member that people know: TCP before UDP before ICMP, and no port 0 if there is another. */
  public static int familiar(Intervals services) {
    for (int protocol : FAMILIAR) {
      int first = IpProtocols.hasPorts(protocol) ? 1 : 0;
      Intervals known =
          services.intersect(Intervals.of(protocol * PORTS + first, (protocol + 1) * PORTS));
      if (!known.isEmpty()) {
        return known.from(0);
      }
    }
    return services.from(0);
  }

  public static int protocol(int point) {
    return point / PORTS;
  }

  /** The destination port; 0 for protocols without ports. */
  public static int port(int point) {
    return IpProtocols.hasPorts(protocol(point)) ? point % PORTS : 0;
  }

  public static int icmpType(int point) {
    return IpProtocols.isIcmp(protocol(point)) ? point % PORTS / CODES : 0;
  }

  public static int icmpCode(int point) {
    return IpProtocols.isIcmp(protocol(point)) ? point % CODES : 0;
  }
}
