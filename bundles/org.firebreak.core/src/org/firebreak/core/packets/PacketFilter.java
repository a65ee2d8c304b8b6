package org.firebreak.core.packets;

import java.util.List;

/**
 * What an enforcement point does with new connections in one direction: the first rule that matches
 * decides. Replies are permitted by state and not spoken of.
 *
 * @param rules rules in the order in which they are tried
 * @param last what becomes of a connection that none of them matches; it matches everything
 */
public record PacketFilter(List<FilterRule> rules, FilterRule last) {
  public PacketFilter {
    rules = List.copyOf(rules);
  }
}
