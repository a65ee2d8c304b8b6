package org.firebreak.ui.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.policy.RuleUsage;
import org.firebreak.core.progress.Progress;

/**
 * What the view shows of a policy.
 *
 * @param sets the rule sets that have any of the rules, in order
 * @param rules rules of each, in its place; the same number of lists as sets
 * @param total number of rules in the whole policy
 */
record RuleRows(List<RuleSet> sets, List<List<RuleRow>> rules, int total) {
  static final RuleRows NONE = new RuleRows(List.of(), List.of(), 0);

  /**
   * Which rules to look for.
   *
   * @param words words that stand somewhere in the rule; may be empty
   * @param element element that has a part in the rule; {@code null} for any
   */
  record Search(String words, ElementRef element) {
    static final Search ALL = new Search("", null);

    boolean isAll() {
      return words.isBlank() && element == null;
    }
  }

  static RuleRows of(CompiledPolicy policy, Search search, Progress progress) {
    RuleUsage usage = search.element() == null ? null : RuleUsage.of(policy, search.element().id());
    String[] words =
        search.words().isBlank()
            ? new String[0]
            : search.words().strip().toLowerCase(Locale.ROOT).split("\\s+");
    List<RuleSet> sets = new ArrayList<>();
    List<List<RuleRow>> rules = new ArrayList<>();
    int total = 0;
    for (RuleSet set : policy.ruleSets()) {
      progress.check();
      List<RuleRow> found = find(set, usage, words);
      total += set.rules().size();
      if (!found.isEmpty() || search.isAll()) {
        sets.add(set);
        rules.add(found);
      }
    }
    return new RuleRows(List.copyOf(sets), List.copyOf(rules), total);
  }

  private static List<RuleRow> find(RuleSet set, RuleUsage usage, String[] words) {
    // By identity: the addresses of rules are many, and no hash of them is kept.
    Set<Rule> used = Collections.newSetFromMap(new IdentityHashMap<>());
    used.addAll(usage == null ? List.of() : usage.rules(set));
    List<RuleRow> found = new ArrayList<>();
    for (int i = 0; i < set.rules().size(); i++) {
      RuleRow row = new RuleRow(set, i + 1, set.rules().get(i));
      if ((usage == null || used.contains(row.rule())) && RuleColumn.matches(row, words)) {
        found.add(row);
      }
    }
    return List.copyOf(found);
  }

  /** The rows of some rule sets, of all if none is named. */
  List<RuleRow> rows(Set<String> chosen) {
    List<RuleRow> rows = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      if (chosen.isEmpty() || chosen.contains(sets.get(i).id())) {
        rows.addAll(rules.get(i));
      }
    }
    return rows;
  }

  /** Number of rules found. */
  int found() {
    return rules.stream().mapToInt(List::size).sum();
  }
}
