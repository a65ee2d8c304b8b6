package org.firebreak.exports.linux;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.PlainText;

/**
 * Something to do on one machine.
 *
 * @param file the ruleset that shall be in force
 * @param members commands that lead there from the former ruleset by members of sets alone; empty
 *     if there are none
 * @param serverId model id of the host; empty for a central firewall
 * @param cells name of the host or path of the central ruleset, tenant, addresses
 */
record ChangeStep(Action action, String file, String members, String serverId, String[] cells) {
  private static final int NAMED = 20;

  /** What to do. */
  enum Action {
    /** Load the ruleset. */
    LOAD,
    /** Load the ruleset, or run the commands that lead from the former one to it. */
    MEMBERS,
    /** Load the ruleset without rules. */
    REMOVE;

    private String sentence(RulesetForm.Texts texts) {
      return switch (this) {
        case LOAD -> texts.load();
        case MEMBERS -> texts.members();
        case REMOVE -> texts.remove();
      };
    }
  }

  ChangeStep with(String path) {
    return new ChangeStep(action, path, members, serverId, cells);
  }

  /** Writes {@code steps.csv} and {@code steps.txt}. */
  static void write(List<ChangeStep> steps, RulesetForm.Texts texts, ExportSink sink)
      throws IOException {
    try (ExportFile csv = sink.open("steps.csv", "What to do where, in order, for machines")) {
      csv.write("action,file,members,machine,tenant,addresses,server_id\n");
      for (ChangeStep step : steps) {
        csv.write(step.action.name().toLowerCase(Locale.ROOT)).write(",").write(step.file);
        csv.write(",").write(step.members);
        for (String cell : step.cells) {
          csv.write(",").write(HostList.quoted(cell));
        }
        csv.write(",").write(HostList.quoted(step.serverId)).newLine();
      }
    }
    try (ExportFile text = sink.open("steps.txt", "What to do where, in order")) {
      text.write(texts.head()).write(" steps.csv has the same for machines.\n");
      int number = 1;
      for (List<ChangeStep> group : groups(steps).values()) {
        write(text, number++, group, texts);
      }
    }
  }

  private static Map<List<Object>, List<ChangeStep>> groups(List<ChangeStep> steps) {
    Map<List<Object>, List<ChangeStep>> groups = new LinkedHashMap<>();
    for (ChangeStep step : steps) {
      List<Object> key =
          Arrays.asList(step.action, step.file, step.members, step.serverId.isEmpty());
      groups.computeIfAbsent(key, each -> new ArrayList<>()).add(step);
    }
    return groups;
  }

  private static void write(
      ExportFile text, int number, List<ChangeStep> group, RulesetForm.Texts texts)
      throws IOException {
    ChangeStep first = group.get(0);
    text.write("\n" + number + ". ").write(first.action.sentence(texts)).write(".\n");
    text.write("   ruleset  ").write(first.file).newLine();
    if (!first.members.isEmpty()) {
      text.write("   commands ").write(first.members).newLine();
    }
    text.write(first.serverId.isEmpty() ? "   central  " : "   hosts    ");
    String separator = "";
    for (ChangeStep step : group.subList(0, Math.min(NAMED, group.size()))) {
      text.write(separator).write(PlainText.oneLine(step.cells[0], 200));
      separator = ", ";
    }
    int more = group.size() - NAMED;
    text.write(more > 0 ? " and " + more + " more, see steps.csv\n" : "\n");
  }
}
