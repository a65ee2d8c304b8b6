package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.firebreak.core.optimise.GreedySearch.Stop;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.RadiusKind;

/** Looks for a good choice of many groups, and leaves it to a bound how good it is. */
final class QuickSearch {
  private final Problem problem;
  private final Objective objective;
  private final Cost cost;
  private final Progress progress;

  QuickSearch(Problem problem, Objective objective, Cost cost, Progress progress) {
    this.problem = problem;
    this.objective = objective;
    this.cost = cost;
    this.progress = progress;
  }

  /** A choice for a goal; all groups if none reaches it. */
  BitSet forGoal(Target.Goal goal) {
    double most = problem.most(goal.atMost(), objective);
    BitSet best = null;
    for (List<Stop> way : ways(each -> each <= most)) {
      Stop last = way.get(way.size() - 1);
      if (last.figure() <= most) {
        BitSet kept = withoutNeedless(last.chosen(), most);
        best = best == null || cost.of(kept) < cost.of(best) ? kept : best;
      }
    }
    return best == null ? problem.every() : best;
  }

  /** A choice within a budget; none if even that exceeds it. */
  BitSet forBudget(Target.Budget budget) {
    if (!cost.isQuick()) {
      return longestPart(ways(each -> false).get(0), budget);
    }
    Stop best = null;
    for (BitSet start : starts(budget)) {
      List<Stop> way = greedy(cost).from(start, each -> each <= budget.atMost(), this::isLeast);
      Stop last = way.get(way.size() - 1);
      boolean better = best == null || last.figure() < best.figure();
      best = last.effort() <= budget.atMost() && better ? last : best;
    }
    return best == null ? new BitSet() : best.chosen();
  }

  /** Choices from no group to the least figure; some of them if each takes long to size. */
  List<Stop> forFront() {
    List<Stop> stops = new ArrayList<>();
    for (List<Stop> way : ways(this::isLeast)) {
      List<Stop> sized = cost.isQuick() ? way : FrontBuilder.some(way);
      for (Stop stop : sized) {
        progress.check();
        stops.add(new Stop(stop.chosen(), cost.of(stop.chosen()), stop.figure(), stop.pairs()));
      }
    }
    return stops;
  }

  private boolean isLeast(long figure) {
    return figure <= problem.least(objective.hops()).of(objective.kind());
  }

  private GreedySearch greedy(Cost by) {
    return new GreedySearch(problem, by, objective, progress);
  }

  /** By what pays most, and for the worst also by what leaves most. */
  private List<List<Stop>> ways(LongPredicate enough) {
    Cost by = cost.isQuick() ? cost : new Cost.Rules(problem);
    List<List<Stop>> ways = new ArrayList<>();
    ways.add(greedy(by).from(new BitSet(), each -> true, enough));
    if (objective.kind() != RadiusKind.MEAN) {
      ways.add(byWhatTheyLeave(by, enough));
    }
    return ways;
  }

  private List<Stop> byWhatTheyLeave(Cost by, LongPredicate enough) {
    List<Stop> way = new ArrayList<>();
    BitSet chosen = new BitSet();
    Stop stop = greedy(by).stop(chosen);
    way.add(stop);
    for (int each : new BottleneckBound(problem, by, objective).falling()) {
      if (enough.test(stop.figure())) {
        break;
      }
      progress.check();
      chosen.set(each);
      stop = greedy(by).stop(chosen);
      way.add(stop);
    }
    return way;
  }

  /** No group, and for the worst the groups that leave most as far as the budget goes. */
  private List<BitSet> starts(Target.Budget budget) {
    List<BitSet> starts = new ArrayList<>(List.of(new BitSet()));
    if (objective.kind() != RadiusKind.MEAN) {
      BitSet start = new BitSet();
      for (int each : new BottleneckBound(problem, cost, objective).falling()) {
        progress.check();
        start.set(each);
        if (!(cost.of(start) <= budget.atMost())) {
          start.clear(each);
        }
      }
      starts.add(start);
    }
    return starts;
  }

  /** Of a way that is not sized the longest part that keeps a budget; by bisection. */
  private BitSet longestPart(List<Stop> way, Target.Budget budget) {
    int low = 0;
    int high = way.size() - 1;
    while (low < high) {
      progress.check();
      int middle = low + high + 1 >>> 1;
      if (cost.of(way.get(middle).chosen()) <= budget.atMost()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return way.get(low).chosen();
  }

  /** Leaves out what the goal does not need, the most costly first. */
  private BitSet withoutNeedless(BitSet chosen, double most) {
    BitSet kept = (BitSet) chosen.clone();
    double[] least =
        cost.shares().isEmpty()
            ? problem.candidates.stream().mapToDouble(Candidate::rules).toArray()
            : cost.shares().get(0).least();
    List<Integer> costly =
        IntStream.range(0, least.length)
            .filter(chosen::get)
            .boxed()
            .sorted(Comparator.comparingDouble(each -> -least[each]))
            .toList();
    for (int each : costly) {
      progress.check();
      kept.clear(each);
      if (problem.reached(kept, objective.hops()).of(objective.kind()) > most) {
        kept.set(each);
      }
    }
    return kept;
  }
}
