package org.firebreak.core.packets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.service.IpProtocols;

/**
 * Compares the rules that apply between two addresses of one family. What was found is remembered
 * by services and outcomes of the rules, which recur between many addresses.
 */
final class RuleChains {
  private static final Intervals V4 = ServiceLine.ANY.minus(ServiceLine.of(IpProtocols.ICMPV6));
  private static final Intervals V6 = ServiceLine.ANY.minus(ServiceLine.of(IpProtocols.ICMP));

  /**
   * A connection that two rules decide differently.
   *
   * @param point its protocol and port
   */
  record Conflict(int expected, int actual, int point) {}

  /** The same with positions among the rules that apply. */
  private record Found(int expected, int actual, int point) {}

  private record Key(int[] meanings) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && Arrays.equals(meanings, that.meanings);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(meanings);
    }
  }

  private final RuleTable rules;
  private final Intervals all;
  private final Map<Key, List<Found>> known = new HashMap<>();
  private final IntList expected = new IntList();
  private final IntList actual = new IntList();

  RuleChains(RuleTable rules, boolean v6) {
    this.rules = rules;
    all = v6 ? V6 : V4;
  }

  /** Compares the rules of two sorted lists taken together. */
  List<Conflict> conflicts(IntList everywhere, IntList here) {
    merge(everywhere, here);
    int[] meanings = new int[expected.size() + actual.size() + 1];
    int next = 0;
    for (int i = 0; i < expected.size(); i++) {
      meanings[next++] = rules.meaning(expected.get(i));
    }
    meanings[next++] = -1;
    for (int i = 0; i < actual.size(); i++) {
      meanings[next++] = rules.meaning(actual.get(i));
    }
    List<Found> found = known.computeIfAbsent(new Key(meanings), key -> compare());
    if (found.isEmpty()) {
      return List.of();
    }
    List<Conflict> conflicts = new ArrayList<>(found.size());
    for (Found each : found) {
      conflicts.add(
          new Conflict(expected.get(each.expected()), actual.get(each.actual()), each.point()));
    }
    return conflicts;
  }

  /** Rules after one that takes every protocol are never reached. */
  private void merge(IntList everywhere, IntList here) {
    expected.clear();
    actual.clear();
    int i = 0;
    int j = 0;
    boolean[] ended = new boolean[2];
    while (i < everywhere.size() || j < here.size()) {
      boolean left = j == here.size() || i < everywhere.size() && everywhere.get(i) < here.get(j);
      int rule = left ? everywhere.get(i++) : here.get(j++);
      int side = rules.isExpected(rule) ? 0 : 1;
      if (!ended[side]) {
        (side == 0 ? expected : actual).add(rule);
        ended[side] = rules.services(rule).equals(ServiceLine.ANY);
      }
    }
  }

  private List<Found> compare() {
    List<ServiceCells.Cell> left = cells(expected);
    List<ServiceCells.Cell> right = cells(actual);
    Map<Long, List<Intervals>> differing = new HashMap<>();
    List<Long> order = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      ServiceCells.Cell one = left.get(i);
      ServiceCells.Cell other = right.get(j);
      int from = Math.max(one.from(), other.from());
      int to = Math.min(one.to(), other.to());
      if (from < to
          && rules.outcome(expected.get(one.rule())) != rules.outcome(actual.get(other.rule()))) {
        long pair = (long) one.rule() << 32 | other.rule();
        differing
            .computeIfAbsent(
                pair,
                key -> {
                  order.add(key);
                  return new ArrayList<>();
                })
            .add(Intervals.of(from, to));
      }
      if (one.to() == to) {
        i++;
      }
      if (other.to() == to) {
        j++;
      }
    }
    List<Found> found = new ArrayList<>();
    for (long pair : order) {
      int point = ServiceLine.familiar(Intervals.union(differing.get(pair)));
      found.add(new Found((int) (pair >>> 32), (int) pair, point));
    }
    return found;
  }

  private List<ServiceCells.Cell> cells(IntList chain) {
    List<Intervals> services = new ArrayList<>(chain.size());
    for (int i = 0; i < chain.size(); i++) {
      services.add(rules.services(chain.get(i)));
    }
    return ServiceCells.of(services, all);
  }
}
