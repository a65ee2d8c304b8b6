package org.firebreak.exports.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Limitation;

/** Finds the limitation of an export that explains a difference. */
final class Declarations {
  /** By rule set and rule; either may be absent. */
  private final Map<String, List<Limitation>> known = new HashMap<>();

  Declarations(List<Limitation> limitations) {
    for (Limitation limitation : limitations) {
      if (limitation.effect() != Limitation.Effect.ASSUMPTION) {
        known
            .computeIfAbsent(key(limitation.ruleSet(), limitation.rule()), key -> new ArrayList<>())
            .add(limitation);
      }
    }
  }

  private static String key(String ruleSet, String rule) {
    return (ruleSet == null ? "" : ruleSet) + '\n' + (rule == null ? "" : rule);
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  /** The limitation that declares a difference; {@code null} if none does. */
  Limitation of(RuleSet set, FilterDifference difference) {
    Limitation.Effect effect =
        effect(difference.expected().outcome(), difference.actual().outcome());
    if (effect == null || known.isEmpty()) {
      return null;
    }
    List<String> rules = new ArrayList<>(List.of(difference.expected().name(), ""));
    rules.addAll(ruleIds(difference.actual().name()));
    for (String rule : rules) {
      for (String ruleSet : List.of(set.name(), "")) {
        for (Limitation limitation : known.getOrDefault(key(ruleSet, rule), List.of())) {
          if (limitation.effect() == effect) {
            return limitation;
          }
        }
      }
    }
    return null;
  }

  /** What a limitation would have to say; {@code null} if none can declare it. */
  private static Limitation.Effect effect(Outcome expected, Outcome actual) {
    if (expected.permits() != actual.permits()) {
      return expected.permits() ? Limitation.Effect.DENIES_MORE : Limitation.Effect.PERMITS_MORE;
    }
    // where a general rule decides in place of the one that was meant, it may log what need not be
    return actual.alerts() && !expected.alerts() ? null : Limitation.Effect.REDUCED;
  }

  /** Words of the name of a rule on its platform, one of which may be the id of our rule. */
  private static List<String> ruleIds(String name) {
    return List.of(name.split("[^A-Za-z0-9-]+"));
  }
}
