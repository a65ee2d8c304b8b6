package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands that lead from the entries of one place to others. */
final class CommandChanges {
  /** Longer member lists are divided. */
  private static final int MEMBERS = 40;

  /** Of these an entry has one; setting one takes the other away. */
  private static final Set<String> ALTERNATIVES =
      Set.of("ip-netmask", "ip-range", "static", "dynamic filter");

  /** Attributes with members, which a command adds to and does not replace. */
  private static final Set<String> LISTS =
      Set.of(
          "static",
          "members",
          "tag",
          "send-email",
          "send-syslog",
          "virus",
          "spyware",
          "vulnerability",
          "group");

  private final Map<String, Map<String, List<String>>> from;
  private final Map<String, Map<String, List<String>>> to;

  CommandChanges(CommandTable from, CommandTable to) {
    this.from = from.entries();
    this.to = to.entries();
  }

  /** Adds the commands; none if nothing differs. */
  void write(List<String> commands) {
    List<String> oldRules = rules(from);
    List<String> newRules = rules(to);
    List<String> narrowed = new ArrayList<>();
    to.forEach(
        (entry, attributes) -> {
          if (!isRule(entry)) {
            change(entry, from.getOrDefault(entry, Map.of()), attributes, commands, narrowed);
          }
        });
    Set<String> fresh = new HashSet<>();
    for (String rule : newRules) {
      Map<String, List<String>> old = from.get(rule);
      if (old != null && !old.equals(to.get(rule))) {
        commands.add("delete " + rule);
      }
      if (!to.get(rule).equals(old)) {
        fresh.add(rule);
        set(rule, to.get(rule), commands);
      }
    }
    for (String rule : oldRules) {
      if (!to.containsKey(rule)) {
        commands.add("delete " + rule);
      }
    }
    move(oldRules, newRules, fresh, commands);
    commands.addAll(narrowed);
    List<String> gone = new ArrayList<>(from.keySet());
    Collections.reverse(gone);
    for (String entry : gone) {
      boolean zone = entry.matches("(.* )?zone [^ ]+");
      if (!isRule(entry) && !to.containsKey(entry) && !zone) {
        commands.add("delete " + entry);
      }
    }
  }

  private static boolean isRule(String entry) {
    return entry.contains("rulebase security rules ");
  }

  private static List<String> rules(Map<String, Map<String, List<String>>> entries) {
    return entries.keySet().stream().filter(CommandChanges::isRule).toList();
  }

  /** What an object gains goes first, what it loses when no rule needs it any more. */
  private static void change(
      String entry,
      Map<String, List<String>> old,
      Map<String, List<String>> now,
      List<String> gains,
      List<String> losses) {
    Map<String, List<String>> more = new LinkedHashMap<>();
    now.forEach(
        (path, values) -> {
          List<String> before = old.getOrDefault(path, List.of());
          if (values.equals(before)) {
            return;
          }
          if (!isList(path)) {
            more.put(path, values);
            return;
          }
          List<String> added = minus(values, before);
          if (!added.isEmpty()) {
            more.put(path, added);
          }
          for (String member : minus(before, values)) {
            losses.add("delete " + entry + " " + path + " " + member);
          }
        });
    if (!more.isEmpty()) {
      set(entry, more, gains);
    }
    boolean replaced = now.keySet().stream().anyMatch(ALTERNATIVES::contains);
    for (String path : old.keySet()) {
      if (!now.containsKey(path) && !(replaced && ALTERNATIVES.contains(path))) {
        losses.add("delete " + entry + " " + path);
      }
    }
  }

  private static boolean isList(String path) {
    return LISTS.contains(path.substring(path.lastIndexOf(' ') + 1));
  }

  private static List<String> minus(List<String> left, List<String> right) {
    Set<String> rest = new LinkedHashSet<>(left);
    rest.removeAll(new HashSet<>(right));
    return List.copyOf(rest);
  }

  private static void set(
      String entry, Map<String, List<String>> attributes, List<String> commands) {
    attributes.forEach(
        (path, values) -> {
          for (int i = 0; i < values.size(); i += MEMBERS) {
            List<String> part = values.subList(i, Math.min(i + MEMBERS, values.size()));
            List<String> words = part.stream().map(CommandChanges::quoted).toList();
            commands.add(
                "set "
                    + entry
                    + " "
                    + path
                    + " "
                    + (words.size() == 1 ? words.get(0) : "[ " + String.join(" ", words) + " ]"));
          }
        });
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_.:/@,%+-]+") ? word : '"' + word + '"';
  }

  /** Brings the rules into order; those that keep their order among themselves stay. */
  private static void move(
      List<String> old, List<String> now, Set<String> fresh, List<String> commands) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (String rule : old) {
      if (!fresh.contains(rule)) {
        positions.put(rule, positions.size());
      }
    }
    List<String> kept = now.stream().filter(positions::containsKey).toList();
    Set<String> staying = new HashSet<>(longestRun(kept, positions));
    // fresh rules stand at the end already, in order, so those that belong there need no move
    int tail = now.size();
    while (tail > 0 && fresh.contains(now.get(tail - 1))) {
      tail--;
    }
    for (int i = 0; i < now.size(); i++) {
      String rule = now.get(i);
      if (staying.contains(rule) || i >= tail) {
        continue;
      }
      commands.add(
          "move "
              + rule
              + (i == 0 ? " top" : " after " + now.get(i - 1).replaceFirst(".* rules ", "")));
    }
  }

  /** A longest subsequence whose positions rise. */
  private static List<String> longestRun(List<String> rules, Map<String, Integer> positions) {
    List<Integer> ends = new ArrayList<>();
    int[] before = new int[rules.size()];
    for (int i = 0; i < rules.size(); i++) {
      int position = positions.get(rules.get(i));
      int low = 0;
      int high = ends.size();
      while (low < high) {
        int middle = low + high >>> 1;
        if (positions.get(rules.get(ends.get(middle))) < position) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : ends.get(low - 1);
      if (low == ends.size()) {
        ends.add(i);
      } else {
        ends.set(low, i);
      }
    }
    List<String> run = new ArrayList<>();
    for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = before[i]) {
      run.add(rules.get(i));
    }
    return run;
  }
}
