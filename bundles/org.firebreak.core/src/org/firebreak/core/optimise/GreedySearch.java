package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.Reached;

/**
 * Takes the group that brings most for its effort, again and again. What a group brings is computed
 * anew only when it comes first by what it brought before: nearly always it still is.
 */
final class GreedySearch {
  /** What brings nothing to the worst may bring something to the mean, and so to later steps. */
  private static final double MEAN_WEIGHT = 1e-3;

  /** A choice on the way, with its effort, the figure to make small, and its pairs. */
  record Stop(BitSet chosen, double effort, long figure, long pairs) {}

  private record Bid(int candidate, double ratio, int round) {}

  private final Problem problem;
  private final Cost cost;
  private final Objective objective;
  private final Progress progress;

  GreedySearch(Problem problem, Cost cost, Objective objective, Progress progress) {
    this.problem = problem;
    this.cost = cost;
    this.objective = objective;
    this.progress = progress;
  }

  /** What a choice comes to. */
  Stop stop(BitSet chosen) {
    Reached reached = problem.reached(chosen, objective.hops());
    return new Stop(
        (BitSet) chosen.clone(), cost.of(chosen), reached.of(objective.kind()), reached.pairs());
  }

  /**
   * The way from some groups on.
   *
   * @param fits whether an effort is still allowed; a group that would break it is left out
   * @param enough whether so small a figure is enough
   * @return every choice on the way, the start first
   */
  List<Stop> from(BitSet start, DoublePredicate fits, LongPredicate enough) {
    BitSet chosen = (BitSet) start.clone();
    Stop last = stop(chosen);
    List<Stop> way = new ArrayList<>(List.of(last));
    if (enough.test(last.figure())) {
      return way;
    }
    PriorityQueue<Bid> bids =
        new PriorityQueue<>(
            Comparator.comparingDouble(Bid::ratio).reversed().thenComparingInt(Bid::candidate));
    progress.begin("Choosing groups", 2L * problem.candidates.size());
    for (Candidate candidate : problem.candidates) {
      progress.check();
      if (!chosen.get(candidate.index())) {
        bids.add(bid(candidate.index(), last, 0));
      }
      progress.worked(1);
    }
    while (!bids.isEmpty() && !enough.test(last.figure())) {
      progress.check();
      Bid best = bids.remove();
      if (best.round() < way.size() - 1) {
        bids.add(bid(best.candidate(), last, way.size() - 1));
        continue;
      }
      progress.worked(1);
      chosen.set(best.candidate());
      if (fits.test(cost.of(chosen))) {
        last = stop(chosen);
        way.add(last);
      } else {
        chosen.clear(best.candidate());
      }
    }
    return way;
  }

  private Bid bid(int candidate, Stop from, int round) {
    BitSet with = (BitSet) from.chosen().clone();
    with.set(candidate);
    Stop then = stop(with);
    double pairs = (double) (from.pairs() - then.pairs()) / Math.max(1, problem.servers);
    double gain = from.figure() - then.figure() + MEAN_WEIGHT * pairs;
    double more = then.effort() - from.effort();
    // What brings nothing now may bring something after others: own pairs first.
    double small = problem.own(candidate, objective.hops()).pairs() * 1e-6;
    return new Bid(candidate, (gain + small) / Math.max(more, 1e-9), round);
  }
}
