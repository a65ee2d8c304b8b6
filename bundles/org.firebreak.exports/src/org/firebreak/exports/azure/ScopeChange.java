package org.firebreak.exports.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.changes.ChangeSteps;
import org.firebreak.exports.json.JsonFile;

/** The steps of one resource group. */
final class ScopeChange {
  private static final String INTERFACES = "interfaces";
  private static final String RULES = "/properties/securityRules";

  private final String scope;
  private final StoredScope before;
  private final StoredScope after;
  private final ChangeSteps steps;
  private final ExportSink sink;

  /** Network security groups to which interfaces come, and from which some go to others. */
  private final Set<String> joined = new HashSet<>();

  private final Set<String> left = new HashSet<>();

  /** Network security groups as they are after the preparation. */
  private final Map<String, JsonNode> now = new HashMap<>();

  ScopeChange(
      String scope, StoredScope before, StoredScope after, ChangeSteps steps, ExportSink sink) {
    this.scope = scope;
    this.before = before;
    this.after = after;
    this.steps = steps;
    this.sink = sink;
    for (String server : after.servers().keySet()) {
      String was = before.filterOf(server);
      String is = after.filterOf(server);
      if (!is.equals(was)) {
        joined.add(is);
        left.add(was);
      }
    }
  }

  void write() throws IOException {
    membership("1-leave.json", before, after, "leave", "Take these interfaces from these groups");
    prepare();
    exchange();
    apply();
    membership("5-join.json", after, before, "join", "Put these interfaces into these groups");
    delete();
  }

  private void membership(
      String name, StoredScope of, StoredScope other, String field, String sentence)
      throws IOException {
    ArrayNode interfaces = StoredScope.MAPPER.createArrayNode();
    List<String> concerned = new ArrayList<>();
    for (String server : of.servers().keySet()) {
      List<String> groups = new ArrayList<>(of.groupsOf(server));
      groups.removeAll(other.groupsOf(server));
      if (!groups.isEmpty()) {
        ObjectNode entry = entry(interfaces, of.servers().get(server));
        groups.forEach(entry.putArray(field)::add);
        concerned.add(server(of, server) + ": " + String.join(", ", groups));
      }
    }
    boolean leaving = field.equals("leave");
    write(
        name,
        field,
        "application security groups: " + sentence,
        interfaces,
        leaving ? List.of() : concerned,
        List.of(),
        leaving ? concerned : List.of());
  }

  private void prepare() throws IOException {
    List<JsonNode> resources = new ArrayList<>();
    for (Map.Entry<String, JsonNode> group : after.groups().entrySet()) {
      if (!group.getValue().equals(before.groups().get(group.getKey()))) {
        resources.add(group.getValue());
      }
    }
    for (Map.Entry<String, JsonNode> filter : after.filters().entrySet()) {
      JsonNode old = before.filters().get(filter.getKey());
      JsonNode fit = old == null ? filter.getValue() : fit(filter.getKey(), old);
      if (old == null || !isSame(old, fit)) {
        resources.add(fit);
      }
      now.put(filter.getKey(), fit);
    }
    deploy("2-prepare/", resources, "make new groups, and ready those that interfaces get");
  }

  /**
   * What a network security group must be when interfaces come to it and go from it: for those that
   * come as it shall be, for those that go as it was, and for both what these have in common.
   */
  private JsonNode fit(String name, JsonNode old) {
    JsonNode wanted = after.filters().get(name);
    if (!joined.contains(name)) {
      return old;
    }
    return left.contains(name) ? common(old, wanted) : wanted;
  }

  private static JsonNode common(JsonNode old, JsonNode wanted) {
    Set<JsonNode> known = new HashSet<>();
    old.at(RULES).forEach(rule -> known.add(meaning(rule)));
    JsonNode common = wanted.deepCopy();
    ((ArrayNode) common.at(RULES)).removeIf(rule -> !known.contains(meaning(rule)));
    return common;
  }

  private static JsonNode meaning(JsonNode rule) {
    ObjectNode meaning = rule.path("properties").deepCopy();
    meaning.remove(List.of("priority", "description"));
    return meaning;
  }

  private void exchange() throws IOException {
    ArrayNode interfaces = StoredScope.MAPPER.createArrayNode();
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (String server : after.servers().keySet()) {
      String filter = after.filterOf(server);
      if (!filter.equals(before.filterOf(server))) {
        entry(interfaces, after.servers().get(server)).put("networkSecurityGroup", filter);
        (before.servers().containsKey(server) ? changed : added)
            .add(server(after, server) + ": " + filter);
      }
    }
    write(
        "3-exchange.json",
        "exchange",
        "network security groups: Give these interfaces this one in place of any other, at once",
        interfaces,
        added,
        changed,
        List.of());
  }

