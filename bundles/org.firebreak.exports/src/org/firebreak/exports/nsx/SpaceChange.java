package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.exports.ExportSink;

/**
 * The changes of one space or project. Where one call can hold them and no VM leaves its class,
 * everything that is new or different is one call. Otherwise what permits less comes first: new
 * objects, then permitting rules that change are taken away, then groups change, VMs move, and what
 * permits more comes last. VMs get a new tag before they lose the old one, so that none is without
 * rules. What is no longer used goes at the very end.
 */
final class SpaceChange {
  private static final int INTENTS = 5000;

  private final String folder;
  private final SpaceState old;
  private final SpaceState wanted;
  private final ExportSink sink;
  private final ApiCalls calls;
  private final String root;
  private int step;

  SpaceChange(String folder, SpaceState old, SpaceState wanted, ExportSink sink, ApiCalls calls) {
    this.folder = folder;
    this.old = old;
    this.wanted = wanted;
    this.sink = sink;
    this.calls = calls;
    this.root = wanted.root().isEmpty() ? old.root() : wanted.root();
  }

  void write() throws IOException {
    List<ObjectNode> services = different(old.services(), wanted.services(), true, true);
    List<ObjectNode> groups = different(old.groups(), wanted.groups(), true, true);
    List<ObjectNode> policies = policies(true, true);
    if (!moves() && services.size() + groups.size() + intents(policies) <= INTENTS) {
      patch("change", "What is new or different", services, groups, policies);
      writeTags();
    } else {
      patch(
          "add",
          "New objects",
          different(old.services(), wanted.services(), true, false),
          different(old.groups(), wanted.groups(), true, false),
          policies(true, false));
      patch("narrow", "Permitting rules that end or change", List.of(), List.of(), narrowed());
      patch(
          "members",
          "Services, groups and scopes that change",
          different(old.services(), wanted.services(), false, true),
          different(old.groups(), wanted.groups(), false, true),
          widenedScopes());
      writeTags();
      patch("rules", "Rules that are new or change", List.of(), List.of(), policies(false, true));
    }
    patch(
        "remove",
        "What is no longer used",
        gone("Service", old.services(), wanted.services()),
        gone("Group", old.groups(), wanted.groups()),
        gone("SecurityPolicy", old.policies(), wanted.policies()));
  }

  /** Whether a VM loses its tag, so that what rules speak of changes apart from the rules. */
  private boolean moves() {
    return old.machines().entrySet().stream()
        .anyMatch(entry -> !sameTag(entry.getValue(), wanted.machines().get(entry.getKey())));
  }

