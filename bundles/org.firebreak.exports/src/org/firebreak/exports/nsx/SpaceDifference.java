package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What two states of a space do not have in common, as children of a body. */
final class SpaceDifference {
  private final SpaceState old;
  private final SpaceState wanted;

  SpaceDifference(SpaceState old, SpaceState wanted) {
    this.old = old;
    this.wanted = wanted;
  }

  List<ObjectNode> services(boolean added, boolean changed) {
    return different(old.services(), wanted.services(), added, changed);
  }

  List<ObjectNode> groups(boolean added, boolean changed) {
    return different(old.groups(), wanted.groups(), added, changed);
  }

  List<ObjectNode> goneServices() {
    return gone("Service", old.services(), wanted.services());
  }

  List<ObjectNode> goneGroups() {
    return gone("Group", old.groups(), wanted.groups());
  }

  List<ObjectNode> policies() {
    return policies(old::rules);
  }

  /**
   * Policies with the rules that are new, different or gone; then policies that are gone.
   *
   * @param rules the rules of a policy that are in force
   */
  List<ObjectNode> policies(Function<String, Map<String, ObjectNode>> rules) {
    List<ObjectNode> children = new ArrayList<>();
    wanted
        .policies()
        .forEach(
            (id, node) -> {
              Map<String, ObjectNode> before = rules.apply(id);
              List<ObjectNode> changes = different(before, wanted.rules(id), true, true);
              changes.addAll(gone("Rule", before, wanted.rules(id)));
              if (!changes.isEmpty() || !node.equals(old.policies().get(id))) {
                children.add(policy(node, changes));
              }
            });
    children.addAll(gone("SecurityPolicy", old.policies(), wanted.policies()));
    return children;
  }

  private static List<ObjectNode> different(
      Map<String, ObjectNode> old, Map<String, ObjectNode> wanted, boolean added, boolean changed) {
    List<ObjectNode> children = new ArrayList<>();
    wanted.forEach(
        (id, node) -> {
          ObjectNode before = old.get(id);
          if (before == null ? added : changed && !before.equals(node)) {
            children.add(Nodes.child(node));
          }
        });
    return children;
  }

  /** Deletions, in the opposite order of definitions, so that users go before what they use. */
  private static List<ObjectNode> gone(
      String type, Map<String, ObjectNode> old, Map<String, ObjectNode> wanted) {
    List<ObjectNode> stubs = new ArrayList<>();
    for (String id : old.keySet()) {
      if (!wanted.containsKey(id)) {
        stubs.add(deletion(type, id));
      }
    }
    Collections.reverse(stubs);
    return stubs;
  }

  /** A policy with some of its rules. */
  static ObjectNode policy(ObjectNode node, List<ObjectNode> rules) {
    ObjectNode policy = node.deepCopy();
    policy.putArray("children").addAll(rules);
    return Nodes.child(policy);
  }

  /** The end of an object. */
  static ObjectNode deletion(String type, String id) {
    return Nodes.child(Nodes.of(type).put("id", id)).put("marked_for_delete", true);
  }
}