  private void apply() throws IOException {
    List<JsonNode> resources = new ArrayList<>();
    for (Map.Entry<String, JsonNode> filter : after.filters().entrySet()) {
      if (!isSame(now.get(filter.getKey()), filter.getValue())) {
        resources.add(filter.getValue());
      }
    }
    deploy("4-apply/", resources, "replace the rules of network security groups");
  }

  /** The order of creation depends on the other resources of a template. */
  private static boolean isSame(JsonNode one, JsonNode other) {
    ObjectNode left = one.deepCopy();
    ObjectNode right = other.deepCopy();
    left.remove("dependsOn");
    right.remove("dependsOn");
    return left.equals(right);
  }

  private void deploy(String folder, List<JsonNode> resources, String sentence) throws IOException {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (JsonNode resource : resources) {
      String name = resource.path("name").asText();
      boolean known = before.groups().containsKey(name) || before.filters().containsKey(name);
      (known ? changed : added).add(name);
    }
    for (String path : ResourceTemplates.write(sink, scope + "/" + folder, sentence, resources)) {
      steps.add(
          new ChangeSteps.Step(
              "deploy",
              path,
              "Deploy the template into the resource group of " + scope + ": " + sentence,
              added,
              changed,
              List.of()));
      added = List.of();
      changed = List.of();
    }
  }

  private void delete() throws IOException {
    ArrayNode left = StoredScope.MAPPER.createArrayNode();
    for (Map.Entry<String, JsonNode> server : before.servers().entrySet()) {
      if (!after.servers().containsKey(server.getKey())) {
        entry(left, server.getValue());
      }
    }
    ArrayNode resources = StoredScope.MAPPER.createArrayNode();
    List<String> names = new ArrayList<>();
    StringBuilder commands = new StringBuilder();
    add(before.filters(), after.filters(), StoredScope.FILTER, "nsg", resources, names, commands);
    add(before.groups(), after.groups(), StoredScope.GROUP, "asg", resources, names, commands);
    if (left.isEmpty() && resources.isEmpty()) {
      return;
    }
    ObjectNode root = StoredScope.MAPPER.createObjectNode().put("scope", scope);
    root.set(INTERFACES, left);
    root.set("resources", resources);
    String path = scope + "/6-delete.json";
    try (JsonFile file =
        new JsonFile(sink, path, "Resources that are no more", Set.of(INTERFACES, "resources"))) {
      file.write(root);
    }
    try (ExportFile file = sink.open(scope + "/6-delete.sh", "Deletes them with the Azure CLI")) {
      file.write("#!/bin/sh\n# Usage: 6-delete.sh RESOURCE-GROUP, after the interfaces of\n");
      file.write("# 6-delete.json have no groups of ours any more.\nset -e\n");
      file.write("test $# -eq 1 || { echo 'name the resource group' >&2; exit 2; }\n");
      file.write(commands);
    }
    steps.add(
        new ChangeSteps.Step(
            "delete",
            path,
            "Take the interfaces, whose servers are no more in the design of "
                + scope
                + ", from our groups, then delete the resources, in this order (6-delete.sh does"
                + " that)",
            List.of(),
            List.of(),
            names));
  }

  private static void add(
      Map<String, JsonNode> before,
      Map<String, JsonNode> after,
      String type,
      String word,
      ArrayNode resources,
      List<String> names,
      StringBuilder commands) {
    for (String name : before.keySet()) {
      if (!after.containsKey(name)) {
        resources.addObject().put("type", type).put("name", name);
        names.add(name);
        commands.append("az network ").append(word).append(" delete --resource-group \"$1\"");
        commands.append(" --name '").append(name.replace("'", "'\\''")).append("'\n");
      }
    }
  }

  private static String server(StoredScope of, String id) {
    return of.servers().get(id).path("server").asText();
  }

  private static ObjectNode entry(ArrayNode interfaces, JsonNode server) {
    ObjectNode entry = interfaces.addObject();
    entry.set("server", server.path("server"));
    entry.set("serverId", server.path("serverId"));
    entry.set("addresses", server.path("addresses"));
    return entry;
  }

  private void write(
      String name,
      String action,
      String sentence,
      ArrayNode interfaces,
      List<String> added,
      List<String> changed,
      List<String> removed)
      throws IOException {
    if (!interfaces.isEmpty()) {
      String path = scope + "/" + name;
      ObjectNode root = StoredScope.MAPPER.createObjectNode().put("scope", scope);
      root.set(INTERFACES, interfaces);
      try (JsonFile file = new JsonFile(sink, path, sentence, Set.of(INTERFACES))) {
        file.write(root);
      }
      String first = Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
      steps.add(
          new ChangeSteps.Step(
              action, path, "In " + scope + ", " + first, added, changed, removed));
    }
  }
}
