package org.firebreak.exports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;

/**
 * Which connections between servers, and between them and the outside, the filters at both ends let
 * pass. A server without filter lets everything pass.
 */
public final class OpenPairs {
  private static final int[] POINTS = {
    point(6, 22),
    point(6, 53),
    point(6, 80),
    point(6, 81),
    point(6, 443),
    point(6, 514),
    point(6, 3389),
    point(6, 8050),
    point(6, 9000),
    point(6, 65_000),
    point(17, 53),
    point(17, 514),
    point(17, 9),
    point(1, 8 << 8),
    point(1, 13 << 8),
    point(58, 128 << 8),
    point(132, 36_412),
    point(132, 9),
    point(50, 0),
    point(47, 0)
  };

  /**
   * One address.
   *
   * @param server id of its server; {@code null} outside
   */
  private record End(String server, Address address) {}

  private final List<End> ends = new ArrayList<>();

  /**
   * @param policy whose servers are looked at
   */
  public OpenPairs(CompiledPolicy policy) {
    policy
        .servers()
        .forEach(
            server ->
                server
                    .addresses()
                    .forEach(address -> ends.add(new End(server.ref().id(), address))));
    for (String outside : List.of("192.0.2.1", "198.51.100.7", "8.8.8.8", "2001:db8:ffff::1")) {
      ends.add(new End(null, Address.parse(outside)));
    }
  }

  private static int point(int protocol, int offset) {
    return protocol * 65_536 + offset;
  }

  /** The open connections as numbers. */
  public BitSet of(RuleBase base) {
    Map<String, PacketFilter> filters = new HashMap<>();
    for (PlacedFilter filter : base.filters()) {
      filter.hosts().forEach(host -> filters.put(host + filter.direction(), filter.filter()));
    }
    BitSet open = new BitSet();
    for (int s = 0; s < ends.size(); s++) {
      End source = ends.get(s);
      PacketFilter out = filters.get(source.server() + Rule.Direction.OUTBOUND.name());
      List<FilterRule> leaving =
          out == null
              ? null
              : out.rules().stream().filter(r -> r.source().contains(source.address())).toList();
      for (int d = 0; d < ends.size(); d++) {
        End destination = ends.get(d);
        PacketFilter in = filters.get(destination.server() + Rule.Direction.INBOUND.name());
        if (source.address().v6() == destination.address().v6() && s != d) {
          List<FilterRule> sent = leaving == null ? null : to(leaving, destination);
          List<FilterRule> received =
              in == null
                  ? null
                  : to(in.rules(), destination).stream()
                      .filter(rule -> rule.source().contains(source.address()))
                      .toList();
          for (int p = 0; p < POINTS.length; p++) {
            if (permits(sent, out, POINTS[p]) && permits(received, in, POINTS[p])) {
              open.set((s * ends.size() + d) * POINTS.length + p);
            }
          }
        }
      }
    }
    return open;
  }

  private static List<FilterRule> to(List<FilterRule> rules, End destination) {
    return rules.stream()
        .filter(rule -> rule.destination().contains(destination.address()))
        .toList();
  }

  private static boolean permits(List<FilterRule> rules, PacketFilter filter, int point) {
    if (rules == null) {
      return true;
    }
    for (FilterRule rule : rules) {
      if (rule.services().next(point) == point) {
        return rule.outcome().permits();
      }
    }
    return filter.last().outcome().permits();
  }

  /** The connection with a number. */
  public String text(int number) {
    int point = POINTS[number % POINTS.length];
    int pair = number / POINTS.length;
    return ends.get(pair / ends.size())
        + " → "
        + ends.get(pair % ends.size())
        + " "
        + point / 65_536
        + "/"
        + point % 65_536;
  }
}
