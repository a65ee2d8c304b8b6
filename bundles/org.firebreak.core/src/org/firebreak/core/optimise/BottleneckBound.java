package org.firebreak.core.optimise;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Bound of the worst. While a group is free, one of its members reaches at least what it reaches by
 * that freedom alone; so for a goal every group must be chosen that leaves more by itself.
 */
final class BottleneckBound implements LowerBound {
  private final Cost cost;
  private final double lowest;
  private final long[] own;
  private final int[] falling;

  BottleneckBound(Problem problem, Cost cost, Objective objective) {
    this.cost = cost;
    lowest = problem.least(objective.hops()).of(objective.kind());
    own =
        IntStream.range(0, problem.candidates.size())
            .mapToLong(i -> problem.own(i, objective.hops()).of(objective.kind()))
            .toArray();
    falling =
        IntStream.range(0, own.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> -own[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** The candidates by what they leave while they are free, most first. */
  int[] falling() {
    return falling.clone();
  }

  @Override
  public double figure(double effort) {
    BitSet chosen = new BitSet();
    for (int each : falling) {
      chosen.set(each);
      if (cost.atLeast(chosen) > effort + 1e-6) {
        return Math.max(lowest, own[each]);
      }
    }
    return lowest;
  }

  @Override
  public double effort(double figure) {
    if (figure < lowest) {
      return Double.POSITIVE_INFINITY;
    }
    BitSet chosen = new BitSet();
    IntStream.of(falling).filter(each -> own[each] > figure).forEach(chosen::set);
    return Math.ceil(cost.atLeast(chosen) - 1e-6);
  }
}
