package org.firebreak.exports.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;

/** Names of the objects of rule sets, each with a number from its second object on. */
public final class PolicyNames {
  private static final int LENGTH = 50;

  private final Map<String, String> names;
  private final Set<String> taken;

  public PolicyNames(List<RuleSet> sets) {
    names = new Slugs('-', LENGTH).distinct(sets, RuleSet::name, RuleSet::name);
    taken = new HashSet<>(names.values());
  }

  /** Name of the first object of a rule set. */
  public String of(RuleSet set) {
    return names.get(set.name());
  }

  /**
   * Name of an object of a rule set. The dot tells {@code web.2} from the first object of another
   * one that is called {@code web-2}.
   *
   * @param number from 1
   */
  public String of(RuleSet set, int number) {
    String first = of(set);
    if (number == 1) {
      return first;
    }
    String name = first + "-" + number;
    return taken.contains(name) ? first + "." + number : name;
  }
}
