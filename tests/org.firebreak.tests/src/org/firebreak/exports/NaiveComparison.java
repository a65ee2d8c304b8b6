package org.firebreak.exports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;

/**
 * Whether two rule bases differ at some server, found by walking over one connection of each kind
 * that their rules can tell apart.
 */
public final class NaiveComparison {
  private final CompiledPolicy policy;
  private final boolean logs;

  /**
   * @param logs whether log entries and alerts matter
   */
  public NaiveComparison(CompiledPolicy policy, boolean logs) {
    this.policy = policy;
    this.logs = logs;
  }

  /** Whether some server decides something else. */
  public boolean differ(RuleBase one, RuleBase other) {
    Map<String, PacketFilter> left = byHost(one);
    Map<String, PacketFilter> right = byHost(other);
    for (PolicyServer server : policy.servers()) {
      for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
        String key = server.ref().id() + direction;
        if (left.containsKey(key) != right.containsKey(key)
            || left.containsKey(key) && differ(left.get(key), right.get(key), server, direction)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, PacketFilter> byHost(RuleBase base) {
    Map<String, PacketFilter> filters = new HashMap<>();
    for (PlacedFilter filter : base.filters()) {
      filter.hosts().forEach(host -> filters.put(host + filter.direction(), filter.filter()));
    }
    return filters;
  }

  private boolean differ(
      PacketFilter one, PacketFilter other, PolicyServer server, Rule.Direction direction) {
    ConnectionKinds kinds = new ConnectionKinds(List.of(one, other));
    // without the server itself, what lies behind its addresses is a range of its own
    server.addresses().forEach(own -> kinds.addBorders(AddressSet.of(AddressRange.of(own))));
    Set<Address> peers = kinds.addresses();
    peers.removeAll(server.addresses());
    boolean in = direction == Rule.Direction.INBOUND;
    return kinds
        .find(
            in ? peers : server.addresses(),
            in ? server.addresses() : peers,
            outcomes -> !seen(outcomes.get(0)).equals(seen(outcomes.get(1))))
        .isPresent();
  }

  private Outcome seen(Outcome outcome) {
    return logs ? outcome : new Outcome(outcome.permits(), false, false);
  }
}
