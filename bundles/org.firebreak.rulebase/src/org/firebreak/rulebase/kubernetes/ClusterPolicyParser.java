package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.Unread;

/**
 * Reads {@code ClusterNetworkPolicy} (v1alpha2), {@code AdminNetworkPolicy} and {@code
 * BaselineAdminNetworkPolicy} (v1alpha1): the Admin tier by priority and order of rules, then
 * NetworkPolicy, then the Baseline tier; a rule that passes leaves its tier.
 */
final class ClusterPolicyParser extends PolicyParser {
  private static final String GROUP = "policy.networking.k8s.io";
  private static final Policy.Stage ADMIN =
      new Policy.Stage("Admin", 0, Policy.Stage.Kind.ORDERED, false);
  private static final Policy.Stage BASELINE =
      new Policy.Stage("Baseline", 2, Policy.Stage.Kind.ORDERED, false);

  ClusterPolicyParser(Inventory inventory, Namespaces namespaces, List<Unread> unread) {
    super(inventory, namespaces, unread);
  }

  @Override
  boolean reads(ManifestObject object) {
    return object.is(GROUP, "ClusterNetworkPolicy")
        || object.is(GROUP, "AdminNetworkPolicy")
        || object.is(GROUP, "BaselineAdminNetworkPolicy");
  }

  @Override
  void assume(ManifestObject object) {
    // Its subjects are pods of many namespaces, which stand for themselves if no pods are known.
  }

