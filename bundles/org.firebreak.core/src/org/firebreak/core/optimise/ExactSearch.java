package org.firebreak.core.optimise;

import java.util.BitSet;
import org.firebreak.core.reach.Hops;

/** Examines every choice of a few groups. */
final class ExactSearch {
  /** So many groups are examined at most. */
  static final int MOST = 16;

  /** Choices times size of the graph: some seconds. */
  private static final long MOST_WORK = 100_000_000;

  /** Pairs of each choice; bit i of the index stands for candidate i. */
  final long[] pairs;

  ExactSearch(Problem problem, Hops hops) {
    pairs = new long[1 << problem.candidates.size()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = problem.pairs(chosen(i), hops);
    }
  }

  static boolean isPossible(Problem problem) {
    int candidates = problem.candidates.size();
    return candidates <= MOST && ((long) problem.reach.size() << candidates) <= MOST_WORK;
  }

  static BitSet chosen(int choice) {
    return BitSet.valueOf(new long[] {choice});
  }

  /** The choice of least effort with at most so many pairs; -1 if none has. */
  int cheapest(double atMost, Cost cost) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] <= atMost) {
        double effort = cost.of(chosen(i));
        if (effort < least || effort == least && pairs[i] < pairs[best]) {
          best = i;
          least = effort;
        }
      }
    }
    return best;
  }

  /** The choice of fewest pairs within an effort, the cheapest of those; -1 if none fits. */
  int fewest(double atMost, Cost cost) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < pairs.length; i++) {
      if (best < 0 || pairs[i] <= pairs[best]) {
        double effort = cost.of(chosen(i));
        if (effort <= atMost && (best < 0 || pairs[i] < pairs[best] || effort < least)) {
          best = i;
          least = effort;
        }
      }
    }
    return best;
  }
}
