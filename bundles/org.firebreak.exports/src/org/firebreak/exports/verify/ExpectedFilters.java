package org.firebreak.exports.verify;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/** Rule sets of the compiled policy as packet filters. */
final class ExpectedFilters {
  private ExpectedFilters() {}

  /** What a rule set says of one direction. */
  static PacketFilter of(RuleSet set, Rule.Direction direction) {
    List<FilterRule> rules = new ArrayList<>();
    for (Rule rule : set.rules(direction)) {
      rules.add(
          new FilterRule(
              rule.id(),
              set.name(),
              rule.source().addresses(),
              rule.destination().addresses(),
              rule.services().isEmpty() ? ServiceLine.ANY : ServiceLine.of(rule.services()),
              new Outcome(rule.action() == Rule.Action.PERMIT, rule.log(), rule.alert() != null)));
    }
    FilterRule last =
        new FilterRule(
            "no rule",
            set.name(),
            AddressSet.ANY,
            AddressSet.ANY,
            ServiceLine.ANY,
            Outcome.DENY_LOG);
    return new PacketFilter(rules, last);
  }
}
