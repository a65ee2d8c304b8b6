package org.firebreak.exports.kubernetes.cilium;

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

/** Ports and types of ICMP as rules of Cilium hold them. */
final class CiliumServices {
  /** Most ports, and most types of ICMP, in one list. */
  private static final int MOST = 40;

  private static final int POINTS = 65_536;
  private static final int CODES = 256;

  /** Assigned types, for rules that mean every type (IANA ICMP and ICMPv6 parameters). */
  private static final List<Integer> ICMP = List.of(0, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14);

  private static final List<Integer> ICMPV6 =
      List.of(1, 2, 3, 4, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 143);

  private CiliumServices() {}

  /**
   * Parts of rules, each of which may stand in a rule of its own; one empty part for everything.
   */
  static List<ObjectNode> of(Services services) {
    if (services.any()) {
      return List.of(JsonNodeFactory.instance.objectNode());
    }
    List<ObjectNode> parts = new ArrayList<>();
    List<ObjectNode> ports = new ArrayList<>();
    addPorts(ports, "TCP", services.tcp());
    addPorts(ports, "UDP", services.udp());
    addPorts(ports, "SCTP", services.sctp());
    if (!ports.isEmpty()) {
      ObjectNode part = JsonNodeFactory.instance.objectNode();
      addChunks(part.putArray("toPorts"), "ports", ports);
      parts.add(part);
    }
    List<ObjectNode> fields = new ArrayList<>();
    addTypes(fields, "IPv4", named(services.icmp(), IpProtocols.ICMP, ICMP));
    addTypes(fields, "IPv6", named(services.icmpv6(), IpProtocols.ICMPV6, ICMPV6));
    if (!fields.isEmpty()) {
      ObjectNode part = JsonNodeFactory.instance.objectNode();
      addChunks(part.putArray("icmps"), "fields", fields);
      parts.add(part);
    }
    return parts;
  }

  /** Whether some types or codes of ICMP cannot be named. */
  static boolean losesIcmp(Services services) {
    return !services.any()
        && (loses(services.icmp(), IpProtocols.ICMP, ICMP)
            || loses(services.icmpv6(), IpProtocols.ICMPV6, ICMPV6));
  }

  private static boolean loses(Intervals line, int protocol, List<Integer> assigned) {
    return named(line, protocol, assigned).size() * (long) CODES != line.size();
  }

  /** Port 0 stands for every port. */
  private static void addPorts(List<ObjectNode> ports, String protocol, PortSet set) {
    if (set.isAll()) {
      ports.add(port(protocol, 0));
    }
    for (PortRange range : Services.positive(set)) {
      ObjectNode port = port(protocol, range.first());
      if (range.size() > 1) {
        port.put("endPort", range.last());
      }
      ports.add(port);
    }
  }

  private static ObjectNode port(String protocol, int number) {
    ObjectNode port = JsonNodeFactory.instance.objectNode();
    return port.put("port", Integer.toString(number)).put("protocol", protocol);
  }

  /** Types of which every code is meant; of more than a list holds, those that are assigned. */
  private static List<Integer> named(Intervals line, int protocol, List<Integer> assigned) {
    List<Integer> types = new ArrayList<>();
    for (int type = 0; type < CODES && !line.isEmpty(); type++) {
      int first = protocol * POINTS + type * CODES;
      if (line.containsAll(Intervals.of(first, first + CODES))) {
        types.add(type);
      }
    }
    if (types.size() > MOST) {
      types.retainAll(assigned);
    }
    return types;
  }

  private static void addTypes(List<ObjectNode> fields, String family, List<Integer> types) {
    for (int type : types) {
      ObjectNode field = JsonNodeFactory.instance.objectNode();
      fields.add(field.put("family", family).put("type", type));
    }
  }

  private static void addChunks(ArrayNode lists, String name, List<ObjectNode> items) {
    for (int i = 0; i < items.size(); i += MOST) {
      ArrayNode list = lists.addObject().putArray(name);
      items.subList(i, Math.min(items.size(), i + MOST)).forEach(list::add);
    }
  }
}
