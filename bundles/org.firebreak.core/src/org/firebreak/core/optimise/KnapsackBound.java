package org.firebreak.core.optimise;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.firebreak.core.reach.Hops;

/**
 * Bound of the mean. A group that stays free adds at least its own pairs, so that the pairs of a
 * choice are at least the least pairs and the own pairs of all groups not chosen. Under that bound
 * choosing is a knapsack problem, and its fractional solution bounds it. Of several ways to part
 * the effort the one counts that bounds best.
 *
 * @see <a href="https://doi.org/10.1287/opre.5.2.266">Dantzig, Discrete-variable extremum problems
 *     (1957)</a>
 */
final class KnapsackBound implements LowerBound {
  private static final double EPSILON = 1e-6;

  /** One knapsack: the candidates by what they gain for their share of the effort. */
  private record Knapsack(Shares shares, double[] gain, int[] byRatio) {
    static Knapsack of(Shares shares, double[] gain) {
      return new Knapsack(
          shares,
          gain,
          IntStream.range(0, gain.length)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      (Integer i) ->
                          shares.least()[i] > 0
                              ? -gain[i] / shares.least()[i]
                              : Double.NEGATIVE_INFINITY))
              .mapToInt(Integer::intValue)
              .toArray());
    }

    double gained(double effort) {
      double left = Math.max(0, effort - shares.floor());
      double gained = 0;
      for (int each : byRatio) {
        double least = shares.least()[each];
        if (least > left) {
          return gained + gain[each] * left / least;
        }
        gained += gain[each];
        left -= least;
      }
      return gained;
    }

    double effort(double missing) {
      double left = missing;
      double effort = shares.floor();
      for (int each : byRatio) {
        if (left <= 0) {
          break;
        }
        double part = gain[each] <= left ? 1 : left / gain[each];
        effort += part * shares.least()[each];
        left -= part * gain[each];
      }
      return left > EPSILON ? Double.POSITIVE_INFINITY : effort;
    }
  }

  private final double highest;
  private final double lowest;
  private final List<Knapsack> knapsacks;

  KnapsackBound(Problem problem, Cost cost, Hops hops) {
    double[] gain =
        IntStream.range(0, problem.candidates.size())
            .mapToDouble(i -> problem.own(i, hops).pairs())
            .toArray();
    lowest = problem.least(hops).pairs();
    highest = lowest + IntStream.range(0, gain.length).mapToDouble(i -> gain[i]).sum();
    knapsacks = cost.shares().stream().map(each -> Knapsack.of(each, gain)).toList();
  }

  @Override
  public double figure(double effort) {
    return highest
        - knapsacks.stream()
            .mapToDouble(each -> each.gained(effort))
            .min()
            .orElse(highest - lowest);
  }

  @Override
  public double effort(double figure) {
    double effort =
        figure < lowest - EPSILON
            ? Double.POSITIVE_INFINITY
            : knapsacks.stream().mapToDouble(each -> each.effort(highest - figure)).max().orElse(0);
    return Math.ceil(effort - EPSILON);
  }
}
