package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.Unread;

/**
 * Reads {@code networking.k8s.io/v1 NetworkPolicy}: policies permit together, and isolate the pods
 * that they select; a pod that none selects is open.
 */
final class NetworkPolicyParser extends PolicyParser {
  private final Policy.Stage stage;
  private final double order;
  private final AddressSet foreign;

  /**
   * @param foreign addresses that blocks of CIDR notation never match
   */
  NetworkPolicyParser(
      Inventory inventory,
      Namespaces namespaces,
      List<Unread> unread,
      Policy.Stage stage,
      double order,
      AddressSet foreign) {
    super(inventory, namespaces, unread);
    this.stage = stage;
    this.order = order;
    this.foreign = foreign;
  }

  @Override
  boolean reads(ManifestObject object) {
    return object.is("networking.k8s.io", "NetworkPolicy");
  }

  @Override
  void assume(ManifestObject object) throws UnreadableException {
    inventory.assume(object.namespace(), subject(object));
  }

  private static LabelSelector subject(ManifestObject object) throws UnreadableException {
    return object.spec().has("podSelector")
        ? LabelSelector.parse(object.spec().path("podSelector"))
        : LabelSelector.ALL;
  }

  @Override
  List<Policy> parse(ManifestObject object) throws UnreadableException {
    JsonNode spec = object.spec();
    Fields.only(spec, "podSelector", "policyTypes", "ingress", "egress");
    List<Pod> subjects = inventory.select(object.namespace(), subject(object));
    List<String> types = new ArrayList<>();
    for (JsonNode type : Fields.list(spec, "policyTypes")) {
      types.add(Fields.text(type, "a policy type"));
    }
    if (types.isEmpty()) {
      types.add("Ingress");
      if (!Fields.list(spec, "egress").isEmpty()) {
        types.add("Egress");
      }
    }
    List<Policy> policies = new ArrayList<>();
    for (String type : types) {
      switch (type) {
        case "Ingress" -> policies.add(policy(object, subjects, Rule.Direction.INBOUND));
        case "Egress" -> policies.add(policy(object, subjects, Rule.Direction.OUTBOUND));
        default -> throw new UnreadableException("there is no policy type " + type);
      }
    }
    return policies;
  }

  private Policy policy(ManifestObject object, List<Pod> subjects, Rule.Direction direction)
      throws UnreadableException {
    boolean inbound = direction == Rule.Direction.INBOUND;
    String peers = inbound ? "from" : "to";
    List<PolicyRule> rules =
        rules(
            object,
            object.spec(),
            inbound ? "ingress" : "egress",
            "/spec",
            (entry, name, place) -> {
              Fields.only(entry, peers, "ports");
              AddressSet peer = peers(Fields.list(entry, peers), object.namespace());
              return new PolicyRule(
                  name,
                  place,
                  box(direction, peer, services(Fields.list(entry, "ports"))),
                  Verdict.ALLOW);
            });
    return new Policy(
        nameOf(object), object.ruleSet(), stage, order, direction, subjects, rules, true);
  }

  private AddressSet peers(JsonNode list, String namespace) throws UnreadableException {
    if (list.isEmpty()) {
      return AddressSet.ANY;
    }
    List<AddressRange> ranges = new ArrayList<>();
    for (JsonNode peer : list) {
      ranges.addAll(peer(peer, namespace).ranges());
    }
    return AddressSet.of(ranges);
  }

  private AddressSet peer(JsonNode peer, String namespace) throws UnreadableException {
    Fields.only(peer, "podSelector", "namespaceSelector", "ipBlock");
    if (peer.isEmpty() || peer.has("ipBlock") && peer.size() > 1) {
      throw new UnreadableException("a peer is an ipBlock, or a selector of pods or namespaces");
    }
    if (peer.has("ipBlock")) {
      return Namespaces.block(peer.path("ipBlock")).minus(foreign);
    }
    LabelSelector pods =
        peer.has("podSelector") ? LabelSelector.parse(peer.path("podSelector")) : LabelSelector.ALL;
    return peer.has("namespaceSelector")
        ? namespaces.addresses(LabelSelector.parse(peer.path("namespaceSelector")), pods)
        : namespaces.addresses(namespace, pods);
  }

  private static Intervals services(JsonNode ports) throws UnreadableException {
    if (ports.isEmpty()) {
      return ServiceLine.ANY;
    }
    List<Intervals> parts = new ArrayList<>();
    for (JsonNode port : ports) {
      Fields.only(port, "protocol", "port", "endPort");
      int protocol = protocol(port.has("protocol") ? port.path("protocol").asText() : "TCP");
      if (!port.has("port")) {
        if (port.has("endPort")) {
          throw new UnreadableException("endPort without port");
        }
        parts.add(ServiceLine.of(protocol));
      } else {
        int first = Fields.port(port.path("port"));
        int last = port.has("endPort") ? Fields.port(port.path("endPort")) : first;
        if (last < first) {
          throw new UnreadableException("endPort " + last + " is less than port " + first);
        }
        parts.add(ServiceLine.of(protocol, PortRange.of(first, last)));
      }
    }
    return Intervals.union(parts);
  }

  /** Number of one of the protocols that have ports. */
  static int protocol(String name) throws UnreadableException {
    return switch (name) {
      case "TCP" -> IpProtocols.TCP;
      case "UDP" -> IpProtocols.UDP;
      case "SCTP" -> IpProtocols.SCTP;
      default -> throw new UnreadableException("protocol " + name + " is not known");
    };
  }
}
