package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * VMs that are cut off while their rules change. They have a tag more. A policy before all others
 * denies everything at them, and others deny everything that is between them and VMs with rules, so
 * that it does not matter which class their addresses are in at a moment.
 */
final class Isolation {
  /** No class of VMs and no rule set has a name with a full stop. */
  private static final String ID = "firebreak.change";

  private static final String TAG = "changing";
  private static final List<String> ANY = List.of("ANY");

  private final String root;
  private final String scope;
  private final String owner;
  private final List<String> names;
  private final List<List<String>> peers = new ArrayList<>();

  /**
   * @param machines the VMs
   * @param old the state whose rules are in force
   */
  Isolation(String root, Collection<SpaceState.Machine> machines, SpaceState old) {
    this.root = root;
    this.scope = machines.iterator().next().scope() + "/change";
    this.names = machines.stream().map(SpaceState.Machine::name).toList();
    this.owner = old.owner();
    TreeSet<String> groups = new TreeSet<>();
    for (ObjectNode policy : old.policies().values()) {
      for (JsonNode path : policy.path("scope")) {
        groups.add(path.asText());
      }
    }
    List<String> all = List.copyOf(groups);
    if (all.size() > RulePlanner.REFERENCES * (Sequences.PARTS - 1)) {
      peers.add(ANY);
      return;
    }
    for (int from = 0; from < all.size(); from += RulePlanner.REFERENCES) {
      peers.add(all.subList(from, Math.min(from + RulePlanner.REFERENCES, all.size())));
    }
  }

  /** Puts the tag on the VMs, or takes it from them. */
  void writeTags(TagFiles tags, String folder, boolean on) throws IOException {
    tags.write(root, folder, scope, TAG, on ? names : List.of(), on ? List.of() : names);
  }

  ObjectNode group() {
    ObjectNode group = Nodes.object("Group", ID, "VMs that change", owner, List.of());
    group
        .putArray("expression")
        .addObject()
        .put("resource_type", "Condition")
        .put("key", "Tag")
        .put("member_type", "VirtualMachine")
        .put("operator", "EQUALS")
        .put("value", scope + "|" + TAG);
    return Nodes.child(group);
  }

  private List<String> changing() {
    return List.of(root + "/domains/default/groups/" + ID);
  }

  List<ObjectNode> policies() {
    List<ObjectNode> policies = new ArrayList<>();
    policies.add(policy(0, changing(), List.of(rule(1, ANY, ANY))));
    for (List<String> part : peers) {
      policies.add(
          policy(
              policies.size(), part, List.of(rule(1, changing(), ANY), rule(2, ANY, changing()))));
    }
    return policies;
  }

  private ObjectNode policy(int number, List<String> scope, List<ObjectNode> rules) {
    ObjectNode policy =
        Nodes.object("SecurityPolicy", id(number), "VMs that change", owner, List.of())
            .put("category", "Emergency")
            .put("sequence_number", Sequences.ISOLATION + number)
            .put("stateful", true)
            .put("tcp_strict", true);
    policy.set("scope", Nodes.texts(scope));
    return SpaceDifference.policy(policy, rules);
  }

  private static String id(int number) {
    return number == 0 ? ID : ID + "." + number;
  }

  private ObjectNode rule(int number, List<String> source, List<String> destination) {
    ObjectNode rule =
        Nodes.object("Rule", "isolated-" + number, "Isolated while rules change", owner, List.of())
            .put("sequence_number", number * 10)
            .put("action", "DROP")
            .put("direction", "IN_OUT")
            .put("ip_protocol", "IPV4_IPV6")
            .put("logged", true)
            .put("tag", "firebreak-deny-change");
    rule.set("source_groups", Nodes.texts(source));
    rule.set("destination_groups", Nodes.texts(destination));
    for (String field : List.of("services", "profiles", "scope")) {
      rule.set(field, Nodes.texts(ANY));
    }
    return Nodes.child(rule);
  }

  /** The end of the policies and of the group. */
  List<ObjectNode> removal() {
    List<ObjectNode> removal = new ArrayList<>();
    for (int number = 0; number <= peers.size(); number++) {
      removal.add(SpaceDifference.deletion("SecurityPolicy", id(number)));
    }
    removal.add(SpaceDifference.deletion("Group", ID));
    return removal;
  }
}
