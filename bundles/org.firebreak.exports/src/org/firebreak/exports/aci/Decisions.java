package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;

/** Makes decisions of ordered rules; what the same rules decide is the same object. */
final class Decisions {
  /** What matters of a rule once it is known to which addresses it applies. */
  private record Meaning(
      String id, Rule.Action action, boolean log, boolean inspected, Intervals services) {}

  private final Map<Rule, Integer> numbers = new IdentityHashMap<>();
  private final Map<Meaning, Integer> meanings = new HashMap<>();
  private final Map<Rule, Intervals> services = new IdentityHashMap<>();
  private final Map<List<Integer>, Decision> chains = new HashMap<>();
  private final Map<Decision, Map<Decision, Decision>> pairs = new HashMap<>();

  private final Map<String, Rule> hidden = new HashMap<>();

  /** For ids of rules of which nothing is left, a rule that decides in place of them. */
  Map<String, Rule> hidden() {
    return hidden;
  }

  /** Every service that a rule is for. */
  Intervals services(Rule rule) {
    return services.computeIfAbsent(
        rule, key -> key.services().isEmpty() ? ServiceLine.ANY : ServiceLine.of(key.services()));
  }

  private int number(Rule rule) {
    return numbers.computeIfAbsent(
        rule,
        key ->
            meanings.computeIfAbsent(
                new Meaning(
                    key.id(),
                    key.action(),
                    key.log(),
                    ContractPlanner.isInspected(key),
                    services(key)),
                added -> meanings.size()));
  }

  /**
   * What rules of one end decide.
   *
   * @param rules in order; one of them is for every service
   */
  Decision of(List<Rule> rules) {
    return chains.computeIfAbsent(
        rules.stream().map(this::number).toList(), numbers -> chain(rules));
  }

  private Decision chain(List<Rule> rules) {
    List<Segment> segments = new ArrayList<>();
    Intervals left = ServiceLine.ANY;
    for (Rule rule : rules) {
      Intervals decided = left.intersect(services(rule));
      boolean last = services(rule).equals(ServiceLine.ANY);
      if (last || !decided.isEmpty()) {
        List<Rule> voice = List.of(rule);
        boolean inbound = rule.direction() == Rule.Direction.INBOUND;
        segments.add(
            new Segment(decided, inbound ? List.of() : voice, inbound ? voice : List.of()));
      } else {
        segments.stream()
            .filter(each -> each.services().intersects(services(rule)))
            .findFirst()
            .ifPresent(each -> hidden.putIfAbsent(rule.id(), each.rule()));
      }
      if (last) {
        return new Decision(segments);
      }
      left = left.minus(services(rule));
    }
    throw new IllegalStateException("no rule is for every service");
  }

  /** What both permit. */
  Decision and(Decision one, Decision other) {
    if (one == null || other == null || one == other) {
      return one == null ? other : one;
    }
    return pairs
        .computeIfAbsent(one, key -> new HashMap<>())
        .computeIfAbsent(other, key -> both(one, other));
  }

  private static Decision both(Decision one, Decision other) {
    List<Segment> segments = new ArrayList<>();
    for (Segment left : one.segments()) {
      for (Segment right : other.segments()) {
        boolean rest = left == one.rest() && right == other.rest();
        if (rest || left.services().intersects(right.services())) {
          segments.add(left.and(right));
        }
      }
    }
    return new Decision(segments);
  }
}
