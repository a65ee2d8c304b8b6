package org.firebreak.exports.suricata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;

/**
 * A part of the {@link ServiceLine} that one rule can match.
 *
 * @param transport how connections of it begin
 * @param protocol protocol in the rule's header
 * @param ports destination ports in the rule's header
 * @param options options that match the rest, each ended by a semicolon; may be empty
 */
record Criterion(Transport transport, String protocol, String ports, String options) {
  /** How Suricata sees a connection begin. */
  enum Transport {
    /** By a SYN without ACK. */
    TCP("flow:to_server; flags:S,CE;"),
    /** By the first packet, until there is an answer. */
    DATAGRAM("flow:to_server,not_established;"),
    /**
     * By every packet: Suricata keeps no state of the protocol. Rules of addresses alone would be
     * matched by an index of their own, which misses some addresses of IPv6 (seen with 7.0.10); a
     * condition that always holds keeps them out of it.
     */
    STATELESS("ttl:>0;");

    final String options;

    Transport(String options) {
      this.options = options;
    }
  }

  private static final int LINE = 65_536;
  private static final int CODES = 256;
  private static final int PROTOCOLS = 256;
  private static final int MAX_NEGATIONS = 20;
  private static final Set<Integer> STATEFUL =
      Set.of(
          IpProtocols.TCP, IpProtocols.UDP, IpProtocols.SCTP, IpProtocols.ICMP, IpProtocols.ICMPV6);
  private static final int MAX_PORTS_TEXT = 4000;

  /** Errors of ICMP, which belong to connections, and neighbour discovery of IPv6. */
  private static final Intervals NO_REQUESTS =
      Intervals.union(
          List.of(
              types(IpProtocols.ICMP, 3, 5),
              types(IpProtocols.ICMP, 11, 12),
              types(IpProtocols.ICMPV6, 1, 4),
              types(IpProtocols.ICMPV6, 133, 137)));

  private static Intervals types(int protocol, int first, int last) {
    return Intervals.of(protocol * LINE + first * CODES, protocol * LINE + (last + 1) * CODES);
  }

  /** What matches the services as far as Suricata keeps flows of their protocols, and no more. */
  static List<Criterion> of(Intervals services) {
    List<Criterion> criteria = new ArrayList<>();
    addPorts(criteria, services, IpProtocols.TCP, Transport.TCP, "tcp");
    addPorts(criteria, services, IpProtocols.UDP, Transport.DATAGRAM, "udp");
    addPorts(criteria, services, IpProtocols.SCTP, Transport.DATAGRAM, "sctp");
    addIcmp(criteria, services, IpProtocols.ICMP, "icmpv4");
    addIcmp(criteria, services, IpProtocols.ICMPV6, "icmpv6");
    return criteria;
  }

  /** What matches the packets of protocols of which Suricata keeps no flows. */
  static List<Criterion> stateless(Intervals services) {
    BitSet wanted = new BitSet();
    for (int protocol = 0; protocol < PROTOCOLS; protocol++) {
      if (services.intersects(ServiceLine.of(protocol))) {
        wanted.set(protocol);
      }
    }
    STATEFUL.forEach(wanted::clear);
    if (PROTOCOLS - wanted.cardinality() <= MAX_NEGATIONS) {
      StringBuilder options = new StringBuilder();
      for (int p = wanted.nextClearBit(0); p < PROTOCOLS; p = wanted.nextClearBit(p + 1)) {
        options.append("ip_proto:!").append(p).append("; ");
      }
      return List.of(new Criterion(Transport.STATELESS, "ip", "any", options.toString().strip()));
    }
    List<Criterion> criteria = new ArrayList<>();
    for (int from = wanted.nextSetBit(0); from >= 0; ) {
      int to = wanted.nextClearBit(from);
      String options =
          to - from == 1
              ? "ip_proto:" + from + ";"
              : "ip_proto:>" + (from - 1) + "; ip_proto:<" + to + ";";
      criteria.add(new Criterion(Transport.STATELESS, "ip", "any", options));
      from = wanted.nextSetBit(to);
    }
    return criteria;
  }

  private static void addPorts(
      List<Criterion> criteria, Intervals services, int number, Transport transport, String name) {
    Intervals ports = services.intersect(ServiceLine.of(number));
    for (String text : portTexts(ports, number * LINE)) {
      criteria.add(new Criterion(transport, name, text, ""));
    }
  }

  /** Lists of ports, none too long for a line. */
  private static List<String> portTexts(Intervals ports, int base) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ports.count(); i++) {
      int first = ports.from(i) - base;
      int last = ports.to(i) - base - 1;
      if (first == 0 && last == LINE - 1) {
        return List.of("any");
      }
      text.append(text.isEmpty() ? "" : ",").append(first);
      if (last > first) {
        text.append(':').append(last);
      }
      if (text.length() > MAX_PORTS_TEXT || i == ports.count() - 1) {
        texts.add("[" + text + "]");
        text.setLength(0);
      }
    }
    return texts;
  }

  private static void addIcmp(
      List<Criterion> criteria, Intervals services, int number, String name) {
    Intervals left = services.intersect(ServiceLine.of(number)).minus(NO_REQUESTS);
    for (int i = 0; i < left.count(); i++) {
      int from = left.from(i) - number * LINE;
      int to = left.to(i) - number * LINE;
      while (from < to) {
        boolean whole = from % CODES == 0 && to - from >= CODES;
        int end = whole ? to / CODES * CODES : Math.min(to, (from / CODES + 1) * CODES);
        String options = range("itype", from / CODES, (end - 1) / CODES);
        if (!whole) {
          options += range("icode", from % CODES, (end - 1) % CODES);
        }
        criteria.add(new Criterion(Transport.DATAGRAM, name, "any", options.strip()));
        from = end;
      }
    }
  }

  /** Bounds of Suricata's ranges are not part of them. */
  private static String range(String keyword, int first, int last) {
    if (first == last) {
      return keyword + ":" + first + "; ";
    }
    if (first == 0) {
      return last == CODES - 1 ? "" : keyword + ":<" + (last + 1) + "; ";
    }
    return last == CODES - 1
        ? keyword + ":>" + (first - 1) + "; "
        : keyword + ":" + (first - 1) + "<>" + (last + 1) + "; ";
  }
}
