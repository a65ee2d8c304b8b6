package org.firebreak.core.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.progress.Progress;
import org.junit.jupiter.api.Test;

class FilterComparisonTest {
  private static final int SEEDS = 400;

  @Test
  void findsThePairsOfRulesThatAWalkOverAllConnectionsFinds() {
    int equal = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomFilters random = new RandomFilters(seed);
      PacketFilter expected = random.filter("e", 8);
      PacketFilter actual = seed % 2 == 0 ? random.changed(expected) : random.filter("a", 8);
      ComparisonScope scope =
          new ComparisonScope(
              seed % 3 == 0 ? random.scope() : AddressSet.ANY,
              seed % 5 == 0 ? random.scope() : AddressSet.ANY,
              seed % 4 != 0,
              seed % 7 != 0);
      FilterDifferences found =
          FilterComparison.compare(expected, actual, scope, 1000, Progress.NONE);
      Set<String> differing = byWalking(expected, actual, scope);
      assertThat(found.first().stream().map(FilterComparisonTest::pair))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(differing);
      assertThat(found.count()).isEqualTo(differing.size());
      found.first().forEach(difference -> assertIsOne(difference, expected, actual, scope));
      equal += differing.isEmpty() ? 1 : 0;
    }
    assertThat(equal).isBetween(SEEDS / 20, SEEDS * 3 / 4);
  }

  @Test
  void aFilterEqualsItself() {
    for (long seed = 0; seed < SEEDS; seed++) {
      PacketFilter filter = new RandomFilters(seed).filter("e", 30);
      assertThat(
              FilterComparison.compare(filter, filter, ComparisonScope.ALL, 1, Progress.NONE)
                  .isEmpty())
          .isTrue();
    }
  }

  @Test
  void exampleIsFamiliar() {
    AddressSet web = AddressSet.parse(List.of("10.0.0.0/24"));
    AddressSet host = AddressSet.parse(List.of("10.0.1.0/24", "192.0.2.9"));
    PacketFilter expected = filter(web, host, ServiceLine.ANY, Outcome.PERMIT);
    PacketFilter actual = filter(web, host, ServiceLine.of(1), Outcome.PERMIT);

    FilterDifferences found =
        FilterComparison.compare(expected, actual, ComparisonScope.ALL, 1, Progress.NONE);

    assertThat(found.count()).isEqualTo(1);
    assertThat(found.first().get(0).connection()).isEqualTo("10.0.0.1 → 192.0.2.9 tcp/1");
  }

  @Test
  void countsMoreThanItKeeps() {
    List<FilterRule> rules = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      AddressSet each = AddressSet.of(AddressRange.of(Address.v4(i)));
      rules.add(new FilterRule("r" + i, "", each, each, ServiceLine.ANY, Outcome.PERMIT));
    }
    FilterDifferences found =
        FilterComparison.compare(
            new PacketFilter(rules, last(Outcome.DENY)),
            new PacketFilter(List.of(), last(Outcome.DENY)),
            ComparisonScope.ALL,
            100,
            Progress.NONE);
    assertThat(found.count()).isEqualTo(300);
    assertThat(found.first()).hasSize(100);
    assertThat(found.first().get(1).expected().name()).isEqualTo("r1");
  }

  private static PacketFilter filter(
      AddressSet source, AddressSet destination, Intervals services, Outcome outcome) {
    return new PacketFilter(
        List.of(new FilterRule("r", "", source, destination, services, outcome)),
        last(Outcome.DENY));
  }

  private static FilterRule last(Outcome outcome) {
    return new FilterRule("last", "", AddressSet.ANY, AddressSet.ANY, ServiceLine.ANY, outcome);
  }

  private static String pair(FilterDifference difference) {
    return difference.expected().name() + "/" + difference.actual().name();
  }

  /** The example is decided by both rules as they say, and differently. */
  private static void assertIsOne(
      FilterDifference difference,
      PacketFilter expected,
      PacketFilter actual,
      ComparisonScope scope) {
    Address source = difference.source();
    Address destination = difference.destination();
    assertThat(scope.source().contains(source)).isTrue();
    assertThat(scope.destination().contains(destination)).isTrue();
    assertThat(source.v6()).isEqualTo(destination.v6());
    FilterRule one = decide(expected, source, destination, difference.point());
    FilterRule other = decide(actual, source, destination, difference.point());
    assertThat(one).isSameAs(difference.expected());
    assertThat(other).isSameAs(difference.actual());
  }

  private static Set<String> byWalking(
      PacketFilter expected, PacketFilter actual, ComparisonScope scope) {
    Set<Address> addresses = new TreeSet<>();
    Set<Integer> points = new TreeSet<>();
    for (PacketFilter filter : List.of(expected, actual)) {
      for (FilterRule rule : filter.rules()) {
        addBorders(rule.source(), addresses);
        addBorders(rule.destination(), addresses);
        for (int i = 0; i < rule.services().count(); i++) {
          points.add(rule.services().from(i));
          points.add(Math.min(rule.services().to(i), (1 << 24) - 1));
        }
      }
    }
    addBorders(scope.source(), addresses);
    addBorders(scope.destination(), addresses);
    points.addAll(List.of(0, 1 << 16, 2 << 16, 58 << 16, 59 << 16));
    Set<String> pairs = new TreeSet<>();
    for (Address source : addresses) {
      for (Address destination : addresses) {
        if (source.v6() == destination.v6()
            && scope.source().contains(source)
            && scope.destination().contains(destination)) {
          for (int point : points) {
            if (ServiceLine.protocol(point) != (source.v6() ? 1 : 58)) {
              FilterRule one = decide(expected, source, destination, point);
              FilterRule other = decide(actual, source, destination, point);
              if (!scope.of(one.outcome()).equals(scope.of(other.outcome()))) {
                pairs.add(one.name() + "/" + other.name());
              }
            }
          }
        }
      }
    }
    return pairs;
  }

  private static FilterRule decide(
      PacketFilter filter, Address source, Address destination, int point) {
    return filter.rules().stream()
        .filter(
            rule ->
                rule.source().contains(source)
                    && rule.destination().contains(destination)
                    && rule.services().next(point) == point)
        .findFirst()
        .orElse(filter.last());
  }

  /** The first and last addresses of all ranges and the next ones stand for all between them. */
  private static void addBorders(AddressSet set, Set<Address> addresses) {
    addresses.add(Address.v4(0));
    addresses.add(Address.v6(0, 0));
    for (AddressRange range : set.ranges()) {
      addresses.add(range.first());
      if (!range.v6() && range.last().low() != 0xFFFF_FFFFL) {
        addresses.add(Address.v4((int) range.last().low() + 1));
      } else if (range.v6() && range.last().low() != -1) {
        addresses.add(Address.v6(range.last().high(), range.last().low() + 1));
      }
    }
  }
}
