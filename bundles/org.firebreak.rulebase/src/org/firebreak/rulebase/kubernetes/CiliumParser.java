package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.Unread;

/**
 * Reads {@code cilium.io/v2 CiliumNetworkPolicy} and {@code CiliumClusterwideNetworkPolicy}: a
 * denial beats every permit, whatever kind of policy holds it; CIDRs match no pods; a rule that
 * names neither ends nor ports matches nothing, and isolates all the same.
 */
final class CiliumParser extends PolicyParser {
  private static final String GROUP = "cilium.io";
  private static final String CLUSTERWIDE = "CiliumClusterwideNetworkPolicy";
  private static final String NAMESPACE = "io.kubernetes.pod.namespace";
  private static final String NAMESPACE_LABEL = "io.cilium.k8s.namespace.labels.";

  private final Policy.Stage stage;
  private final AddressSet pods;

  CiliumParser(
      Inventory inventory,
      Namespaces namespaces,
      List<Unread> unread,
      Policy.Stage stage,
      AddressSet pods) {
    super(inventory, namespaces, unread);
    this.stage = stage;
    this.pods = pods;
  }

  @Override
  boolean reads(ManifestObject object) {
    return object.is(GROUP, "CiliumNetworkPolicy") || object.is(GROUP, CLUSTERWIDE);
  }

  @Override
  void assume(ManifestObject object) throws UnreadableException {
    for (JsonNode spec : specs(object)) {
      if (spec.has("endpointSelector")) {
        Ends ends = ends(spec.path("endpointSelector"));
        inventory.assume(object.kind().equals(CLUSTERWIDE) ? "*" : object.namespace(), ends.pods());
      }
    }
  }

  private static List<JsonNode> specs(ManifestObject object) throws UnreadableException {
    List<JsonNode> specs = new ArrayList<>();
    if (object.node().has("spec")) {
      specs.add(object.spec());
    }
    Fields.list(object.node(), "specs").forEach(specs::add);
    return specs;
  }

