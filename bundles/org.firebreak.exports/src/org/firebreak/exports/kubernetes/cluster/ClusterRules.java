package org.firebreak.exports.kubernetes.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.kubernetes.NetworkPolicyNodes;
import org.firebreak.exports.kubernetes.PodSelector;
import org.firebreak.exports.kubernetes.Services;

/** Pieces of cluster-wide policies. */
final class ClusterRules {
  /** Everything that a policy of this API can name at the other end. */
  private static final List<String> ALL_NETWORKS = List.of("0.0.0.0/0", "::/0");

  private static final int MOST_NAMES = 100;

  private final Version version;

  ClusterRules(Version version) {
    this.version = version;
  }

  /**
   * Rules that deny everybody; coming in, everybody is every pod: the API knows no networks there.
   */
  List<ObjectNode> denials(Rule rule, Services services) {
    List<ObjectNode> ends = new ArrayList<>();
    ends.add(everyPod());
    if (rule.direction() == Rule.Direction.OUTBOUND) {
      ends.add(networks(ALL_NETWORKS));
    }
    List<ObjectNode> rules = new ArrayList<>();
    for (ArrayNode ports : version.ports(services)) {
      rules.add(rule(rule, ends, ports));
    }
    return rules;
  }

  private ObjectNode rule(Rule rule, List<ObjectNode> ends, ArrayNode ports) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    String id = rule.id();
    node.put("name", id.length() > MOST_NAMES ? id.substring(0, MOST_NAMES) : id);
    node.put("action", "Deny");
    ArrayNode list = node.putArray(rule.direction() == Rule.Direction.INBOUND ? "from" : "to");
    ends.forEach(list::add);
    if (ports != null) {
      node.set(version.portsField(), ports);
    }
    return node;
  }

  private static ObjectNode everyPod() {
    ObjectNode end = JsonNodeFactory.instance.objectNode();
    end.putObject("namespaces");
    return end;
  }

  private static ObjectNode networks(List<String> prefixes) {
    ObjectNode end = JsonNodeFactory.instance.objectNode();
    ArrayNode list = end.putArray("networks");
    prefixes.forEach(list::add);
    return end;
  }

  /** Pods of some namespaces, as the subject of a policy. */
  static ObjectNode pods(List<String> namespaces, PodSelector selector) {
    ObjectNode end = JsonNodeFactory.instance.objectNode();
    ObjectNode pods = end.putObject("pods");
    pods.set(
        "namespaceSelector",
        PodSelector.in(NetworkPolicyNodes.NAMESPACE_NAME, namespaces).toNode());
    pods.set("podSelector", selector.toNode());
    return end;
  }
}
