package org.firebreak.rulebase.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/** What services cover. */
final class ServiceEntries {
  private static final int IGMP = 2;

  private final NsxSpace space;
  private final Map<String, Intervals> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  ServiceEntries(NsxSpace space) {
    this.space = space;
  }

  /** What a rule matches by its services and its own entries. */
  Intervals of(JsonNode rule) throws UnreadableException {
    List<Intervals> parts = new ArrayList<>();
    boolean entries = !rule.path("service_entries").isEmpty();
    for (JsonNode service : rule.path("services")) {
      if (!service.asText().equalsIgnoreCase("ANY")) {
        parts.add(service(service.asText()));
      } else if (!entries) {
        return ServiceLine.ANY;
      }
    }
    for (JsonNode entry : rule.path("service_entries")) {
      parts.add(entry(entry));
    }
    return parts.isEmpty() ? ServiceLine.ANY : Intervals.union(parts);
  }

  private Intervals service(String path) throws UnreadableException {
    Intervals set = known.get(path);
    if (set != null) {
      return set;
    }
    NsxSpace.Entry service = path.contains("/services/") ? space.service(space.id(path)) : null;
    if (service == null) {
      throw new UnreadableException("the service " + path + " is in no file");
    }
    if (!open.add(path)) {
      throw new UnreadableException("the service " + path + " contains itself");
    }
    List<Intervals> parts = new ArrayList<>();
    for (JsonNode entry : service.node().path("service_entries")) {
      parts.add(entry(entry));
    }
    open.remove(path);
    set = Intervals.union(parts);
    known.put(path, set);
    return set;
  }

  private Intervals entry(JsonNode entry) throws UnreadableException {
    if (!entry.path("source_ports").isEmpty()) {
      throw new UnreadableException("a service with source ports");
    }
    String type = entry.path("resource_type").asText("(nothing)");
    return switch (type) {
      case "L4PortSetServiceEntry" -> ports(entry);
      case "ICMPTypeServiceEntry" ->
          ServiceLine.of(
              new ServiceMatch(
                  switch (entry.path("protocol").asText()) {
                    case "ICMPv4" -> Protocol.ICMP;
                    case "ICMPv6" -> Protocol.ICMPV6;
                    default -> throw new UnreadableException("an ICMP entry without version");
                  },
                  PortSet.ALL,
                  number(entry.path("icmp_type")),
                  number(entry.path("icmp_code"))));
      case "IPProtocolServiceEntry" -> {
        int protocol = number(entry.path("protocol_number"));
        if (protocol < 0) {
          throw new UnreadableException("a service without protocol number");
        }
        yield ServiceLine.of(protocol);
      }
      case "IGMPTypeServiceEntry" -> ServiceLine.of(IGMP);
      case "NestedServiceServiceEntry" -> service(entry.path("nested_service_path").asText());
      default -> throw new UnreadableException("a service with an entry of type " + type);
    };
  }

  private static Intervals ports(JsonNode entry) throws UnreadableException {
    int protocol =
        switch (entry.path("l4_protocol").asText()) {
          case "TCP" -> IpProtocols.TCP;
          case "UDP" -> IpProtocols.UDP;
          default -> throw new UnreadableException("ports of neither TCP nor UDP");
        };
    if (entry.path("destination_ports").isEmpty()) {
      return ServiceLine.of(protocol);
    }
    List<Intervals> parts = new ArrayList<>();
    for (JsonNode text : entry.path("destination_ports")) {
      try {
        PortSet.parse(text.asText())
            .ranges()
            .forEach(range -> parts.add(ServiceLine.of(protocol, range)));
      } catch (IllegalArgumentException e) {
        throw new UnreadableException(e.getMessage());
      }
    }
    return Intervals.union(parts);
  }

  private static int number(JsonNode node) throws UnreadableException {
    if (node.isMissingNode() || node.isNull()) {
      return -1;
    }
    if (!node.isInt() || node.asInt() < 0 || node.asInt() > 255) {
      throw new UnreadableException("a number that is not 0 to 255: " + node);
    }
    return node.asInt();
  }
}