  @Override
  List<Policy> parse(ManifestObject object) throws UnreadableException {
    List<Policy> policies = new ArrayList<>();
    for (JsonNode spec : specs(object)) {
      Fields.only(
          spec,
          "description",
          "labels",
          "endpointSelector",
          "enableDefaultDeny",
          "ingress",
          "ingressDeny",
          "egress",
          "egressDeny");
      if (!spec.has("endpointSelector")) {
        throw new UnreadableException("a policy without endpointSelector is not read");
      }
      List<Pod> subjects = subjects(object, ends(spec.path("endpointSelector")));
      for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
        policies.add(policy(object, spec, subjects, direction));
      }
    }
    return policies;
  }

  private List<Pod> subjects(ManifestObject object, Ends ends) throws UnreadableException {
    if (!object.kind().equals(CLUSTERWIDE)) {
      return inventory.select(object.namespace(), ends.pods());
    }
    return inventory.isAssumed()
        ? inventory.select("*", ends.pods())
        : namespaces.pods(ends.namespaces(), ends.pods());
  }

  private Policy policy(
      ManifestObject object, JsonNode spec, List<Pod> subjects, Rule.Direction direction)
      throws UnreadableException {
    String section = direction == Rule.Direction.INBOUND ? "ingress" : "egress";
    String own = object.kind().equals(CLUSTERWIDE) ? null : object.namespace();
    String path = object.node().has("specs") ? "/specs" : "/spec";
    List<PolicyRule> rules = new ArrayList<>();
    for (String suffix : List.of("", "Deny")) {
      Verdict verdict = suffix.isEmpty() ? Verdict.ALLOW : Verdict.DENY;
      rules.addAll(
          rules(
              object,
              spec,
              section + suffix,
              path,
              (entry, name, place) ->
                  new PolicyRule(name, place, box(entry, direction, own), verdict)));
    }
    boolean speaks =
        !Fields.list(spec, section).isEmpty() || !Fields.list(spec, section + "Deny").isEmpty();
    boolean isolates = spec.path("enableDefaultDeny").path(section).asBoolean(speaks);
    return new Policy(
        nameOf(object), object.ruleSet(), stage, 0, direction, subjects, rules, isolates);
  }

  private Box box(JsonNode entry, Rule.Direction direction, String own) throws UnreadableException {
    String side = direction == Rule.Direction.INBOUND ? "from" : "to";
    Fields.only(
        entry,
        side + "Endpoints",
        side + "CIDR",
        side + "CIDRSet",
        side + "Entities",
        "toPorts",
        "icmps");
    boolean hasServices = entry.has("toPorts") || entry.has("icmps");
    int ends = entry.size() - (entry.has("toPorts") ? 1 : 0) - (entry.has("icmps") ? 1 : 0);
    if (ends > 1 || entry.has("toPorts") && entry.has("icmps")) {
      throw new UnreadableException("several kinds of ends or services in one rule are not read");
    }
    Intervals services = CiliumServiceParser.services(entry);
    AddressSet peer = AddressSet.EMPTY;
    if (ends == 0 && hasServices) {
      peer = AddressSet.ANY;
    }
    for (JsonNode selector : Fields.list(entry, side + "Endpoints")) {
      peer = peer.union(endpoints(ends(selector), own));
    }
    for (JsonNode cidr : Fields.list(entry, side + "CIDR")) {
      AddressSet network = Namespaces.cidrs(List.of(Fields.text(cidr, "a CIDR")));
      peer = peer.union(network.minus(pods));
    }
    for (JsonNode cidr : Fields.list(entry, side + "CIDRSet")) {
      peer = peer.union(Namespaces.block(cidr).minus(pods));
    }
    for (JsonNode entity : Fields.list(entry, side + "Entities")) {
      peer = peer.union(entity(Fields.text(entity, "an entity")));
    }
    return box(direction, peer, services);
  }

  private AddressSet endpoints(Ends ends, String own) throws UnreadableException {
    return own != null && ends.namespaces().requirements().isEmpty()
        ? namespaces.addresses(own, ends.pods())
        : namespaces.addresses(ends.namespaces(), ends.pods());
  }

  private AddressSet entity(String name) throws UnreadableException {
    return switch (name) {
      case "all" -> AddressSet.ANY;
      case "world" -> AddressSet.ANY.minus(pods);
      case "world-ipv4" -> AddressSet.ANY.v4().minus(pods);
      case "world-ipv6" -> AddressSet.ANY.v6().minus(pods);
      case "none" -> AddressSet.EMPTY;
      default -> throw new UnreadableException("the addresses of entity " + name + " are unknown");
    };
  }

  /** A selector of endpoints, taken apart. */
  private record Ends(LabelSelector namespaces, LabelSelector pods) {}

  private static Ends ends(JsonNode node) throws UnreadableException {
    List<LabelSelector.Requirement> namespaces = new ArrayList<>();
    List<LabelSelector.Requirement> pods = new ArrayList<>();
    for (LabelSelector.Requirement each : LabelSelector.parse(node).requirements()) {
      String key = unprefixed(each.key());
      if (key.equals(NAMESPACE)) {
        namespaces.add(renamed(each, "kubernetes.io/metadata.name"));
      } else if (key.startsWith(NAMESPACE_LABEL)) {
        namespaces.add(renamed(each, key.substring(NAMESPACE_LABEL.length())));
      } else {
        pods.add(renamed(each, key));
      }
    }
    return new Ends(new LabelSelector(namespaces), new LabelSelector(pods));
  }

  private static LabelSelector.Requirement renamed(LabelSelector.Requirement each, String key) {
    return new LabelSelector.Requirement(key, each.operator(), each.values());
  }

  /** The key without the source of the label, which must be Kubernetes or any. */
  private static String unprefixed(String key) throws UnreadableException {
    int colon = key.indexOf(':');
    if (colon < 0) {
      return key;
    }
    if (!Set.of("k8s", "any").contains(key.substring(0, colon))) {
      throw new UnreadableException("labels of source " + key.substring(0, colon) + " are unknown");
    }
    return key.substring(colon + 1);
  }
}
