package org.firebreak.exports.linux;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/**
 * What becomes of connections that are established already when a server is cut off. Everywhere
 * else they keep running; but who is in a compromised server now must not stay there. So the rules
 * of the quarantine, and all rules of a quarantined host, also hold for packets of established
 * connections, by the way in which these were opened.
 */
public final class CutConnections {
  /**
   * A rule for packets of established connections.
   *
   * @param reply whether it is for packets against the direction in which the connection was
   *     opened; source and destination of the rule are those of the packets
   */
  public record Cut(boolean reply, Rule rule) {}

  private CutConnections() {}

  /** The rules of a chain, in order, before established connections are accepted. */
  public static List<Cut> of(RuleSet set, Rule.Direction direction) {
    List<Cut> cuts = new ArrayList<>();
    for (Rule rule : rules(set, direction)) {
      cuts.add(new Cut(false, of(rule, rule.source(), rule.destination())));
    }
    for (Rule rule : rules(set, opposite(direction))) {
      cuts.add(new Cut(true, of(rule, rule.destination(), rule.source())));
    }
    return cuts;
  }

  /** The direction of connections of which replies pass a chain. */
  private static Rule.Direction opposite(Rule.Direction direction) {
    return switch (direction) {
      case FORWARD -> Rule.Direction.FORWARD;
      case INBOUND -> Rule.Direction.OUTBOUND;
      case OUTBOUND -> Rule.Direction.INBOUND;
    };
  }

  private static List<Rule> rules(RuleSet set, Rule.Direction direction) {
    List<PolicyServer> servers = set.servers();
    if (!servers.isEmpty() && servers.stream().allMatch(PolicyServer::quarantined)) {
      return set.rules(direction);
    }
    return set.rules(direction).stream()
        .filter(rule -> rule.kind() == Rule.Kind.QUARANTINE)
        .toList();
  }

  /** Without a log entry, as each packet would leave one. */
  private static Rule of(Rule rule, AddressGroup source, AddressGroup destination) {
    return new Rule(
        rule.id(),
        rule.kind(),
        rule.direction(),
        source,
        destination,
        rule.services(),
        rule.action(),
        false,
        null,
        rule.inspection(),
        rule.origins());
  }
}
