package org.firebreak.core.packets;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.core.address.Address;
import org.firebreak.core.progress.Progress;

/**
 * Compares two packet filters over the whole space of new connections, exactly: every source,
 * destination, protocol and port, or type and code of ICMP.
 *
 * <pre>
 * sets of both filters -> AddressClasses of sources, and of destinations
 * class of sources     -> the rules that apply to it
 *   class of destinations that those rules tell apart -> the few rules that apply to both
 *     RuleChains -> first match over protocols and ports, remembered by what the rules say
 * </pre>
 *
 * That is a firewall decision diagram (Gouda and Liu, 2007) of three levels whose nodes are made
 * when they are needed and shared. ICMP is compared with IPv4 alone, ICMPv6 with IPv6 alone: hosts
 * ignore them elsewhere.
 */
public final class FilterComparison {
  /** Differences that are enough for people. */
  public static final int FOR_PEOPLE = 100;

  private final RuleTable rules;
  private final RuleChains chains;
  private final AddressClasses sources;
  private final AddressClasses destinations;

  /** Rules for each class of destinations, of those rules that do not apply to all classes. */
  private final IntList[] byDestination;

  private final IntList touched = new IntList();
  private final Found found;

  private FilterComparison(RuleTable rules, ComparisonScope scope, boolean v6, Found found) {
    this.rules = rules;
    this.found = found;
    chains = new RuleChains(rules, v6);
    sources = new AddressClasses(rules.sourceSets(), scope.source(), v6);
    destinations = new AddressClasses(rules.destinationSets(), scope.destination(), v6);
    byDestination = new IntList[destinations.count()];
    Arrays.setAll(byDestination, destination -> new IntList());
  }

  /**
   * Finds all pairs of rules that decide some connection differently.
   *
   * @param kept how many differences the result has at most; the others are counted
   * @throws org.firebreak.core.progress.CancelledException if the user cancelled
   */
  public static FilterDifferences compare(
      PacketFilter expected,
      PacketFilter actual,
      ComparisonScope scope,
      int kept,
      Progress progress) {
    RuleTable rules = new RuleTable(expected, actual, scope);
    Found found = new Found(kept);
    for (boolean v6 : new boolean[] {false, true}) {
      new FilterComparison(rules, scope, v6, found).run(progress);
    }
    return new FilterDifferences(List.copyOf(found.first.values()), found.pairs.size());
  }

  private void run(Progress progress) {
    int[][] bySet = rules.bySourceSet();
    for (int source = 0; source < sources.count() && destinations.count() > 0; source++) {
      progress.check();
      IntList apply = new IntList();
      for (int set : sources.setsOf(source)) {
        for (int rule : bySet[set]) {
          apply.add(rule);
        }
      }
      apply.sort();
      compare(source, apply);
    }
  }

  private void compare(int source, IntList apply) {
    IntList everywhere = new IntList();
    for (int i = 0; i < apply.size(); i++) {
      int rule = apply.get(i);
      int[] classes = destinations.classesOf(rules.destinationSet(rule));
      if (classes.length == destinations.count()) {
        everywhere.add(rule);
      } else {
        for (int destination : classes) {
          if (byDestination[destination].size() == 0) {
            touched.add(destination);
          }
          byDestination[destination].add(rule);
        }
      }
    }
    for (int i = 0; i < touched.size(); i++) {
      compare(source, touched.get(i), everywhere);
    }
    if (touched.size() < destinations.count()) {
      compare(source, firstUntouched(), everywhere);
    }
    for (int i = 0; i < touched.size(); i++) {
      byDestination[touched.get(i)].clear();
    }
    touched.clear();
  }

  private int firstUntouched() {
    int destination = 0;
    while (byDestination[destination].size() > 0) {
      destination++;
    }
    return destination;
  }

  private void compare(int source, int destination, IntList everywhere) {
    for (RuleChains.Conflict conflict : chains.conflicts(everywhere, byDestination[destination])) {
      found.add(conflict, sources.example(source), destinations.example(destination), rules);
    }
  }

  /** The pairs of rules that differ, and an example for the first of them. */
  private static final class Found {
    private final int kept;
    private final Set<Long> pairs = new HashSet<>();
    private final TreeMap<Long, FilterDifference> first = new TreeMap<>();

    Found(int kept) {
      this.kept = kept;
    }

    void add(RuleChains.Conflict conflict, Address source, Address destination, RuleTable rules) {
      long pair = (long) conflict.expected() << 32 | conflict.actual();
      if (pairs.add(pair)) {
        FilterRule expected = rules.rule(conflict.expected());
        FilterRule actual = rules.rule(conflict.actual());
        first.put(
            pair, new FilterDifference(expected, actual, source, destination, conflict.point()));
        if (first.size() > kept) {
          first.pollLastEntry();
        }
      }
    }
  }
}
