package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.Collection;
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

  /** Of each of these an entry has one; setting one takes the others away. */
  private static final List<Set<String>> ALTERNATIVES =
      List.of(
          Set.of("ip-netmask", "ip-range"),
          Set.of("static", "dynamic filter"),
          Set.of("protocol tcp port", "protocol udp port", "protocol sctp port"));

  /** Attributes with named entries in them. */
  private static final Set<String> NAMED = Set.of("server", "match-list");

  private final Map<String, Map<String, Set<String>>> from;
  private final Map<String, Map<String, Set<String>>> to;

  private final SharedObjects shared;

  /**
   * @param shared what other files for the same firewall hold as well
   */
  CommandChanges(CommandTable from, CommandTable to, SharedObjects shared) {
    this.from = from.entries();
    this.to = to.entries();
    this.shared = shared;
  }

  /** Adds the commands; none if nothing differs. */
  void write(List<String> commands) {
    List<String> oldRules = rules(from);
    List<String> newRules = rules(to);
    List<String> narrowed = new ArrayList<>();
    to.forEach(
        (entry, attributes) -> {
          if (!isRule(entry)) {
            change(
                entry,
                from.getOrDefault(entry, Map.of()),
                attributes,
                commands,
                shared.losses(entry, narrowed));
          }
        });
    Set<String> fresh = new HashSet<>();
    for (String rule : newRules) {
      Map<String, Set<String>> old = from.get(rule);
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
      if (!isRule(entry) && !to.containsKey(entry) && !zone && !shared.isKept(entry)) {
        shared.losses(entry, commands).add("delete " + entry);
      }
    }
  }

  private static boolean isRule(String entry) {
    return entry.contains("rulebase security rules ");
  }

  private static List<String> rules(Map<String, Map<String, Set<String>>> entries) {
    return entries.keySet().stream().filter(CommandChanges::isRule).toList();
  }

  /** What an object gains goes first, what it loses when no rule needs it any more. */
  private static void change(
      String entry,
      Map<String, Set<String>> old,
      Map<String, Set<String>> now,
      List<String> gains,
      Collection<String> losses) {
    Map<String, Set<String>> more = new LinkedHashMap<>();
    now.forEach(
        (path, values) -> {
          Set<String> before = old.getOrDefault(path, Set.of());
          if (values.equals(before)) {
            return;
          }
          if (!CommandTable.isList(path)) {
            more.put(path, values);
            return;
          }
          Set<String> added = minus(values, before);
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
    Set<String> gone = new LinkedHashSet<>();
    for (String path : old.keySet()) {
      if (!now.containsKey(path) && !isReplaced(path, now)) {
        gone.add("delete " + entry + " " + whole(path, now));
      }
    }
    losses.addAll(gone);
  }

  private static boolean isReplaced(String path, Map<String, Set<String>> now) {
    return ALTERNATIVES.stream()
        .anyMatch(each -> each.contains(path) && each.stream().anyMatch(now::containsKey));
  }

  /** A named entry of which nothing stays goes as a whole. */
  private static String whole(String path, Map<String, Set<String>> now) {
    String[] words = path.split(" ");
    if (words.length < 3 || !NAMED.contains(words[0])) {
      return path;
    }
    String named = words[0] + " " + words[1];
    return now.keySet().stream().anyMatch(each -> each.startsWith(named + " ")) ? path : named;
  }

  private static Set<String> minus(Set<String> left, Set<String> right) {
    Set<String> rest = new LinkedHashSet<>(left);
    rest.removeIf(right::contains);
    return rest;
  }

  private static void set(
      String entry, Map<String, Set<String>> attributes, List<String> commands) {
    attributes.forEach(
        (path, values) -> {
          List<String> all = List.copyOf(values);
          for (int i = 0; i < all.size(); i += MEMBERS) {
            List<String> part = all.subList(i, Math.min(i + MEMBERS, all.size()));
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
