package org.firebreak.exports.changes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.json.JsonFile;

/**
 * The steps of a change set in their order, each with what it adds, changes and removes: {@code
 * steps.txt} for people, {@code steps.json} for machines.
 */
public final class ChangeSteps {
  private static final int NAMED = 20;
  private static final int NAME = 200;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A step.
   *
   * @param action what is done, in a word, for machines
   * @param file what it is done with, below the folder of the change set; empty if with nothing
   * @param what what is done, in a sentence without its end
   * @param added names of what is new afterwards
   * @param changed names of what is otherwise afterwards
   * @param removed names of what is no more afterwards
   */
  public record Step(
      String action,
      String file,
      String what,
      List<String> added,
      List<String> changed,
      List<String> removed) {
    public Step {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }
  }

  private final List<Step> steps = new ArrayList<>();
  private final String head;

  /**
   * @param head what holds for all steps, in a sentence
   */
  public ChangeSteps(String head) {
    this.head = head;
  }

  /** Adds the next step. */
  public void add(Step step) {
    steps.add(step);
  }

  /** Writes both files, or none if there is no step. */
  public void write(ExportSink sink) throws IOException {
    if (steps.isEmpty()) {
      return;
    }
    ObjectNode root = MAPPER.createObjectNode();
    root.put("firebreakSteps", 1);
    ArrayNode list = root.putArray("steps");
    try (ExportFile text = sink.open("steps.txt", "What to do, in order")) {
      text.write(head).write("\nsteps.json has the same for machines.\n");
      int number = 1;
      for (Step step : steps) {
        ObjectNode node = list.addObject();
        node.put("number", number).put("action", step.action).put("file", step.file);
        text.write("\n" + number++ + ". ").write(step.what).write(".\n");
        if (!step.file.isEmpty()) {
          text.write("   ").write(step.file).newLine();
        }
        names(text, '+', step.added, node.putArray("added"));
        names(text, '~', step.changed, node.putArray("changed"));
        names(text, '-', step.removed, node.putArray("removed"));
      }
    }
    Set<String> lines = Set.of("steps", "added", "changed", "removed");
    try (JsonFile file = new JsonFile(sink, "steps.json", "What to do, for machines", lines)) {
      file.write(root);
    }
  }

  private static void names(ExportFile text, char sign, List<String> names, ArrayNode all)
      throws IOException {
    names.forEach(all::add);
    for (String name : names.subList(0, Math.min(NAMED, names.size()))) {
      text.write("   " + sign + " ").write(PlainText.oneLine(name, NAME)).newLine();
    }
    if (names.size() > NAMED) {
      text.write("   " + sign + " and " + (names.size() - NAMED) + " more\n");
    }
  }
}
