package org.firebreak.core.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.service.PortRange;

/** Small packet filters with rules that overlap in every way, from a seed. */
final class RandomFilters {
  private static final Outcome[] OUTCOMES = {
    Outcome.PERMIT,
    Outcome.PERMIT,
    Outcome.PERMIT_LOG,
    Outcome.DENY,
    Outcome.DENY_LOG,
    Outcome.ALERT
  };

  private final Random random;
  private final List<AddressSet> sets = new ArrayList<>();
  private final List<Intervals> services = new ArrayList<>();

  RandomFilters(long seed) {
    random = new Random(seed);
    sets.addAll(
        List.of(
            AddressSet.ANY,
            AddressSet.of(AddressRange.ALL_V4),
            AddressSet.of(AddressRange.ALL_V6),
            AddressSet.parse(List.of("255.255.255.255", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")),
            AddressSet.parse(List.of("0.0.0.0/31", "::/127"))));
    for (int i = 0; i < 8; i++) {
      sets.add(addresses());
    }
    services.addAll(
        List.of(
            ServiceLine.ANY,
            ServiceLine.of(6),
            ServiceLine.of(1),
            ServiceLine.of(58),
            ServiceLine.of(50),
            Intervals.EMPTY));
    for (int i = 0; i < 6; i++) {
      services.add(ports());
    }
  }

  PacketFilter filter(String name, int most) {
    List<FilterRule> rules = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      rules.add(rule(name + rules.size()));
    }
    Outcome last = pick(List.of(OUTCOMES));
    return new PacketFilter(
        rules,
        new FilterRule(
            name + "-last", name, AddressSet.ANY, AddressSet.ANY, ServiceLine.ANY, last));
  }

  /** The same filter but for one rule or two. */
  PacketFilter changed(PacketFilter filter) {
    List<FilterRule> rules = new ArrayList<>(filter.rules());
    if (rules.isEmpty()) {
      return filter;
    }
    int at = random.nextInt(rules.size());
    switch (random.nextInt(3)) {
      case 0 -> rules.remove(at);
      case 1 -> rules.add(random.nextInt(rules.size()), rules.remove(at));
      default -> rules.set(at, rule("changed"));
    }
    return new PacketFilter(rules, filter.last());
  }

  AddressSet scope() {
    return pick(sets);
  }

  private FilterRule rule(String name) {
    return new FilterRule(
        name, name, pick(sets), pick(sets), pick(services), pick(List.of(OUTCOMES)));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private AddressSet addresses() {
    List<AddressRange> ranges = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int first = random.nextInt(12);
      int last = first + random.nextInt(12 - first);
      ranges.add(
          random.nextInt(3) > 0
              ? new AddressRange(Address.v4(0x0A000000 + first), Address.v4(0x0A000000 + last))
              : new AddressRange(
                  Address.v6(1L << 60, -6L + first),
                  Address.v6((1L << 60) + (last > 5 ? 1 : 0), -6L + last)));
    }
    return AddressSet.of(ranges);
  }

  private Intervals ports() {
    List<Intervals> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int first = random.nextInt(10);
      int protocol = new int[] {6, 17, 1, 58}[random.nextInt(4)];
      parts.add(ServiceLine.of(protocol, new PortRange(first, first + random.nextInt(10))));
    }
    return Intervals.union(parts);
  }
}
