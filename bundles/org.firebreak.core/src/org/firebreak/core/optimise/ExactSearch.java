package org.firebreak.core.optimise;

import java.util.BitSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.RadiusKind;
import org.firebreak.core.reach.Reached;

/** Examines every choice of a few groups. */
final class ExactSearch {
  /** So many groups are examined at most. */
  static final int MOST = 16;

  /** Choices times size of the graph: some seconds. */
  private static final long MOST_WORK = 100_000_000;

  /** Choices times figures of the hosts: some seconds. */
  private static final long MOST_SUMS = 4_000_000_000L;

  /** How far an intruder gets; bit i of the index stands for candidate i. */
  private final Reached[] reached;

  ExactSearch(Problem problem, Hops hops, Progress progress) {
    reached = new Reached[1 << problem.candidates.size()];
    progress.begin("Examining every choice", reached.length);
    for (int i = 0; i < reached.length; i++) {
      progress.check();
      reached[i] = problem.reached(chosen(i), hops);
      progress.worked(1);
    }
  }

  static boolean isPossible(Problem problem, Cost cost) {
    int candidates = problem.candidates.size();
    return candidates <= MOST
        && ((long) problem.reach.size() << candidates) <= MOST_WORK
        && cost.work() << candidates <= MOST_SUMS;
  }

  static BitSet chosen(int choice) {
    return BitSet.valueOf(new long[] {choice});
  }

  /** Effort of every choice. */
  double[] efforts(Cost cost, Progress progress) {
    double[] efforts = new double[reached.length];
    progress.begin("Adding up the effort of every choice", efforts.length);
    for (int i = 0; i < efforts.length; i++) {
      progress.check();
      efforts[i] = cost.of(chosen(i));
      progress.worked(1);
    }
    return efforts;
  }

  int choices() {
    return reached.length;
  }

  long figure(int choice, RadiusKind kind) {
    return reached[choice].of(kind);
  }

  /** The choice of least effort with at most such a figure; -1 if none has. */
  int cheapest(double atMost, RadiusKind kind, double[] efforts) {
    int best = -1;
    for (int i = 0; i < reached.length; i++) {
      boolean better =
          best < 0
              || efforts[i] < efforts[best]
              || efforts[i] == efforts[best] && figure(i, kind) < figure(best, kind);
      if (figure(i, kind) <= atMost && better && !Double.isNaN(efforts[i])) {
        best = i;
      }
    }
    return best;
  }

  /** The choice of least figure within an effort, the cheapest of those; -1 if none fits. */
  int least(double atMost, RadiusKind kind, double[] efforts) {
    int best = -1;
    for (int i = 0; i < reached.length; i++) {
      boolean better =
          best < 0
              || figure(i, kind) < figure(best, kind)
              || figure(i, kind) == figure(best, kind) && efforts[i] < efforts[best];
      if (efforts[i] <= atMost && better) {
        best = i;
      }
    }
    return best;
  }
}
