package org.firebreak.exports.linux;

import java.util.List;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.Rule;

/** What a chain does, one after the other; the first rule that matches decides. */
public sealed interface Step {
  /**
   * Matches one rule.
   *
   * @param settled sides that need no match, because a dispatch led here
   */
  record Match(Rule rule, Set<Side> settled) implements Step {}

  /**
   * Jumps to the chain that an address belongs to; continues where no rule there matches.
   *
   * @param ofServers whether all addresses are those of servers, none those of a network
   */
  record Dispatch(Side side, boolean ofServers, List<Branch> branches) implements Step {}

  /**
   * A chain for some addresses.
   *
   * @param id what tells it from its siblings
   * @param label name for people
   * @param ranges the addresses, sorted; those of different branches do not overlap
   */
  record Branch(String id, String label, List<AddressRange> ranges, List<Step> steps) {}
}
