package org.firebreak.core.optimise;

import org.firebreak.core.reach.RadiusKind;

/** What no choice of groups can go below. */
interface LowerBound {
  /** Least figure of {@link org.firebreak.core.reach.Reached} for an effort. */
  double figure(double effort);

  /** Least effort for such a figure; infinite if no choice gets there. */
  double effort(double figure);

  static LowerBound of(Problem problem, Cost cost, Objective objective) {
    return objective.kind() == RadiusKind.MEAN
        ? new KnapsackBound(problem, cost, objective.hops())
        : new BottleneckBound(problem, cost, objective);
  }
}
