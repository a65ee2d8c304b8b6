package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.firebreak.core.optimise.GreedySearch.Stop;

/** Keeps the choices that no other beats in effort and blast radius. */
final class FrontBuilder {
  /** Of a long way so many choices are sized. */
  private static final int MOST_SIZED = 12;

  private final Problem problem;
  private final LowerBound bound;

  FrontBuilder(Problem problem, LowerBound bound) {
    this.problem = problem;
    this.bound = bound;
  }

  ParetoFront build(Effort effort, Objective objective, boolean exact, List<Stop> stops) {
    List<Stop> sorted =
        stops.stream()
            .filter(stop -> !Double.isNaN(stop.effort()))
            .sorted(
                Comparator.comparingDouble(Stop::effort)
                    .thenComparingLong(Stop::figure)
                    .thenComparingInt(stop -> stop.chosen().cardinality()))
            .toList();
    List<FrontPoint> points = new ArrayList<>();
    long fewest = Long.MAX_VALUE;
    for (Stop stop : sorted) {
      if (stop.figure() < fewest) {
        fewest = stop.figure();
        points.add(
            new FrontPoint(
                stop.effort(),
                problem.radius(stop.figure(), objective),
                problem.radius(bound.figure(stop.effort()), objective),
                stop.chosen().stream()
                    .mapToObj(each -> problem.candidates.get(each).group())
                    .toList()));
      }
    }
    return new ParetoFront(effort, objective, exact, points);
  }

  /** The first, the last and some between, evenly spread. */
  static List<Stop> some(List<Stop> way) {
    if (way.size() <= MOST_SIZED) {
      return way;
    }
    List<Stop> some = new ArrayList<>();
    for (int i = 0; i < MOST_SIZED; i++) {
      some.add(way.get(i * (way.size() - 1) / (MOST_SIZED - 1)));
    }
    return some;
  }
}
