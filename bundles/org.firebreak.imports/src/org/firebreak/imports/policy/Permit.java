package org.firebreak.imports.policy;

import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.rulebase.chains.Box;

/**
 * Connections that a filter permits, all of them.
 *
 * @param rule the rule that permits them
 * @param box which they are
 */
record Permit(FilterRule rule, Box box) {
  Permit with(AddressSet source, AddressSet destination, Intervals services) {
    return new Permit(rule, new Box(source, destination, services));
  }
}
