package org.firebreak.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;

/**
 * Connections at the borders of what the rules of some packet filters match, at random. They find
 * differences between filters without the comparison whose work they judge.
 */
public final class Probes {
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int PROTOCOLS = 256;
  private static final int PORTS = 65_536;

  /** A new connection; {@code point} is its protocol and port on the line of services. */
  public record Probe(Address source, Address destination, int point) {}

  private final List<FilterRule> rules = new ArrayList<>();
  private final Map<AddressSet, List<Address>> borders = new IdentityHashMap<>();
  private final Random random;

  public Probes(Collection<PacketFilter> filters, Random random) {
    filters.forEach(filter -> rules.addAll(filter.rules()));
    this.random = random;
  }

  /** The next connection; both of its addresses are of one family. */
  public Probe next() {
    while (true) {
      if (rules.isEmpty()) {
        return new Probe(Address.v4(random.nextInt()), Address.v4(random.nextInt()), tcp(443));
      }
      FilterRule rule = any(rules);
      Address source = any(borders(random.nextInt(4) == 0 ? any(rules).source() : rule.source()));
      Address destination =
          any(borders(random.nextInt(4) == 0 ? any(rules).destination() : rule.destination()));
      int point = point(random.nextInt(4) == 0 ? any(rules).services() : rule.services());
      int foreign = source.v6() ? ICMP : ICMPV6;
      if (source.v6() == destination.v6() && ServiceLine.protocol(point) != foreign) {
        return new Probe(source, destination, point);
      }
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static int tcp(int port) {
    return 6 * PORTS + port;
  }

  private int point(Intervals services) {
    if (services.isEmpty()) {
      return tcp(random.nextInt(PORTS));
    }
    int interval = random.nextInt(services.count());
    int from = services.from(interval);
    int to = services.to(interval); // exclusive
    int point =
        switch (random.nextInt(5)) {
          case 0 -> from - 1;
          case 1 -> to;
          case 2 -> to - 1;
          case 3 -> from + random.nextInt(to - from);
          default -> from;
        };
    return Math.clamp(point, 0, PROTOCOLS * PORTS - 1);
  }

  /** First and last addresses of the ranges of a set, and those right outside. */
  private List<Address> borders(AddressSet set) {
    return borders.computeIfAbsent(
        set,
        key -> {
          List<Address> all = new ArrayList<>();
          for (AddressRange range : key.ranges()) {
            all.add(range.first());
            all.add(range.last());
            all.add(beside(range.first(), -1));
            all.add(beside(range.last(), 1));
          }
          if (all.isEmpty()) {
            all.add(Address.v4(0));
          }
          return all;
        });
  }

  private static Address beside(Address address, int step) {
    return address.v6()
        ? Address.v6(address.high(), address.low() + step)
        : Address.v4((int) address.low() + step);
  }

  /** What a filter does with a connection. */
  public static Outcome decide(PacketFilter filter, Probe probe) {
    for (FilterRule rule : filter.rules()) {
      if (rule.services().next(probe.point()) == probe.point()
          && rule.source().contains(probe.source())
          && rule.destination().contains(probe.destination())) {
        return rule.outcome();
      }
    }
    return filter.last().outcome();
  }
}
