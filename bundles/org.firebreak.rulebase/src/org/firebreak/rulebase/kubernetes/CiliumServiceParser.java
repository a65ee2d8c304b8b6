package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;

/** Reads {@code toPorts} and {@code icmps} of rules of Cilium. */
final class CiliumServiceParser {
  private static final int POINTS = 65_536;
  private static final int CODES = 256;

  private CiliumServiceParser() {}

  /** What a rule matches; everything if it names neither. */
  static Intervals services(JsonNode entry) throws UnreadableException {
    List<Intervals> parts = new ArrayList<>();
    for (JsonNode list : Fields.list(entry, "toPorts")) {
      Fields.only(list, "ports");
      if (Fields.list(list, "ports").isEmpty()) {
        throw new UnreadableException("toPorts without ports");
      }
      for (JsonNode port : list.path("ports")) {
        addPort(port, parts);
      }
    }
    for (JsonNode list : Fields.list(entry, "icmps")) {
      Fields.only(list, "fields");
      for (JsonNode field : Fields.list(list, "fields")) {
        parts.add(icmp(field));
      }
    }
    return entry.has("toPorts") || entry.has("icmps") ? Intervals.union(parts) : ServiceLine.ANY;
  }

  private static void addPort(JsonNode port, List<Intervals> parts) throws UnreadableException {
    Fields.only(port, "port", "endPort", "protocol");
    String text = Fields.text(port.path("port"), "port");
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new UnreadableException("port " + text + " is named and not a number");
    }
    int first = Integer.parseInt(text);
    int last = port.path("endPort").asInt(0) == 0 ? first : Fields.port(port.path("endPort"));
    if (last < first) {
      throw new UnreadableException("endPort " + last + " is less than port " + first);
    }
    PortRange range = first == 0 ? PortRange.ALL : PortRange.of(first, last);
    for (int protocol : protocols(port.path("protocol").asText("ANY"))) {
      parts.add(ServiceLine.of(protocol, range));
    }
  }

  private static List<Integer> protocols(String name) throws UnreadableException {
    return name.isEmpty() || name.equals("ANY")
        ? List.of(IpProtocols.TCP, IpProtocols.UDP, IpProtocols.SCTP)
        : List.of(NetworkPolicyParser.protocol(name));
  }

  private static Intervals icmp(JsonNode field) throws UnreadableException {
    Fields.only(field, "family", "type");
    int protocol =
        switch (field.path("family").asText("IPv4")) {
          case "IPv4" -> IpProtocols.ICMP;
          case "IPv6" -> IpProtocols.ICMPV6;
          default -> throw new UnreadableException("there is no such family of ICMP");
        };
    String type = field.path("type").asText();
    if (!type.matches("[0-9]{1,3}") || Integer.parseInt(type) >= CODES) {
      throw new UnreadableException("type " + type + " of ICMP is no number");
    }
    int first = protocol * POINTS + Integer.parseInt(type) * CODES;
    return Intervals.of(first, first + CODES);
  }
}
