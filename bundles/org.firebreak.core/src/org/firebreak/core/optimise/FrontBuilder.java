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

  ParetoFront build(Effort effort, boolean exact, List<Stop> stops) {
    List<Stop> sorted =
        stops.stream()
            .sorted(
                Comparator.comparingDouble(Stop::effort)
                    .thenComparingLong(Stop::pairs)
                    .thenComparingInt(stop -> stop.chosen().cardinality()))
            .toList();
    List<FrontPoint> points = new ArrayList<>();
    long fewest = Long.MAX_VALUE;
    for (Stop stop : sorted) {
      if (stop.pairs() < fewest) {
        fewest = stop.pairs();
        points.add(
            new FrontPoint(
                stop.effort(),
                problem.radius(stop.pairs()),
                problem.radius(bound.pairs(stop.effort())),
                stop.chosen().stream()
                    .mapToObj(each -> problem.candidates.get(each).group())
                    .toList()));
      }
    }
    return new ParetoFront(effort, exact, points);
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
