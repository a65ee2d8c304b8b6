package org.firebreak.core.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many servers each class reaches by one connection. */
final class DirectReach {
  private final ReachGraph graph;

  DirectReach(ReachGraph graph) {
    this.graph = graph;
  }

  /**
   * Counts.
   *
   * @param closed gates that nobody passes
   * @return for each class how many other servers one of its servers can connect to
   */
  int[] reached(BitSet closed) {
    int[] reached = new int[graph.classes.count()];
    byTargets(closed)
        .forEach(
            (sets, members) -> {
              BitSet union = union(sets);
              int sum = union.stream().map(each -> graph.classes.sizes[each]).sum();
              for (int each : members) {
                reached[each] = sum - (union.get(each) ? 1 : 0);
              }
            });
    return reached;
  }

  /**
   * Which pairs of classes are connected.
   *
   * @param closed gates that nobody passes
   * @param pairs first and second class of each
   * @return the pairs of which a server of the first class can connect to others of the second
   */
  BitSet reached(BitSet closed, List<int[]> pairs) {
    BitSet reached = new BitSet();
    int of = -1;
    BitSet union = new BitSet();
    for (int i = 0; i < pairs.size(); i++) {
      int from = pairs.get(i)[0];
      if (from != of) {
        union = union(sets(from, closed));
        of = from;
      }
      reached.set(i, union.get(pairs.get(i)[1]));
    }
    return reached;
  }

  private BitSet sets(int from, BitSet closed) {
    BitSet sets = new BitSet();
    for (int gate : graph.gatesOf[from]) {
      if (!closed.get(gate)) {
        graph.links.get(gate).forEach(link -> sets.set(link.targets()));
      }
    }
    return sets;
  }

  /** Classes that lead to the same sets of targets count once. */
  private Map<BitSet, List<Integer>> byTargets(BitSet closed) {
    Map<BitSet, List<Integer>> byTargets = new LinkedHashMap<>();
    for (int i = 0; i < graph.classes.count(); i++) {
      byTargets.computeIfAbsent(sets(i, closed), same -> new ArrayList<>()).add(i);
    }
    return byTargets;
  }

  private BitSet union(BitSet sets) {
    BitSet union = new BitSet();
    sets.stream()
        .forEach(
            set -> {
              for (int each : graph.targets.get(set)) {
                union.set(each);
              }
            });
    return union;
  }
}
