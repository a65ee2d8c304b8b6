package org.firebreak.exports.kubernetes.calico;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.exports.kubernetes.Services;

/** Protocols as rules of Calico hold them, one in each. */
final class CalicoServices {
  /**
   * What a rule says of its protocol.
   *
   * @param ports ports of the destination; empty for every one
   */
  record Match(ObjectNode protocol, List<PortRange> ports) {}

  private static final int MOST_PORTS = 50;
  private static final int POINTS = 65_536;
  private static final int CODES = 256;
  private static final int LAST_TYPE = 254;

  private CalicoServices() {}

  static List<Match> of(Services services) {
    List<Match> matches = new ArrayList<>();
    if (services.any()) {
      matches.add(new Match(JsonNodeFactory.instance.objectNode(), List.of()));
      return matches;
    }
    addPorts(matches, "TCP", services.tcp());
    addPorts(matches, "UDP", services.udp());
    addPorts(matches, "SCTP", services.sctp());
    addIcmp(matches, "ICMP", services.icmp(), IpProtocols.ICMP);
    addIcmp(matches, "ICMPv6", services.icmpv6(), IpProtocols.ICMPV6);
    for (int number = 1; number < CODES; number++) {
      if (services.others().containsAll(Intervals.of(number * POINTS, (number + 1) * POINTS))) {
        ObjectNode protocol = JsonNodeFactory.instance.objectNode();
        matches.add(new Match(protocol.put("protocol", number), List.of()));
      }
    }
    return matches;
  }

  /** The ports in the words of Calico. */
  static void write(List<PortRange> ports, ArrayNode list) {
    for (PortRange range : ports) {
      if (range.size() == 1) {
        list.add(range.first());
      } else {
        list.add(range.first() + ":" + range.last());
      }
    }
  }

  private static void addPorts(List<Match> matches, String name, PortSet set) {
    if (set.isAll()) {
      matches.add(new Match(protocol(name), List.of()));
    }
    List<PortRange> ranges = Services.positive(set);
    for (int i = 0; i < ranges.size(); i += MOST_PORTS) {
      matches.add(
          new Match(protocol(name), ranges.subList(i, Math.min(ranges.size(), i + MOST_PORTS))));
    }
  }

  private static void addIcmp(List<Match> matches, String name, Intervals line, int number) {
    int base = number * POINTS;
    if (line.containsAll(Intervals.of(base, base + POINTS))) {
      matches.add(new Match(protocol(name), List.of()));
      return;
    }
    for (int type = 0; type <= LAST_TYPE && !line.isEmpty(); type++) {
      int first = base + type * CODES;
      Intervals codes = line.intersect(Intervals.of(first, first + CODES));
      if (codes.size() == CODES) {
        ObjectNode protocol = protocol(name);
        protocol.putObject("icmp").put("type", type);
        matches.add(new Match(protocol, List.of()));
      } else {
        for (int at = codes.next(0); at >= 0; at = codes.next(at + 1)) {
          ObjectNode protocol = protocol(name);
          protocol.putObject("icmp").put("type", type).put("code", at - first);
          matches.add(new Match(protocol, List.of()));
        }
      }
    }
  }

  private static ObjectNode protocol(String name) {
    return JsonNodeFactory.instance.objectNode().put("protocol", name);
  }
}
