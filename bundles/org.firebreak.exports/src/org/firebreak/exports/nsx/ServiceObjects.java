package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.exports.Slugs;
import org.firebreak.model.Protocol;

/** The services of a partition as service objects. */
final class ServiceObjects {
  /** Id of the service by which IPv6 hosts find routers and neighbours. */
  static final String NEIGHBOUR_DISCOVERY = "firebreak-neighbour-discovery";

  /** Id of the service that stands for SCTP as a whole. */
  static final String SCTP = "firebreak-sctp";

  /** Most ports of an entry; a range counts twice. */
  private static final int PORTS = 15;

  private static final int NAME = 100;
  private static final int[] NEIGHBOUR_TYPES = {133, 134, 135, 136};

  private final String owner;
  private final Map<String, PolicyService> services = new LinkedHashMap<>();
  private final Map<String, String> ids;

  ServiceObjects(String owner, List<RuleSet> sets) {
    this.owner = owner;
    for (RuleSet set : sets) {
      for (Rule rule : set.rules()) {
        for (PolicyService service : rule.services()) {
          if (isExpressible(service.match())) {
            services.putIfAbsent(service.ref().id(), service);
          }
        }
      }
    }
    ids =
        new Slugs('-', NAME)
            .distinct(
                services.values(), service -> service.ref().id(), service -> service.ref().name());
  }

  /** Whether entries can say exactly this: SCTP has no ports in NSX, and a code needs its type. */
  static boolean isExpressible(ServiceMatch match) {
    return switch (match.protocol()) {
      case SCTP -> match.ports().isAll();
      case ICMP, ICMPV6 -> match.icmpType() >= 0 || match.icmpCode() < 0;
      default -> !match.ports().isEmpty();
    };
  }

  /**
   * Whether a rule denies SCTP on every port because it cannot deny single ones, and what it leaves
   * would be permitted by the last rule.
   */
  static boolean isWidened(RuleSet set, Rule rule) {
    return rule.action() == Rule.Action.DENY
        && NsxLimitations.endsOpen(set, rule.direction())
        && hasSctpPorts(rule);
  }

  /**
   * Whether SCTP between the ends of a rule is denied, because a later rule would permit it with
   * more or less logging than the rule that names single ports.
   */
  static boolean isShielded(RuleSet set, Rule rule) {
    if (rule.action() == Rule.Action.DENY || !hasSctpPorts(rule)) {
      return false;
    }
    List<Rule> rules = set.rules(rule.direction());
    return rules.subList(rules.indexOf(rule) + 1, rules.size()).stream()
        .filter(later -> later.action() == Rule.Action.PERMIT && later.log() != rule.log())
        .anyMatch(
            later ->
                later.services().isEmpty()
                    || later.services().stream()
                        .map(PolicyService::match)
                        .anyMatch(
                            match ->
                                match.isAny()
                                    || match.protocol() == Protocol.SCTP && isExpressible(match)));
  }

  private static boolean hasSctpPorts(Rule rule) {
    return rule.services().stream()
        .map(PolicyService::match)
        .anyMatch(match -> match.protocol() == Protocol.SCTP && !isExpressible(match));
  }

  String id(PolicyService service) {
    return "firebreak-s-" + ids.get(service.ref().id());
  }

  Collection<PolicyService> all() {
    return services.values();
  }

  ObjectNode object(PolicyService service) {
    ObjectNode node =
        Nodes.object(
            "Service", id(service), service.ref().name(), owner, List.of(service.ref().id()));
    ArrayNode entries = node.putArray("service_entries");
    ServiceMatch match = service.match();
    switch (match.protocol()) {
      case TCP, UDP -> addPorts(entries, match);
      case ICMP, ICMPV6 -> addIcmp(entries, match.protocol(), match.icmpType(), match.icmpCode());
      default -> addProtocol(entries, match.protocol());
    }
    return node;
  }

  ObjectNode neighbourDiscovery() {
    ObjectNode node =
        Nodes.object("Service", NEIGHBOUR_DISCOVERY, "IPv6 neighbour discovery", owner, List.of());
    ArrayNode entries = node.putArray("service_entries");
    for (int type : NEIGHBOUR_TYPES) {
      addIcmp(entries, Protocol.ICMPV6, type, -1);
    }
    return node;
  }

  ObjectNode sctp() {
    ObjectNode node = Nodes.object("Service", SCTP, "SCTP, every port", owner, List.of());
    addProtocol(node.putArray("service_entries"), Protocol.SCTP);
    return node;
  }

  private static void addPorts(ArrayNode entries, ServiceMatch match) {
    for (List<String> ports : parts(match.ports())) {
      ObjectNode entry =
          entry(entries, "L4PortSetServiceEntry", match.protocol().getLiteral())
              .put("l4_protocol", match.protocol().getLiteral().toUpperCase(Locale.ROOT));
      if (!ports.isEmpty()) {
        entry.set("destination_ports", Nodes.texts(ports));
      }
    }
  }

  /** Lists of ports, each short enough for an entry; one empty list for every port. */
  private static List<List<String>> parts(PortSet ports) {
    List<List<String>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    if (ports.isAll()) {
      return parts;
    }
    int used = 0;
    for (PortRange range : ports.ranges()) {
      int size = range.first() == range.last() ? 1 : 2;
      if (used + size > PORTS) {
        parts.add(new ArrayList<>());
        used = 0;
      }
      parts.get(parts.size() - 1).add(range.toString());
      used += size;
    }
    return parts;
  }

  private static void addIcmp(ArrayNode entries, Protocol protocol, int type, int code) {
    ObjectNode entry =
        entry(entries, "ICMPTypeServiceEntry", protocol.getLiteral())
            .put("protocol", protocol == Protocol.ICMP ? "ICMPv4" : "ICMPv6");
    if (type >= 0) {
      entry.put("icmp_type", type);
    }
    if (code >= 0) {
      entry.put("icmp_code", code);
    }
  }

  private static void addProtocol(ArrayNode entries, Protocol protocol) {
    entry(entries, "IPProtocolServiceEntry", protocol.getLiteral())
        .put("protocol_number", IpProtocols.number(protocol));
  }

  private static ObjectNode entry(ArrayNode entries, String type, String name) {
    String id = name + "-" + (entries.size() + 1);
    ObjectNode entry = entries.addObject();
    return entry.put("resource_type", type).put("id", id).put("display_name", id);
  }
}
