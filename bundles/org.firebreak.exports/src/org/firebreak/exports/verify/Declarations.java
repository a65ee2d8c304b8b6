package org.firebreak.exports.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Limitation.Logging;

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
          if (limitation.effect() == effect
              && (effect != Limitation.Effect.REDUCED
                  || limitation
                      .logging()
                      .containsAll(
                          logging(
                              difference.expected().outcome(), difference.actual().outcome())))) {
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

  /** How the log entries of the same verdict differ. */
  private static Set<Logging> logging(Outcome expected, Outcome actual) {
    Set<Logging> differences = EnumSet.noneOf(Logging.class);
    if (expected.logs() != actual.logs()) {
      differences.add(expected.logs() ? Logging.NO_LOG : Logging.MORE_LOG);
    }
    if (expected.alerts() && !actual.alerts()) {
      differences.add(Logging.NO_ALERT);
    }
    return differences;
  }

  /** Words of the name of a rule on its platform, one of which may be the id of our rule. */
  private static List<String> ruleIds(String name) {
    return List.of(name.split("[^A-Za-z0-9-]+"));
  }
}
