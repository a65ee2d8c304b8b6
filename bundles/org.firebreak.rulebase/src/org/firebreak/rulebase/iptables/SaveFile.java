package org.firebreak.rulebase.iptables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.rulebase.Unread;

/** The filter table of one file, with chains by name. */
final class SaveFile {
  private static final int SHOWN = 200;

  /** Longest line that is read; iptables itself takes far shorter ones. */
  private static final int LONGEST = 1_000_000;

  private static final Pattern JUMP = Pattern.compile(" (?:-j|--jump|-g|--goto) (\\S+)");

  /** A line that appends a rule. */
  record Line(int number, String text) {}

  /**
   * A chain: what becomes of the rest, {@code null} if it is none of the three hooks; its rules.
   */
  static final class Chain {
    Boolean accepts;
    int line;
    final List<Line> rules = new ArrayList<>();
  }

  final String path;
  final boolean v6;
  final Map<String, Chain> chains = new LinkedHashMap<>();

  SaveFile(String path, boolean v6) {
    this.path = path;
    this.v6 = v6;
  }

  /** Reads the lines; what is not in the filter table, and changes packets, stays unread. */
  static SaveFile parse(String path, boolean v6, List<String> lines, List<Unread> unread) {
    SaveFile file = new SaveFile(path, v6);
    boolean listed = lines.stream().noneMatch(line -> line.startsWith("*"));
    String table = listed ? "filter" : "";
    boolean open = false;
    int number = 0;
    for (String raw : lines) {
      String line = number++ == 0 ? raw.replace("\uFEFF", "") : raw;
      if (line.length() > LONGEST) {
        unread.add(file.unread(new Line(number, line), "the line is too long", false));
        continue;
      }
      if (line.startsWith("*")) {
        table = line.substring(1).strip();
        open = true;
      } else if (line.isBlank() || line.startsWith("#")) {
        continue;
      } else if (line.strip().equals("COMMIT")) {
        open = false;
      } else if (listed && line.matches("-[PN] .*")) {
        file.declare(":" + line.substring(3) + (line.startsWith("-N") ? " -" : ""), number, unread);
      } else if (!table.equals("filter")) {
        if (!line.startsWith(":") || !line.matches(":\\S+ (ACCEPT|-)( .*)?")) {
          unread.add(
              file.unread(
                  new Line(number, line),
                  "a rule of the table " + table + ", not of filter",
                  line.matches(".*-j (DROP|REJECT).*")));
        }
      } else if (line.startsWith(":")) {
        file.declare(line, number, unread);
      } else {
        file.append(new Line(number, line), unread);
      }
    }
    if (open) {
      unread.add(
          file.unread(new Line(number, "end of the file"), "the file ends before COMMIT", false));
    }
    return file;
  }

  private void declare(String line, int number, List<Unread> unread) {
    String[] words = line.substring(1).split("\\s+");
    Chain chain = chains.computeIfAbsent(words[0], name -> new Chain());
    chain.line = number;
    chain.rules.clear();
    if (words.length > 1 && !words[1].equals("-")) {
      chain.accepts = words[1].equals("ACCEPT");
      if (!chain.accepts && !words[1].equals("DROP")) {
        unread.add(unread(new Line(number, line), "a policy that is not known", false));
      }
    }
  }

  private void append(Line line, List<Unread> unread) {
    Words words = new Words(line.text());
    try {
      String command = words.next();
      if (command.startsWith("[")) {
        command = words.next();
      }
      if (!command.equals("-A") && !command.equals("--append")) {
        throw new NotUnderstood("'" + command + "' is not known");
      }
      chains.computeIfAbsent(words.next(), name -> new Chain()).rules.add(line);
    } catch (NotUnderstood e) {
      unread.add(unread(line, e.getMessage(), line.text().matches(".*-j (DROP|REJECT).*")));
    }
  }

  /** Whether packets get to a chain only on their way into the machine. */
  boolean isInputOnly(String chain) {
    return !reached(Set.of("FORWARD", "OUTPUT", "FIREBREAK-FWD", "FIREBREAK-OUT")).contains(chain);
  }

  private Set<String> reached(Set<String> from) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String next = open.pop();
      if (chains.containsKey(next) && reached.add(next)) {
        for (Line line : chains.get(next).rules) {
          Matcher jump = JUMP.matcher(line.text());
          while (jump.find()) {
            open.push(jump.group(1));
          }
        }
      }
    }
    return reached;
  }

  Unread unread(Line line, String reason, boolean denies) {
    return new Unread(path + ":" + line.number(), shortened(line.text()), reason, denies);
  }

  static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }
}
