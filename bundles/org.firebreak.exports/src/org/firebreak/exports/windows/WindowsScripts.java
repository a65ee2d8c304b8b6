package org.firebreak.exports.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.linux.RulesetForm;

/**
 * Scripts of Windows hosts. The name of a rule tells what it matches, and each rule allows by
 * itself; so the difference of two scripts is the rules to add and those to remove, and no state in
 * between allows what neither script allows.
 */
final class WindowsScripts implements RulesetForm {
  private static final String REMOVAL = "remove.ps1";
  private static final String BEGIN = "  @{";
  private static final String END = "  }";
  private static final Pattern NAME = Pattern.compile(" {4}Name = ('[A-Za-z0-9-]+')");

  @Override
  public Texts texts() {
    return new Texts(
        "Copy the script to each host and run it there in an elevated session, then with -Action"
            + " Keep.",
        "Run the script of the class, which leaves exactly its rules",
        "Run the commands, a script that adds and removes just what differs, or the script of the"
            + " class",
        "Run the script that removes all rules of ours, as nothing is enforced there any more");
  }

  @Override
  public List<String> files(String ruleset) {
    return List.of(ruleset);
  }

  @Override
  public Optional<String> ruleset(String path) {
    return path.endsWith(".ps1") ? Optional.of(path) : Optional.empty();
  }

  @Override
  public String members(String ruleset, String from) {
    return ruleset.replaceFirst("[.]ps1$", "") + from.replaceFirst("[.]ps1$", "") + ".ps1";
  }

  @Override
  public Optional<String> members(List<String> from, List<String> to) {
    Parts older = Parts.of(from);
    Parts newer = Parts.of(to);
    if (!older.rest.equals(newer.rest)) {
      return Optional.empty();
    }
    List<String> gone = new ArrayList<>(older.rules.keySet());
    gone.removeAll(newer.rules.keySet());
    StringBuilder script = new StringBuilder(WindowsExporter.head());
    script.append("$rules = @(\n");
    newer.rules.forEach(
        (name, lines) -> {
          if (!lines.equals(older.rules.get(name))) {
            lines.forEach(line -> script.append(line).append('\n'));
          }
        });
    script.append(")\n").append(WindowsExporter.MODE).append("'Change'\n");
    script.append(WindowsExporter.GONE).append("@(").append(String.join(", ", gone)).append(")\n");
    newer.rest.forEach(line -> script.append(line).append('\n'));
    return Optional.of(script.toString());
  }

  @Override
  public String writeRemoval(ExportSink sink) throws IOException {
    try (ExportFile file = sink.open(REMOVAL, "Removes all rules of ours")) {
      file.write(WindowsExporter.head()).write("$rules = @()\n");
      file.write(WindowsExporter.MODE).write("'Remove'\n");
      file.write(WindowsExporter.GONE).write("@()\n").write(WindowsExporter.resource());
    }
    return REMOVAL;
  }

  /**
   * A script taken apart.
   *
   * @param rules lines of each rule by its name
   * @param rest what is done with the rules
   */
  private record Parts(Map<String, List<String>> rules, List<String> rest) {
    static Parts of(List<String> lines) {
      Map<String, List<String>> rules = new LinkedHashMap<>();
      List<String> rest = new ArrayList<>();
      List<String> rule = null;
      boolean done = false;
      for (String line : lines) {
        if (line.equals(BEGIN) && !done) {
          rule = new ArrayList<>();
        }
        if (rule != null) {
          rule.add(line);
          if (line.equals(END)) {
            rules.put(name(rule), rule);
            rule = null;
          }
        } else if (done) {
          rest.add(line);
        }
        done |= line.startsWith(WindowsExporter.GONE);
      }
      return new Parts(rules, rest);
    }

    private static String name(List<String> rule) {
      for (String line : rule) {
        Matcher name = NAME.matcher(line);
        if (name.matches()) {
          return name.group(1);
        }
      }
      return String.join("\n", rule);
    }
  }
}
