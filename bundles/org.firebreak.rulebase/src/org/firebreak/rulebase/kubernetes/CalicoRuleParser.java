package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;

/** Reads rules of Calico; everything that a rule says must hold. */
final class CalicoRuleParser {
  private static final int POINTS = 65_536;
  private static final int CODES = 256;

  private final CalicoEndpoints endpoints;

  CalicoRuleParser(CalicoEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * Reads a rule.
   *
   * @param own namespace of the policy; {@code null} for a global one
   */
  PolicyRule parse(JsonNode rule, String name, String place, String own)
      throws UnreadableException {
    Fields.only(
        rule,
        "action",
        "metadata",
        "ipVersion",
        "protocol",
        "notProtocol",
        "icmp",
        "source",
        "destination");
    Verdict verdict =
        switch (rule.path("action").asText()) {
          case "Allow" -> Verdict.ALLOW;
          case "Deny" -> Verdict.DENY;
          case "Pass" -> Verdict.PASS;
          case "Log" -> Verdict.LOG;
          default ->
              throw new UnreadableException("there is no action " + rule.path("action").asText());
        };
    if (rule.path("source").has("ports") || rule.path("source").has("notPorts")) {
      throw new UnreadableException("ports of the source are not read");
    }
    AddressSet source = addresses(rule.path("source"), own, rule.path("ipVersion"));
    AddressSet destination = addresses(rule.path("destination"), own, rule.path("ipVersion"));
    return new PolicyRule(name, place, new Box(source, destination, services(rule)), verdict);
  }

  private AddressSet addresses(JsonNode entity, String own, JsonNode version)
      throws UnreadableException {
    Fields.only(
        entity,
        "nets",
        "notNets",
        "selector",
        "notSelector",
        "namespaceSelector",
        "ports",
        "notPorts");
    AddressSet addresses =
        switch (version.asInt(0)) {
          case 0 -> AddressSet.ANY;
          case 4 -> AddressSet.ANY.v4();
          case 6 -> AddressSet.ANY.v6();
          default -> throw new UnreadableException("there is no such version of IP");
        };
    if (!Fields.list(entity, "nets").isEmpty()) {
      addresses = intersect(addresses, nets(entity, "nets"));
    }
    addresses = addresses.minus(nets(entity, "notNets"));
    String namespaces = entity.path("namespaceSelector").asText("");
    String selector = entity.path("selector").asText("");
    if (!selector.isBlank() || !namespaces.isBlank()) {
      addresses = intersect(addresses, endpoints.addresses(own, namespaces, selector));
    }
    if (!entity.path("notSelector").asText("").isBlank()) {
      addresses =
          addresses.minus(
              endpoints.addresses(own, namespaces, entity.path("notSelector").asText()));
    }
    return addresses;
  }

  private static AddressSet nets(JsonNode entity, String field) throws UnreadableException {
    List<String> nets = new ArrayList<>();
    for (JsonNode net : Fields.list(entity, field)) {
      nets.add(Fields.text(net, "a network"));
    }
    return Namespaces.cidrs(nets);
  }

  private static AddressSet intersect(AddressSet left, AddressSet right) {
    return left.isAny() ? right : left.minus(left.minus(right));
  }

  private static Intervals services(JsonNode rule) throws UnreadableException {
    JsonNode destination = rule.path("destination");
    if (!rule.has("protocol")) {
      if (destination.has("ports") || destination.has("notPorts") || rule.has("icmp")) {
        throw new UnreadableException("ports or types without a protocol");
      }
      return without(ServiceLine.ANY, rule);
    }
    int protocol = protocol(rule.path("protocol"));
    Intervals services = ServiceLine.of(protocol);
    if (!Fields.list(destination, "ports").isEmpty()) {
      services = ports(protocol, destination.path("ports"));
    }
    if (!Fields.list(destination, "notPorts").isEmpty()) {
      services = services.minus(ports(protocol, destination.path("notPorts")));
    }
    if (rule.has("icmp")) {
      services = services.intersect(icmp(protocol, rule.path("icmp")));
    }
    return without(services, rule);
  }

  private static Intervals without(Intervals services, JsonNode rule) throws UnreadableException {
    return rule.has("notProtocol")
        ? services.minus(ServiceLine.of(protocol(rule.path("notProtocol"))))
        : services;
  }

  private static int protocol(JsonNode node) throws UnreadableException {
    if (node.asText().matches("[0-9]{1,3}") && Integer.parseInt(node.asText()) < CODES) {
      return Integer.parseInt(node.asText());
    }
    return switch (node.asText()) {
      case "TCP" -> IpProtocols.TCP;
      case "UDP" -> IpProtocols.UDP;
      case "SCTP" -> IpProtocols.SCTP;
      case "ICMP" -> IpProtocols.ICMP;
      case "ICMPv6" -> IpProtocols.ICMPV6;
      case "UDPLite" -> 136;
      default -> throw new UnreadableException("protocol " + node.asText() + " is not known");
    };
  }

  private static Intervals ports(int protocol, JsonNode list) throws UnreadableException {
    if (!IpProtocols.hasPorts(protocol)) {
      throw new UnreadableException("ports of a protocol without ports");
    }
    List<Intervals> parts = new ArrayList<>();
    for (JsonNode port : list) {
      String text = port.asText();
      if (!text.matches("[0-9]{1,5}(:[0-9]{1,5})?")) {
        throw new UnreadableException("port " + text + " is named and not a number");
      }
      int colon = text.indexOf(':');
      int first = Integer.parseInt(colon < 0 ? text : text.substring(0, colon));
      int last = colon < 0 ? first : Integer.parseInt(text.substring(colon + 1));
      if (last > 65_535 || last < first) {
        throw new UnreadableException("there are no ports " + text);
      }
      parts.add(ServiceLine.of(protocol, PortRange.of(first, last)));
    }
    return Intervals.union(parts);
  }

  private static Intervals icmp(int protocol, JsonNode icmp) throws UnreadableException {
    Fields.only(icmp, "type", "code");
    if (!IpProtocols.isIcmp(protocol) || !icmp.has("type")) {
      throw new UnreadableException("icmp without a type, or of another protocol");
    }
    int first = protocol * POINTS + icmp.path("type").asInt() * CODES;
    return icmp.has("code")
        ? Intervals.of(first + icmp.path("code").asInt(), first + icmp.path("code").asInt() + 1)
        : Intervals.of(first, first + CODES);
  }
}
