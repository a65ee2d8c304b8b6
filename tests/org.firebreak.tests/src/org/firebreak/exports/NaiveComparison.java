package org.firebreak.exports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
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
    Set<Address> peers = new TreeSet<>();
    Set<Integer> points = new TreeSet<>(Set.of(0, 1 << 16, 2 << 16, 58 << 16, 59 << 16));
    for (PacketFilter filter : List.of(one, other)) {
      for (FilterRule rule : filter.rules()) {
        addBorders(rule.source(), peers);
        addBorders(rule.destination(), peers);
        for (int i = 0; i < rule.services().count(); i++) {
          points.add(rule.services().from(i));
          points.add(Math.min(rule.services().to(i), (1 << 24) - 1));
        }
      }
    }
    // without the server itself, what lies behind its addresses is a range of its own
    server.addresses().forEach(own -> addBorders(AddressSet.of(AddressRange.of(own)), peers));
    peers.removeAll(server.addresses());
    for (Address own : server.addresses()) {
      for (Address peer : peers) {
        if (own.v6() == peer.v6()) {
          boolean in = direction == Rule.Direction.INBOUND;
          List<FilterRule> left = between(one, in ? peer : own, in ? own : peer);
          List<FilterRule> right = between(other, in ? peer : own, in ? own : peer);
          for (int point : points) {
            if (ServiceLine.protocol(point) != (own.v6() ? 1 : 58)
                && !decide(left, one, point).equals(decide(right, other, point))) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static List<FilterRule> between(PacketFilter filter, Address from, Address to) {
    return filter.rules().stream()
        .filter(rule -> rule.source().contains(from) && rule.destination().contains(to))
        .toList();
  }

  private Outcome decide(List<FilterRule> rules, PacketFilter filter, int point) {
    Outcome outcome = filter.last().outcome();
    for (FilterRule rule : rules) {
      if (rule.services().next(point) == point) {
        outcome = rule.outcome();
        break;
      }
    }
    return logs ? outcome : new Outcome(outcome.permits(), false, false);
  }

  private static void addBorders(AddressSet set, Set<Address> addresses) {
    addresses.add(Address.v4(0));
    addresses.add(Address.v6(0, 0));
    for (AddressRange range : set.ranges()) {
      addresses.add(range.first());
      if (range.v6() && range.last().low() != -1) {
        addresses.add(Address.v6(range.last().high(), range.last().low() + 1));
      } else if (!range.v6() && range.last().low() != 0xFFFF_FFFFL) {
        addresses.add(Address.v4((int) range.last().low() + 1));
      }
    }
  }
}
