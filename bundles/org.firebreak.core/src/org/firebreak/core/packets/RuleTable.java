package org.firebreak.core.packets;

import java.util.Arrays;
import java.util.List;
import org.firebreak.core.address.AddressSet;

/** The rules of two filters, one after the other, with numbers for what they have in common. */
final class RuleTable {
  private final FilterRule[] rules;
  private final int ofExpected;
  private final Numbering<AddressSet> sources = new Numbering<>();
  private final Numbering<AddressSet> destinations = new Numbering<>();
  private final Numbering<Intervals> services = new Numbering<>();
  private final int[] source;
  private final int[] destination;
  private final int[] service;
  private final int[] outcome;

  RuleTable(PacketFilter expected, PacketFilter actual, ComparisonScope scope) {
    ofExpected = expected.rules().size() + 1;
    rules = new FilterRule[ofExpected + actual.rules().size() + 1];
    fill(expected, 0);
    fill(actual, ofExpected);
    source = new int[rules.length];
    destination = new int[rules.length];
    service = new int[rules.length];
    outcome = new int[rules.length];
    for (int i = 0; i < rules.length; i++) {
      boolean last = i == ofExpected - 1 || i == rules.length - 1;
      source[i] = sources.of(last ? AddressSet.ANY : rules[i].source());
      destination[i] = destinations.of(last ? AddressSet.ANY : rules[i].destination());
      service[i] = services.of(last ? ServiceLine.ANY : rules[i].services());
      Outcome compared = scope.of(rules[i].outcome());
      outcome[i] =
          (compared.permits() ? 4 : 0) + (compared.logs() ? 2 : 0) + (compared.alerts() ? 1 : 0);
    }
  }

  private void fill(PacketFilter filter, int from) {
    int next = from;
    for (FilterRule rule : filter.rules()) {
      rules[next++] = rule;
    }
    rules[next] = filter.last();
  }

  FilterRule rule(int index) {
    return rules[index];
  }

  boolean isExpected(int rule) {
    return rule < ofExpected;
  }

  List<AddressSet> sourceSets() {
    return sources.values();
  }

  List<AddressSet> destinationSets() {
    return destinations.values();
  }

  int destinationSet(int rule) {
    return destination[rule];
  }

  /** A number that rules with the same services and outcome share. */
  int meaning(int rule) {
    return service[rule] * 8 + outcome[rule];
  }

  int outcome(int rule) {
    return outcome[rule];
  }

  Intervals services(int rule) {
    return services.values().get(service[rule]);
  }

  /** The rules of each set of sources, in order. */
  int[][] bySourceSet() {
    IntList[] lists = new IntList[sources.values().size()];
    Arrays.setAll(lists, set -> new IntList());
    for (int rule = 0; rule < rules.length; rule++) {
      lists[source[rule]].add(rule);
    }
    return Arrays.stream(lists).map(IntList::toArray).toArray(int[][]::new);
  }
}
