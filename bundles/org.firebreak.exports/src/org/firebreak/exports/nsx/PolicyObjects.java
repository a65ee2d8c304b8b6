package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.Limit;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.Slugs;

/**
 * The security policies of a rule set: one, or several with consecutive numbers if it has many
 * rules. They apply to the VMs of the rule set and to no other.
 */
final class PolicyObjects {
  /** Most rules of a policy. */
  static final int RULES = 1000;

  /** The same: documented of the older API of the manager, and kept. */
  static final Limit LIMIT = Limit.hard("rules of a policy", RULES);

  private static final int STEP = 10;
  private static final int NAME = 100;

  /**
   * A security policy.
   *
   * @param node the policy with its rules as children
   * @param rules its rules
   */
  record PolicyObject(ObjectNode node, List<NsxRule> rules) {
    /** Number of objects in the tree. */
    int intents() {
      return 1 + node.get("children").size();
    }
  }

  private final CompiledPolicy policy;
  private final Partition partition;
  private final VmClasses classes;
  private final NsxSettings settings;
  private final RuleDescriptions descriptions;
  private final Sequences sequences;
  private final Map<String, String> slugs;

  PolicyObjects(
      CompiledPolicy policy, Partition partition, VmClasses classes, NsxSettings settings) {
    this.policy = policy;
    this.partition = partition;
    this.classes = classes;
    this.settings = settings;
    descriptions = new RuleDescriptions(policy);
    slugs = new Slugs('-', NAME).distinct(partition.sets(), RuleSet::id, RuleSet::name);
    sequences = new Sequences(partition.root());
  }

  List<PolicyObject> of(RuleSet set, List<NsxRule> rules) throws ExportException {
    boolean neighbours = needsNeighbours(set);
    List<List<String>> scopes = scopes(set);
    int most = RULES - (neighbours ? 1 : 0);
    int parts = (rules.size() + most - 1) / most;
    int first = sequences.first(slugs.get(set.id()), parts * scopes.size());
    List<PolicyObject> objects = new ArrayList<>();
    for (int from = 0; from < rules.size(); from += most) {
      List<NsxRule> part = rules.subList(from, Math.min(from + most, rules.size()));
      for (List<String> scope : scopes) {
        objects.add(object(set, first, objects.size(), scope, part, neighbours && from == 0));
      }
    }
    return objects;
  }

  /** The groups of the VMs; one list for each policy that is needed to name them all. */
  private List<List<String>> scopes(RuleSet set) {
    List<String> groups =
        classes.of(set).stream().map(GroupObjects::id).map(partition::groupPath).toList();
    List<List<String>> scopes = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += RulePlanner.REFERENCES) {
      scopes.add(groups.subList(from, Math.min(from + RulePlanner.REFERENCES, groups.size())));
    }
    return scopes;
  }

  boolean needsNeighbours(RuleSet set) {
    return settings.neighbourDiscovery()
        && set.servers().stream()
            .anyMatch(server -> server.addresses().stream().anyMatch(Address::v6));
  }

  private PolicyObject object(
      RuleSet set,
      int first,
      int number,
      List<String> scope,
      List<NsxRule> rules,
      boolean neighbours) {
    String id = "firebreak-" + slugs.get(set.id()) + (number == 0 ? "" : "-" + (number + 1));
    ObjectNode node =
        Nodes.object("SecurityPolicy", id, set.name(), policy.design().id(), List.of());
    Nodes.tag((ArrayNode) node.get("tags"), Nodes.RULE_SET, set.id());
    node.put("category", VmClasses.isQuarantine(set) ? "Emergency" : "Application")
        .put("sequence_number", first + number)
        .put("stateful", true)
        .put("tcp_strict", true)
        .set("scope", Nodes.texts(scope));
    ArrayNode children = node.putArray("children");
    int sequence = STEP;
    if (neighbours) {
      children.add(Nodes.child(neighbourRule(sequence)));
      sequence += STEP;
    }
    for (NsxRule rule : rules) {
      children.add(Nodes.child(rule.object(sequence, policy.design().id(), set, descriptions)));
      sequence += STEP;
    }
    return new PolicyObject(node, rules);
  }

  private ObjectNode neighbourRule(int sequence) {
    ObjectNode node =
        Nodes.object(
            "Rule",
            "neighbour-discovery",
            "IPv6 neighbour discovery",
            policy.design().id(),
            List.of());
    node.put("sequence_number", sequence).put("action", "ALLOW").put("direction", "IN_OUT");
    List<String> any = List.of("ANY");
    node.set("source_groups", Nodes.texts(any));
    node.set("destination_groups", Nodes.texts(any));
    node.set(
        "services",
        Nodes.texts(List.of(partition.servicePath(ServiceObjects.NEIGHBOUR_DISCOVERY))));
    node.set("profiles", Nodes.texts(any));
    node.set("scope", Nodes.texts(any));
    return node.put("ip_protocol", "IPV6").put("logged", false);
  }
}