  private static boolean sameTag(SpaceState.Machine left, SpaceState.Machine right) {
    return left != null
        && right != null
        && left.tag().equals(right.tag())
        && left.scope().equals(right.scope());
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

  /** Policies with the rules that are new, different or gone. */
  private List<ObjectNode> policies(boolean added, boolean changed) {
    List<ObjectNode> children = new ArrayList<>();
    wanted
        .policies()
        .forEach(
            (id, node) -> {
              ObjectNode before = old.policies().get(id);
              if (before == null ? !added : !changed) {
                return;
              }
              Map<String, ObjectNode> oldRules = new LinkedHashMap<>(old.rules(id));
              if (!added) {
                oldRules.values().removeIf(rule -> isNarrowed(id, rule));
              }
              List<ObjectNode> rules = different(oldRules, wanted.rules(id), true, true);
              rules.addAll(gone("Rule", oldRules, wanted.rules(id)));
              if (!rules.isEmpty() || !node.equals(before)) {
                children.add(policy(node, rules));
              }
            });
    return children;
  }

  /** Policies that stay, without the permitting rules that end or match something else. */
  private List<ObjectNode> narrowed() {
    List<ObjectNode> children = new ArrayList<>();
    old.policies()
        .forEach(
            (id, node) -> {
              List<ObjectNode> rules = new ArrayList<>();
              old.rules(id)
                  .forEach(
                      (ruleId, rule) -> {
                        if (isNarrowed(id, rule)) {
                          rules.add(stub("Rule", ruleId));
                        }
                      });
              if (wanted.policies().containsKey(id) && !rules.isEmpty()) {
                children.add(policy(node, rules));
              }
            });
    return children;
  }

  /** Whether a rule permits something, and what it matches ends or changes. */
  private boolean isNarrowed(String policy, ObjectNode rule) {
    if (!rule.path("action").asText().equals("ALLOW")) {
      return false;
    }
    ObjectNode now = wanted.rules(policy).get(rule.path("id").asText());
    return now == null || !sameMeaning(rule, now) || refersToChange(rule);
  }

  private boolean refersToChange(ObjectNode rule) {
    for (String field : List.of("source_groups", "destination_groups")) {
      for (JsonNode path : rule.path(field)) {
        if (isChanged(path.asText(), old.groups(), wanted.groups())) {
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

  private static boolean isChanged(
      String path, Map<String, ObjectNode> old, Map<String, ObjectNode> wanted) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    return old.containsKey(id) && !old.get(id).equals(wanted.get(id));
  }

  /** Policies that stay and get another scope, in force in the old and in the new one. */
  private List<ObjectNode> widenedScopes() {
    List<ObjectNode> children = new ArrayList<>();
    wanted
        .policies()
        .forEach(
            (id, node) -> {
              ObjectNode before = old.policies().get(id);
              if (before != null && !before.path("scope").equals(node.path("scope"))) {
                Set<String> scope = new TreeSet<>();
                before.path("scope").forEach(path -> scope.add(path.asText()));
                node.path("scope").forEach(path -> scope.add(path.asText()));
                ObjectNode widened = before.deepCopy();
                widened.set("scope", Nodes.texts(List.copyOf(scope)));
                children.add(policy(widened, List.of()));
              }
            });
    return children;
  }

  private static boolean sameMeaning(ObjectNode left, ObjectNode right) {
    ObjectNode renumbered = left.deepCopy();
    renumbered.set("sequence_number", right.get("sequence_number"));
    return renumbered.equals(right);
  }

  private static ObjectNode policy(ObjectNode node, List<ObjectNode> rules) {
    ObjectNode policy = node.deepCopy();
    ArrayNode children = policy.putArray("children");
    rules.forEach(children::add);
    return Nodes.child(policy);
  }

  /** Deletions, in the opposite order of definitions, so that users go before what they use. */
  private static List<ObjectNode> gone(
      String type, Map<String, ObjectNode> old, Map<String, ObjectNode> wanted) {
    List<ObjectNode> stubs = new ArrayList<>();
    for (String id : old.keySet()) {
      if (!wanted.containsKey(id)) {
        stubs.add(stub(type, id));
      }
    }
    Collections.reverse(stubs);
    return stubs;
  }

  private static ObjectNode stub(String type, String id) {
    return Nodes.child(Nodes.of(type).put("id", id)).put("marked_for_delete", true);
  }

  private static int intents(Collection<ObjectNode> policies) {
    return policies.stream().mapToInt(SpaceChange::intents).sum();
  }

  private static int intents(JsonNode policy) {
    return 1 + policy.path("SecurityPolicy").path("children").size();
  }

  private void patch(
      String name,
      String description,
      List<ObjectNode> services,
      List<ObjectNode> groups,
      List<ObjectNode> policies)
      throws IOException {
    if (services.isEmpty() && groups.isEmpty() && policies.isEmpty()) {
      return;
    }
    step++;
    String path = folder + "/" + step + "-" + name;
    try (ApiFiles files = new ApiFiles(sink, calls, root, path, description, INTENTS)) {
      // what is removed may be referred to until its users are gone, in the same call or before
      boolean removal = name.equals("remove");
      if (removal) {
        for (ObjectNode policy : policies) {
          files.addToDomain(policy, 1);
        }
        for (ObjectNode group : groups) {
          files.addToDomain(group, 1);
        }
      }
      for (ObjectNode service : services) {
        files.addToRoot(service);
      }
      if (!removal) {
        for (ObjectNode group : groups) {
          files.addToDomain(group, 1);
        }
        for (ObjectNode policy : policies) {
          files.addToDomain(policy, intents(policy));
        }
      }
    }
  }

  private void writeTags() throws IOException {
    Map<SpaceState.Machine, List<String>> add = tagged(wanted, old);
    Map<SpaceState.Machine, List<String>> remove = tagged(old, wanted);
    if (!add.isEmpty()) {
      step++;
    }
    TagFiles tags = new TagFiles(sink, calls);
    for (Map.Entry<SpaceState.Machine, List<String>> entry : add.entrySet()) {
      write(tags, "-tags-add/", entry.getKey(), entry.getValue(), List.of());
    }
    if (!remove.isEmpty()) {
      step++;
    }
    for (Map.Entry<SpaceState.Machine, List<String>> entry : remove.entrySet()) {
      write(tags, "-tags-remove/", entry.getKey(), List.of(), entry.getValue());
    }
  }

  private void write(
      TagFiles tags, String part, SpaceState.Machine tag, List<String> add, List<String> remove)
      throws IOException {
    tags.write(root, folder + "/" + step + part, tag.scope(), tag.tag(), add, remove);
  }

  /** Names of the VMs that have a tag in one state and not in the other, by tag. */
  private static Map<SpaceState.Machine, List<String>> tagged(SpaceState in, SpaceState notIn) {
    Map<SpaceState.Machine, List<String>> names = new LinkedHashMap<>();
    in.machines()
        .forEach(
            (id, machine) -> {
              if (!sameTag(machine, notIn.machines().get(id))) {
                names
                    .computeIfAbsent(
                        new SpaceState.Machine("", machine.scope(), machine.tag()),
                        key -> new ArrayList<>())
                    .add(machine.name());
              }
            });
    return names;
  }
}