  @Override
  List<Policy> parse(ManifestObject object) throws UnreadableException {
    JsonNode spec = object.spec();
    Fields.only(spec, "tier", "priority", "subject", "ingress", "egress");
    List<Pod> subjects = subjects(spec.path("subject"));
    List<Policy> policies = new ArrayList<>();
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      String section = direction == Rule.Direction.INBOUND ? "ingress" : "egress";
      policies.add(
          new Policy(
              nameOf(object),
              object.ruleSet(),
              stage(object),
              spec.path("priority").asInt(0),
              direction,
              subjects,
              rules(
                  object,
                  spec,
                  section,
                  "/spec",
                  (entry, name, place) -> rule(object, entry, name, place, direction)),
              false));
    }
    return policies;
  }

  private static Policy.Stage stage(ManifestObject object) throws UnreadableException {
    if (!object.kind().equals("ClusterNetworkPolicy")) {
      return object.kind().startsWith("Baseline") ? BASELINE : ADMIN;
    }
    return switch (object.spec().path("tier").asText()) {
      case "Admin" -> ADMIN;
      case "Baseline" -> BASELINE;
      default -> throw new UnreadableException("there is no such tier");
    };
  }

  private List<Pod> subjects(JsonNode subject) throws UnreadableException {
    Fields.only(subject, "namespaces", "pods");
    if (inventory.isAssumed()) {
      throw new UnreadableException("the pods that it selects are not in the files");
    }
    if (subject.has("namespaces")) {
      return namespaces.pods(LabelSelector.parse(subject.path("namespaces")), LabelSelector.ALL);
    }
    Fields.only(subject.path("pods"), "namespaceSelector", "podSelector");
    return namespaces.pods(
        selector(subject.path("pods"), "namespaceSelector"),
        selector(subject.path("pods"), "podSelector"));
  }

  private static LabelSelector selector(JsonNode node, String field) throws UnreadableException {
    return node.has(field) ? LabelSelector.parse(node.path(field)) : LabelSelector.ALL;
  }

  private PolicyRule rule(
      ManifestObject object, JsonNode entry, String name, String place, Rule.Direction direction)
      throws UnreadableException {
    String side = direction == Rule.Direction.INBOUND ? "from" : "to";
    boolean cluster = object.kind().equals("ClusterNetworkPolicy");
    Fields.only(entry, "name", "action", side, cluster ? "protocols" : "ports");
    Verdict verdict = verdict(object, entry.path("action").asText());
    if (Fields.list(entry, side).isEmpty()) {
      throw new UnreadableException("a rule of this API names at least one peer");
    }
    AddressSet peer = AddressSet.EMPTY;
    for (JsonNode end : Fields.list(entry, side)) {
      if (end.has("networks") && direction == Rule.Direction.INBOUND) {
        throw new UnreadableException("the API knows no networks as peers of ingress");
      }
      peer = peer.union(peer(end));
    }
    return new PolicyRule(name, place, box(direction, peer, services(entry)), verdict);
  }

  private static Verdict verdict(ManifestObject object, String action) throws UnreadableException {
    boolean cluster = object.kind().equals("ClusterNetworkPolicy");
    return switch (action) {
      case "Accept", "Allow" -> {
        if (cluster != action.equals("Accept")) {
          throw new UnreadableException("this version of the API has no action " + action);
        }
        yield Verdict.ALLOW;
      }
      case "Deny" -> Verdict.DENY;
      case "Pass" -> {
        if (object.kind().startsWith("Baseline")) {
          throw new UnreadableException("the Baseline tier passes nothing on");
        }
        yield Verdict.PASS;
      }
      default -> throw new UnreadableException("there is no such action");
    };
  }

  private AddressSet peer(JsonNode end) throws UnreadableException {
    Fields.only(end, "namespaces", "pods", "networks");
    if (end.size() != 1) {
      throw new UnreadableException("a peer is one of namespaces, pods and networks");
    }
    if (end.has("networks")) {
      List<String> networks = new ArrayList<>();
      for (JsonNode network : end.path("networks")) {
        networks.add(Fields.text(network, "a network"));
      }
      return Namespaces.cidrs(networks);
    }
    if (end.has("namespaces")) {
      return namespaces.addresses(LabelSelector.parse(end.path("namespaces")), LabelSelector.ALL);
    }
    JsonNode pods = end.path("pods");
    Fields.only(pods, "namespaceSelector", "podSelector");
    return namespaces.addresses(selector(pods, "namespaceSelector"), selector(pods, "podSelector"));
  }

  private static Intervals services(JsonNode entry) throws UnreadableException {
    JsonNode list = Fields.list(entry, entry.has("protocols") ? "protocols" : "ports");
    if (list.isEmpty()) {
      return ServiceLine.ANY;
    }
    List<Intervals> parts = new ArrayList<>();
    for (JsonNode port : list) {
      parts.add(entry.has("protocols") ? protocol(port) : port(port));
    }
    return Intervals.union(parts);
  }

  /** An item of {@code protocols}: one protocol with a port, a range, or all its ports. */
  private static Intervals protocol(JsonNode item) throws UnreadableException {
    Fields.only(item, "tcp", "udp", "sctp");
    if (item.size() != 1) {
      throw new UnreadableException("an item names one protocol");
    }
    String name = item.fieldNames().next();
    int protocol = NetworkPolicyParser.protocol(name.toUpperCase(java.util.Locale.ROOT));
    JsonNode match = item.path(name);
    Fields.only(match, "destinationPort");
    if (!match.has("destinationPort")) {
      return ServiceLine.of(protocol);
    }
    JsonNode port = match.path("destinationPort");
    Fields.only(port, "number", "range");
    return port.has("number")
        ? ServiceLine.of(protocol, PortRange.of(Fields.port(port.path("number"))))
        : range(protocol, port.path("range"));
  }

  /** An item of {@code ports}. */
  private static Intervals port(JsonNode item) throws UnreadableException {
    Fields.only(item, "portNumber", "portRange");
    JsonNode port = item.has("portNumber") ? item.path("portNumber") : item.path("portRange");
    int protocol = NetworkPolicyParser.protocol(port.path("protocol").asText("TCP"));
    return item.has("portNumber")
        ? ServiceLine.of(protocol, PortRange.of(Fields.port(port.path("port"))))
        : range(protocol, port);
  }

  private static Intervals range(int protocol, JsonNode range) throws UnreadableException {
    int first = Fields.port(range.path("start"));
    int last = Fields.port(range.path("end"));
    if (last < first) {
      throw new UnreadableException("the range ends before it starts");
    }
    return ServiceLine.of(protocol, PortRange.of(first, last));
  }
}
