package org.firebreak.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.changes.ChangeSteps;
import org.firebreak.exports.json.JsonFile;

/** The steps of one VPC. */
final class AccountChange {
  private static final String GROUPS = "securityGroups";

  private final String scope;
  private final StoredAccount before;
  private final StoredAccount after;
  private final ChangeSteps steps;
  private final ExportSink sink;

  AccountChange(
      String scope, StoredAccount before, StoredAccount after, ChangeSteps steps, ExportSink sink) {
    this.scope = scope;
    this.before = before;
    this.after = after;
    this.steps = steps;
    this.sink = sink;
  }

  void write() throws IOException {
    DocumentChanges stacks = new DocumentChanges(scope, true, before, after, steps, sink);
    DocumentChanges module = new DocumentChanges(scope, false, before, after, steps, sink);
    reportMoves(stacks.moves());
    stacks.remove();
    module.remove();
    detach();
    stacks.apply();
    module.apply();
    attach();
    stacks.clean();
    module.clean();
  }

  private void detach() throws IOException {
    ArrayNode instances = StoredAccount.MAPPER.createArrayNode();
    List<String> concerned = new ArrayList<>();
    before
        .instances()
        .forEach(
            (id, instance) -> {
              List<String> left = groups(instance);
              left.retainAll(groups(after.instances().get(id)));
              if (!left.equals(groups(instance))) {
                instances.add(with(instance, left));
                concerned.add(instance.path("server").asText());
              }
            });
    String sentence =
        "Give these instances the groups that are left to them, and only these, or else the group "
            + closed()
            + "; terminate those that are no more in the design";
    write("2-detach.json", sentence, instances, List.of(), List.of(), concerned);
  }

  private void attach() throws IOException {
    ArrayNode instances = StoredAccount.MAPPER.createArrayNode();
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    after
        .instances()
        .forEach(
            (id, instance) -> {
              JsonNode old = before.instances().get(id);
              List<String> left = groups(old);
              left.retainAll(groups(instance));
              if (!left.equals(groups(instance))) {
                instances.add(with(instance, groups(instance)));
                (old == null ? added : changed).add(instance.path("server").asText());
              }
            });
    String sentence = "Give these instances the groups that are listed, and only these";
    write("4-attach.json", sentence, instances, added, changed, List.of());
  }

  private void write(
      String name,
      String sentence,
      ArrayNode instances,
      List<String> added,
      List<String> changed,
      List<String> removed)
      throws IOException {
    if (!instances.isEmpty()) {
      String path = scope + "/" + name;
      ObjectNode root = StoredAccount.MAPPER.createObjectNode().put("scope", scope);
      root.set("instances", instances);
      try (JsonFile file = new JsonFile(sink, path, sentence, Set.of("instances"))) {
        file.write(root);
      }
      steps.add(new ChangeSteps.Step("groups", path, sentence, added, changed, removed));
    }
  }

  /** The group without rules; a bundle of an older version has none. */
  private String closed() {
    return before.closed().isEmpty() ? after.closed() : before.closed();
  }

  private static List<String> groups(JsonNode instance) {
    Set<String> groups = new LinkedHashSet<>();
    if (instance != null) {
      instance.path(GROUPS).forEach(group -> groups.add(group.asText()));
    }
    return new ArrayList<>(groups);
  }

  /** An interface has at least one group. */
  private ObjectNode with(JsonNode instance, List<String> groups) {
    ObjectNode entry = StoredAccount.MAPPER.createObjectNode();
    entry.set("server", instance.path("server"));
    entry.set("serverId", instance.path("serverId"));
    entry.set("addresses", instance.path("addresses"));
    ArrayNode list = entry.putArray(GROUPS);
    groups.forEach(list::add);
    if (groups.isEmpty() && !closed().isEmpty()) {
      list.add(closed());
    }
    return entry;
  }

  private void reportMoves(Set<String> between) {
    Set<String> moves = new TreeSet<>(between);
    boolean stacksOnly = !before.templates().isEmpty() && before.modules().isEmpty();
    boolean modulesOnly = before.templates().isEmpty() && !before.modules().isEmpty();
    if (stacksOnly && after.templates().isEmpty() && !after.modules().isEmpty()
        || modulesOnly && after.modules().isEmpty() && !after.templates().isEmpty()) {
      moves.add("one format to the other");
    }
    if (!moves.isEmpty()) {
      sink.limitation(
          new Limitation(
              Limitation.Effect.ASSUMPTION,
              null,
              null,
              List.of(),
              "Before the steps of "
                  + scope
                  + ", groups and prefix lists move from "
                  + String.join(", ", moves)
                  + ": by aws cloudformation create-stack-refactor, or by import and state rm of"
                  + " Terraform. Names are unique in a VPC, so they cannot be made anew beside the"
                  + " older ones."));
    }
  }
}
