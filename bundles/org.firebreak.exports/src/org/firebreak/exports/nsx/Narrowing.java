package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Policies that stay, left with the permissions that both states have: the same rule, of groups and
 * services that do not change, after the same denials. What is in force then is permitted before
 * and after.
 */
final class Narrowing {
  private static final List<String> ENDS = List.of("source_groups", "destination_groups");

  private final SpaceState old;
  private final SpaceState wanted;

  Narrowing(SpaceState old, SpaceState wanted) {
    this.old = old;
    this.wanted = wanted;
  }

  List<ObjectNode> policies() {
    List<ObjectNode> children = new ArrayList<>();
    old.policies()
        .forEach(
            (id, node) -> {
              List<ObjectNode> rules =
                  wanted.policies().containsKey(id)
                      ? narrowed(old.rules(id), wanted.rules(id))
                      : List.of();
              if (!rules.isEmpty()) {
                children.add(SpaceDifference.policy(node, rules));
              }
            });
    return children;
  }

  /** The rules that a policy has afterwards. */
  Map<String, ObjectNode> left(String policy) {
    Map<String, ObjectNode> left = new LinkedHashMap<>(old.rules(policy));
    if (wanted.policies().containsKey(policy)) {
      for (ObjectNode child : narrowed(left, wanted.rules(policy))) {
        ObjectNode rule = (ObjectNode) child.get("Rule");
        left.remove(rule.path("id").asText());
        if (!child.has("marked_for_delete")) {
          left.put(rule.path("id").asText(), rule);
        }
      }
    }
    return left;
  }

  private List<ObjectNode> narrowed(Map<String, ObjectNode> before, Map<String, ObjectNode> after) {
    Map<String, List<String>> denialsBefore = denials(before);
    Map<String, List<String>> denialsAfter = denials(after);
    List<ObjectNode> rules = new ArrayList<>();
    before.forEach(
        (id, rule) -> {
          boolean stays =
              isStable(rule, after.get(id))
                  && denialsBefore.get(id).equals(denialsAfter.get(id))
                  && denialsBefore.get(id).stream()
                      .allMatch(denial -> isStable(before.get(denial), after.get(denial)));
          if (permits(rule) && !stays) {
            rules.add(isLast(rule) ? denying(rule) : SpaceDifference.deletion("Rule", id));
          }
        });
    return rules;
  }

  /** For each rule the denials before it. */
  private static Map<String, List<String>> denials(Map<String, ObjectNode> rules) {
    Map<String, List<String>> denials = new HashMap<>();
    List<String> so = List.of();
    for (Map.Entry<String, ObjectNode> rule : rules.entrySet()) {
      denials.put(rule.getKey(), so);
      if (!permits(rule.getValue())) {
        so = new ArrayList<>(so);
        so.add(rule.getKey());
      }
    }
    return denials;
  }

  private static boolean permits(ObjectNode rule) {
    return rule.path("action").asText().equals("ALLOW");
  }

  /** Without its last rule a policy would leave connections to the default rule, which permits. */
  private static boolean isLast(ObjectNode rule) {
    return rule.path("source_groups").path(0).asText().equals("ANY")
        && rule.path("destination_groups").path(0).asText().equals("ANY")
        && rule.path("services").path(0).asText().equals("ANY");
  }

  private static ObjectNode denying(ObjectNode rule) {
    return Nodes.child(rule.deepCopy().put("action", "DROP"));
  }

  private boolean isStable(ObjectNode before, ObjectNode after) {
    if (after == null || refersToChange(before)) {
      return false;
    }
    ObjectNode renumbered = before.deepCopy();
    renumbered.set("sequence_number", after.get("sequence_number"));
    return renumbered.equals(after);
  }

  private boolean refersToChange(ObjectNode rule) {
    for (String field : ENDS) {
      for (JsonNode path : rule.path(field)) {
        if (groupChanges(path.asText())) {
          return true;
        }
      }
    }
    for (JsonNode path : rule.path("services")) {
      if (isChanged(path.asText(), old.services(), wanted.services())) {
        return true;
      }
    }
    return false;
  }

  private boolean groupChanges(String path) {
    if (isChanged(path, old.groups(), wanted.groups())) {
      return true;
    }
    ObjectNode group = old.groups().get(id(path));
    if (group == null) {
      return false;
    }
    for (JsonNode member : group.path("expression").path(0).path("paths")) {
      if (isChanged(member.asText(), old.groups(), wanted.groups())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChanged(
      String path, Map<String, ObjectNode> old, Map<String, ObjectNode> wanted) {
    ObjectNode before = old.get(id(path));
    return before != null && !before.equals(wanted.get(id(path)));
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
