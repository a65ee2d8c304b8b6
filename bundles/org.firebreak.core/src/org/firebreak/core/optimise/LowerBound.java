package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.firebreak.core.reach.Hops;

/**
 * What no choice of groups can go below. A group that stays free adds at least its own pairs, so
 * that the pairs of a choice are at least the least pairs and the own pairs of all groups not
 * chosen. Under that bound choosing is a knapsack problem, and its fractional solution bounds it.
 *
 * @see <a href="https://doi.org/10.1287/opre.5.2.266">Dantzig, Discrete-variable extremum problems
 *     (1957)</a>
 */
final class LowerBound {
  private final Problem problem;
  private final Cost cost;
  private final Hops hops;
  private final double anyway;
  private final List<Candidate> byRatio = new ArrayList<>();
  private long own;

  LowerBound(Problem problem, Cost cost, Hops hops) {
    this.problem = problem;
    this.cost = cost;
    this.hops = hops;
    anyway = cost.of(new BitSet());
    for (Candidate candidate : problem.candidates) {
      own += candidate.pairs(hops);
      byRatio.add(candidate);
    }
    byRatio.sort(Comparator.comparingDouble(this::ratio).reversed());
  }

  private double ratio(Candidate candidate) {
    double least = cost.least(candidate.index());
    return least > 0 ? candidate.pairs(hops) / least : Double.POSITIVE_INFINITY;
  }

  /** Least pairs for an effort. */
  double pairs(double effort) {
    double left = Math.max(0, effort - anyway);
    double gained = 0;
    for (Candidate candidate : byRatio) {
      double least = cost.least(candidate.index());
      if (least <= left) {
        gained += candidate.pairs(hops);
        left -= least;
      } else {
        gained += candidate.pairs(hops) * left / least;
        break;
      }
    }
    return problem.least(hops) + own - gained;
  }

  /** Least effort for a number of pairs; infinite if no choice gets there. */
  double effort(double pairs) {
    double missing = problem.least(hops) + own - pairs;
    double effort = anyway;
    for (Candidate candidate : byRatio) {
      if (missing <= 0) {
        break;
      }
      double least = cost.least(candidate.index());
      if (candidate.pairs(hops) <= missing) {
        effort += least;
        missing -= candidate.pairs(hops);
      } else {
        effort += least * missing / candidate.pairs(hops);
        missing = 0;
      }
    }
    return missing > 0 ? Double.POSITIVE_INFINITY : Math.ceil(effort - 1e-6);
  }
}
