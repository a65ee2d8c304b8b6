package org.firebreak.ui.policy;

import java.util.List;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/**
 * A rule in the list.
 *
 * @param number place in its rule set, from 1
 */
record RuleRow(RuleSet set, int number, Rule rule) {
  /** What the row is known by after a change of the design. */
  Object identity() {
    return List.of(set.id(), rule.id());
  }
}
