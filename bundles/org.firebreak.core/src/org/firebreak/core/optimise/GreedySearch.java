package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.Hops;

/**
 * Takes the group that brings most for its effort, again and again. What a group brings is computed
 * anew only when it comes first by what it brought before: nearly always it still is.
 */
final class GreedySearch {
  /** A choice on the way, with its effort and its pairs. */
  record Stop(BitSet chosen, double effort, long pairs) {}

  private record Bid(int candidate, double ratio, int round) {}

  private final Problem problem;
  private final Cost cost;
  private final Hops hops;
  private final Progress progress;

  GreedySearch(Problem problem, Cost cost, Hops hops, Progress progress) {
    this.problem = problem;
    this.cost = cost;
    this.hops = hops;
    this.progress = progress;
  }

  /**
   * The way from no group on.
   *
   * @param fits whether an effort is still allowed; a group that would break it is left out
   * @param enough whether so few pairs are enough
   * @return every choice on the way, the empty one first
   */
  List<Stop> run(DoublePredicate fits, LongPredicate enough) {
    BitSet chosen = new BitSet();
    Stop last = new Stop(new BitSet(), cost.of(chosen), problem.pairs(chosen, hops));
    List<Stop> way = new ArrayList<>(List.of(last));
    if (enough.test(last.pairs())) {
      return way;
    }
    PriorityQueue<Bid> bids =
        new PriorityQueue<>(
            Comparator.comparingDouble(Bid::ratio).reversed().thenComparingInt(Bid::candidate));
    progress.begin("Choosing groups", 2L * problem.candidates.size());
    for (Candidate candidate : problem.candidates) {
      progress.check();
      bids.add(bid(candidate.index(), last, 0));
      progress.worked(1);
    }
    while (!bids.isEmpty() && !enough.test(last.pairs())) {
      progress.check();
      Bid best = bids.remove();
      if (best.round() < way.size() - 1) {
        bids.add(bid(best.candidate(), last, way.size() - 1));
        continue;
      }
      progress.worked(1);
      chosen.set(best.candidate());
      double effort = cost.of(chosen);
      if (fits.test(effort)) {
        last = new Stop((BitSet) chosen.clone(), effort, problem.pairs(chosen, hops));
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
    double gain = from.pairs() - problem.pairs(with, hops);
    double more = cost.of(with) - from.effort();
    // What brings nothing now may bring something after others: own pairs first.
    double small = problem.candidates.get(candidate).pairs(hops) * 1e-6;
    return new Bid(candidate, (gain + small) / Math.max(more, 1e-9), round);
  }
}
