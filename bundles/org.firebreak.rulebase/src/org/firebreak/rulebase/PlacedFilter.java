package org.firebreak.rulebase;

import java.util.List;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.Rule;

/**
 * A packet filter and where it is in force.
 *
 * @param name name for people, for instance of the firewall, chain or security group
 * @param ruleSet id of the rule set of the compiled policy as the ownership mark tells it; {@code
 *     null} if the rule base is not ours or one file serves several rule sets
 * @param hosts the hosts at which it is in force, by model id if the rule base carries it, else by
 *     name; empty for a central firewall
 * @param direction through a central firewall, into the hosts or out of them. On the own side of a
 *     host's rules, the addresses of the host or any address
 */
public record PlacedFilter(
    String name,
    String ruleSet,
    List<String> hosts,
    Rule.Direction direction,
    PacketFilter filter) {
  public PlacedFilter {
    hosts = List.copyOf(hosts);
  }
}
