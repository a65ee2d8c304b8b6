package org.firebreak.imports.policy;

import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.rulebase.chains.ChainFlattener;

/** Address families of which a rule base does not speak. */
final class Unfiltered {
  private Unfiltered() {}

  /** Whether the filter permits in the end only what no chain sees. */
  static boolean is(PacketFilter filter) {
    return filter.last().outcome().permits()
        && filter.last().name().equals(ChainFlattener.UNFILTERED);
  }

  /** Whether the filter decides about connections of IPv6, or else of IPv4. */
  static boolean speaksOf(PacketFilter filter, boolean v6) {
    return !is(filter) || filter.rules().stream().anyMatch(rule -> isOf(rule, v6));
  }

  private static boolean isOf(FilterRule rule, boolean v6) {
    return v6
        ? !rule.source().v6().isEmpty() && !rule.destination().v6().isEmpty()
        : !rule.source().v4().isEmpty() && !rule.destination().v4().isEmpty();
  }
}
