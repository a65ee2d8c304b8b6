package org.firebreak.exports.cloud;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;

/**
 * One protocol with one range of destination ports, or one ICMP type and code: what one rule of a
 * cloud platform can say.
 *
 * @param protocol number of the IP protocol; -1 for every protocol
 * @param from first port, or the ICMP type; -1 for all of them and for protocols without
 * @param to last port, or the ICMP code; -1 for all of them and for protocols without
 */
public record ServicePiece(int protocol, int from, int to) {
  /** Every protocol. */
  public static final ServicePiece ANY = new ServicePiece(-1, -1, -1);

  private static final int PORTS = 65_536;
  private static final int CODES = 256;

  /** The fewest pieces that hold exactly these services, in order. */
  public static List<ServicePiece> of(Intervals services) {
    if (services.equals(ServiceLine.ANY)) {
      return List.of(ANY);
    }
    List<ServicePiece> pieces = new ArrayList<>();
    for (int i = 0; i < services.count(); i++) {
      int end = services.to(i);
      for (int from = services.from(i); from < end; ) {
        int protocol = from / PORTS;
        int to = Math.min(end, (protocol + 1) * PORTS);
        add(protocol, from - protocol * PORTS, to - protocol * PORTS, pieces);
        from = to;
      }
    }
    return pieces;
  }

  private static void add(int protocol, int from, int to, List<ServicePiece> pieces) {
    if (from == 0 && to == PORTS || !IpProtocols.hasPorts(protocol) && !isIcmp(protocol)) {
      pieces.add(new ServicePiece(protocol, -1, -1));
    } else if (!isIcmp(protocol)) {
      pieces.add(new ServicePiece(protocol, from, to - 1));
    } else {
      for (int at = from; at < to; ) {
        int type = at / CODES;
        if (at % CODES == 0 && at + CODES <= to) {
          pieces.add(new ServicePiece(protocol, type, -1));
          at += CODES;
        } else {
          pieces.add(new ServicePiece(protocol, type, at % CODES));
          at++;
        }
      }
    }
  }

  private static boolean isIcmp(int protocol) {
    return IpProtocols.isIcmp(protocol);
  }

  /** Whether it has ports or an ICMP type, and not all of them. */
  public boolean isPartial() {
    return from >= 0;
  }

  /** Whether it can match connections of an address family. */
  public boolean fits(boolean v6) {
    return protocol != (v6 ? IpProtocols.ICMP : IpProtocols.ICMPV6);
  }

  /** What it covers on the {@link ServiceLine}. */
  public Intervals services() {
    if (protocol < 0) {
      return ServiceLine.ANY;
    }
    int base = protocol * PORTS;
    if (from < 0) {
      return Intervals.of(base, base + PORTS);
    }
    if (!isIcmp(protocol)) {
      return Intervals.of(base + from, base + to + 1);
    }
    int first = base + from * CODES + Math.max(0, to);
    return Intervals.of(first, to < 0 ? first + CODES : first + 1);
  }

  /** {@code tcp 443}, {@code udp 5000-5010}, {@code icmp type 8}, {@code all}. */
  @Override
  public String toString() {
    if (protocol < 0) {
      return "all";
    }
    String name = IpProtocols.name(protocol);
    if (from < 0) {
      return name;
    }
    if (isIcmp(protocol)) {
      return name + " type " + from + (to < 0 ? "" : " code " + to);
    }
    return name + " " + (from == to ? from : from + "-" + to);
  }
}
