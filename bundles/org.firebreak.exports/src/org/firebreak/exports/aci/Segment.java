package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.Rule;

/**
 * Services of a pair of atoms of which the same rules speak.
 *
 * @param from rules that decide at the client; none if nothing is enforced there
 * @param to rules that decide at the server
 */
record Segment(Intervals services, List<Rule> from, List<Rule> to) {
  /** The fabric decides once, so all have to permit. */
  boolean permits() {
    return voices().stream().allMatch(Segment::permits);
  }

  /** Whether one of the rules that the pair follows logs. */
  boolean logs() {
    return voices().stream().anyMatch(rule -> rule.log() && permits(rule) == permits());
  }

  /** The rule after which the contract is called. */
  Rule rule() {
    boolean permits = permits();
    List<Rule> deciding = voices().stream().filter(rule -> permits(rule) == permits).toList();
    return deciding.stream()
        .filter(rule -> rule.kind() != Rule.Kind.MONITORED)
        .findFirst()
        .orElse(deciding.get(0));
  }

  static boolean permits(Rule rule) {
    return rule.action() == Rule.Action.PERMIT;
  }

  /** What is left if others have a say too. */
  Segment and(Segment other) {
    return new Segment(
        services.intersect(other.services), join(from, other.from), join(to, other.to));
  }

  private List<Rule> voices() {
    return join(to, from);
  }

  private static List<Rule> join(List<Rule> one, List<Rule> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    List<Rule> joined = new ArrayList<>(one);
    other.stream().filter(rule -> !joined.contains(rule)).forEach(joined::add);
    return List.copyOf(joined);
  }
}
