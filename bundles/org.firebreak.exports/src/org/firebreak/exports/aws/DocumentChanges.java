package org.firebreak.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.changes.ChangeSteps;
import org.firebreak.exports.json.JsonFile;

/** The steps of the templates, or of the module, of one VPC. */
final class DocumentChanges {
  private static final Set<String> LINES =
      Set.of("Tags", "tags", "Entries", "entry", "SecurityGroupEgress");

  private final String scope;
  private final String folder;
  private final boolean stacks;
  private final TreeMap<String, Document> now = new TreeMap<>();
  private final TreeMap<String, Document> wanted = new TreeMap<>();
  private final ChangeSteps steps;
  private final ExportSink sink;

  DocumentChanges(
      String scope,
      boolean stacks,
      StoredAccount before,
      StoredAccount after,
      ChangeSteps steps,
      ExportSink sink) {
    this.scope = scope;
    this.stacks = stacks;
    this.folder = stacks ? "/cloudformation/" : "/terraform/";
    before.documents(stacks).forEach((name, root) -> now.put(name, Document.of(root, stacks)));
    after.documents(stacks).forEach((name, root) -> wanted.put(name, Document.of(root, stacks)));
    this.steps = steps;
    this.sink = sink;
  }

  /**
   * Removes the rules that must not be there any more when the rest changes: those that go and
   * refer to a prefix list of which the entries change, and those that stand in another stack,
   * which the platform would refuse as duplicates.
   */
  void remove() throws IOException {
    Set<String> changedLists = changedLists();
    for (String name : List.copyOf(now.keySet())) {
      Document document = now.get(name);
      Set<String> gone = new TreeSet<>();
      for (String id : document.resources().keySet()) {
        if (document.isRule(id)
            && !isKept(name, document, id)
            && (document.refersTo(id, changedLists) || isElsewhere(name, id))) {
          gone.add(id);
        }
      }
      Document left = document.without(gone);
      if (left.resources().isEmpty()) {
        delete(name, document);
      } else if (!gone.isEmpty()) {
        now.put(name, left);
        write("1-remove", name, left);
        step("update", "1-remove", name, "without rules that must go first", document);
      }
    }
  }

  private Set<String> changedLists() {
    Map<String, Set<String>> older = new HashMap<>();
    Map<String, Set<String>> newer = new HashMap<>();
    now.values().forEach(document -> older.putAll(document.lists()));
    wanted.values().forEach(document -> newer.putAll(document.lists()));
    Set<String> changed = new HashSet<>();
    older.forEach(
        (id, entries) -> {
          if (newer.containsKey(id) && !newer.get(id).equals(entries)) {
            changed.add(id);
          }
        });
    return changed;
  }

  private boolean isKept(String name, Document document, String id) {
    Document to = wanted.get(name);
    return to != null
        && to.resources().containsKey(id)
        && to.meaning(id).equals(document.meaning(id));
  }

  private boolean isElsewhere(String name, String id) {
    return wanted.entrySet().stream()
        .anyMatch(
            other -> !other.getKey().equals(name) && other.getValue().resources().containsKey(id));
  }

  /** Brings everything into force but the removal of what other stacks may still refer to. */
  void apply() throws IOException {
    for (Map.Entry<String, Document> document : wanted.entrySet()) {
      Document to = document.getValue();
      Document from = now.get(document.getKey());
      if (from != null && to.isExported()) {
        to = to.with(from);
      }
      if (from == null || !to.root().equals(from.root())) {
        write("3-apply", document.getKey(), to);
        now.put(document.getKey(), to);
        step(
            from == null ? "create" : "update",
            "3-apply",
            document.getKey(),
            "with all that is new",
            from);
      }
    }
    for (String name : List.copyOf(now.descendingKeySet())) {
      if (!wanted.containsKey(name) && !now.get(name).isExported()) {
        delete(name, now.get(name));
      }
    }
  }

  /** Removes groups and prefix lists to which nothing refers any more. */
  void clean() throws IOException {
    for (String name : List.copyOf(now.descendingKeySet())) {
      Document from = now.get(name);
      Document to = wanted.get(name);
      if (to == null) {
        delete(name, from);
      } else if (!to.root().equals(from.root())) {
        write("5-clean", name, to);
        now.put(name, to);
        step("update", "5-clean", name, "without what nothing refers to any more", from);
      }
    }
  }

  private String path(String step, String name) {
    return scope + "/" + step + folder + name + (stacks ? ".json" : StoredAccount.MODULE_END);
  }

  private void write(String step, String name, Document document) throws IOException {
    try (JsonFile file = new JsonFile(sink, path(step, name), "Step " + step, LINES)) {
      file.write(document.root());
    }
  }

  private void step(String action, String step, String name, String how, Document from) {
    Map<String, JsonNode> is = now.get(name).resources();
    Map<String, JsonNode> was = from == null ? Map.of() : from.resources();
    List<String> added = new ArrayList<>(is.keySet());
    added.removeAll(was.keySet());
    List<String> removed = new ArrayList<>(was.keySet());
    removed.removeAll(is.keySet());
    List<String> changed = new ArrayList<>(was.keySet());
    changed.removeIf(id -> !is.containsKey(id) || is.get(id).equals(was.get(id)));
    String what =
        stacks
            ? (from == null ? "Create" : "Update") + " the stack " + name + " of " + scope
            : "Apply the module of " + scope;
    steps.add(
        new ChangeSteps.Step(action, path(step, name), what + " " + how, added, changed, removed));
  }

  private void delete(String name, Document document) {
    now.remove(name);
    steps.add(
        new ChangeSteps.Step(
            "delete",
            "",
            stacks
                ? "Delete the stack " + name + " of " + scope
                : "Destroy what the state of the module of " + scope + " holds",
            List.of(),
            List.of(),
            List.copyOf(document.resources().keySet())));
  }

  /** Stacks between which groups or prefix lists would have to move, which no update can do. */
  Set<String> moves() {
    Set<String> moves = new TreeSet<>();
    now.forEach(
        (name, document) ->
            document
                .resources()
                .keySet()
                .forEach(
                    id ->
                        wanted.forEach(
                            (other, to) -> {
                              if (!other.equals(name)
                                  && !document.isRule(id)
                                  && to.resources().containsKey(id)) {
                                moves.add(name + " to " + other);
                              }
                            })));
    return moves;
  }
}
