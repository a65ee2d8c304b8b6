package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.firebreak.core.optimise.GreedySearch.Stop;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.model.Design;

/**
 * Chooses the groups of a design that hybrid segmentation should microsegment. Servers that are
 * microsegmented by their risk, their exposure or an override are so in every choice.
 *
 * <p>Of up to 16 groups every choice is examined, and the result is the best there is. Of more, or
 * in a very large design, the group that brings most for its effort is taken first; how far the
 * result may be from the best follows from a lower bound. vCPUs are always taken by that order.
 */
public final class Optimiser {
  private final Problem problem;
  private final SizingParameters parameters;
  private final ApplianceCatalogue catalogue;
  private final boolean mayExamineAll;
  private final Map<Hops, ExactSearch> exact = new EnumMap<>(Hops.class);

  private Optimiser(
      Problem problem,
      SizingParameters parameters,
      ApplianceCatalogue catalogue,
      boolean mayExamineAll) {
    this.problem = problem;
    this.parameters = parameters;
    this.catalogue = catalogue;
    this.mayExamineAll = mayExamineAll;
  }

  /**
   * Prepares a design, which is only read.
   *
   * @param options evaluation date and the like; its strategy does not matter
   * @param parameters for efforts in vCPUs
   * @param catalogue for efforts in vCPUs
   */
  public static Optimiser of(
      Design design,
      CompileOptions options,
      SizingParameters parameters,
      ApplianceCatalogue catalogue) {
    return new Optimiser(new Problem(design, options), parameters, catalogue, true);
  }

  /** The same without examining every choice, however few groups there are. */
  public Optimiser quick() {
    return new Optimiser(problem, parameters, catalogue, false);
  }

  /** The groups to choose from: those whose members talk freely and need not. */
  public List<Candidate> candidates() {
    return List.copyOf(problem.candidates);
  }

  /** Whether every choice is examined for an effort. */
  public boolean isExact(Effort effort) {
    return mayExamineAll && effort != Effort.VCPUS && ExactSearch.isPossible(problem);
  }

  /**
   * Chooses.
   *
   * @throws IllegalArgumentException if vCPUs count, and the design has too few estimates for them
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  public Plan choose(Target target, Progress progress) {
    Hops hops = target.hops();
    Cost cost = Cost.of(problem, target.effort(), parameters, catalogue);
    check(cost);
    BitSet chosen = chosen(target, cost, progress);
    double effort = cost.of(chosen);
    long pairs = problem.pairs(chosen, hops);
    LowerBound bound = new LowerBound(problem, cost, hops);
    double least =
        target instanceof Target.Goal goal
            ? bound.effort(goal.atMost() * problem.servers)
            : problem.radius(bound.pairs(target instanceof Target.Budget b ? b.atMost() : 0));
    double value = target instanceof Target.Goal ? effort : problem.radius(pairs);
    boolean met = isMet(target, effort, pairs);
    return new Plan(
        target,
        problem.strategy(chosen),
        steps(chosen, cost, hops),
        effort,
        problem.radius(pairs),
        problem.radius(problem.pairs(new BitSet(), hops)),
        met,
        met && (isExact(target.effort()) || value <= least + 1e-9),
        least);
  }

  private boolean isMet(Target target, double effort, long pairs) {
    return switch (target) {
      case Target.Goal goal -> pairs <= most(goal);
      case Target.Budget budget -> effort <= budget.atMost();
    };
  }

  private double most(Target.Goal goal) {
    return goal.atMost() * problem.servers + 1e-6;
  }

  private void check(Cost cost) {
    BitSet all = new BitSet();
    all.set(0, problem.candidates.size());
    if (Double.isNaN(cost.of(all))) {
      throw new IllegalArgumentException(
          "the flows have too few estimates to tell the vCPUs; the sizing names them");
    }
  }

  private BitSet chosen(Target target, Cost cost, Progress progress) {
    Hops hops = target.hops();
    if (isExact(target.effort())) {
      int best =
          switch (target) {
            case Target.Goal goal -> exact(hops).cheapest(most(goal), cost);
            case Target.Budget budget -> exact(hops).fewest(budget.atMost(), cost);
          };
      return best >= 0 ? ExactSearch.chosen(best) : nearest(target);
    }
    if (!cost.isQuick()) {
      return byPrefix(target, cost, progress);
    }
    return switch (target) {
      case Target.Goal goal -> {
        List<Stop> way =
            new GreedySearch(problem, cost, hops, progress)
                .run(effort -> true, pairs -> pairs <= most(goal));
        yield withoutNeedless(way.get(way.size() - 1).chosen(), goal, cost);
      }
      case Target.Budget budget -> {
        List<Stop> way =
            new GreedySearch(problem, cost, hops, progress)
                .run(effort -> effort <= budget.atMost(), pairs -> pairs <= problem.least(hops));
        yield way.get(way.size() - 1).chosen();
      }
    };
  }

  /** If the target cannot be met: all groups for a goal, none for a budget. */
  private BitSet nearest(Target target) {
    BitSet nearest = new BitSet();
    nearest.set(0, target instanceof Target.Goal ? problem.candidates.size() : 0);
    return nearest;
  }

  private ExactSearch exact(Hops hops) {
    return exact.computeIfAbsent(hops, each -> new ExactSearch(problem, each));
  }

  /** Along the way that saves rules, the longest part that keeps the target; by bisection. */
  private BitSet byPrefix(Target target, Cost cost, Progress progress) {
    Hops hops = target.hops();
    List<Stop> way =
        new GreedySearch(problem, new Cost.Rules(problem), hops, progress)
            .run(
                effort -> true,
                pairs ->
                    target instanceof Target.Goal goal
                        ? pairs <= most(goal)
                        : pairs <= problem.least(hops));
    int low = target instanceof Target.Goal ? way.size() - 1 : 0;
    int high = way.size() - 1;
    while (low < high) {
      progress.check();
      int middle = low + high + 1 >>> 1;
      if (isMet(target, cost.of(way.get(middle).chosen()), way.get(middle).pairs())) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return way.get(low).chosen();
  }

  /** Leaves out what the goal does not need, the most costly first. */
  private BitSet withoutNeedless(BitSet chosen, Target.Goal goal, Cost cost) {
    BitSet kept = (BitSet) chosen.clone();
    if (problem.pairs(kept, goal.hops()) > most(goal)) {
      return kept;
    }
    chosen.stream()
        .boxed()
        .sorted(Comparator.comparingDouble(each -> -cost.least(each)))
        .forEach(
            each -> {
              kept.clear(each);
              if (problem.pairs(kept, goal.hops()) > most(goal)) {
                kept.set(each);
              }
            });
    return kept;
  }

  /** The chosen groups in the order in which they pay, by rules. */
  private List<Plan.Step> steps(BitSet chosen, Cost cost, Hops hops) {
    List<Integer> order =
        chosen.stream()
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                        (Integer each) -> {
                          Candidate candidate = problem.candidates.get(each);
                          return -(double) candidate.pairs(hops) / Math.max(1, candidate.rules());
                        })
                    .thenComparingInt(each -> each))
            .toList();
    List<Plan.Step> steps = new ArrayList<>();
    BitSet sofar = new BitSet();
    double effort = cost.isQuick() ? cost.of(sofar) : problem.rules(sofar);
    double radius = problem.radius(problem.pairs(sofar, hops));
    for (int each : order) {
      sofar.set(each);
      double effortThen = cost.isQuick() ? cost.of(sofar) : problem.rules(sofar);
      double radiusThen = problem.radius(problem.pairs(sofar, hops));
      Candidate candidate = problem.candidates.get(each);
      steps.add(new Plan.Step(candidate, effortThen - effort, radius, radiusThen));
      effort = effortThen;
      radius = radiusThen;
    }
    return steps;
  }

  /**
   * Effort against blast radius: all choices than which none is better, or those along the greedy
   * way.
   *
   * @throws IllegalArgumentException if vCPUs count, and the design has too few estimates for them
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  public ParetoFront front(Effort effort, Progress progress) {
    return front(effort, Hops.ANY, progress);
  }

  /** The same for a blast radius over one or any number of hops. */
  public ParetoFront front(Effort effort, Hops hops, Progress progress) {
    Cost cost = Cost.of(problem, effort, parameters, catalogue);
    check(cost);
    LowerBound bound = new LowerBound(problem, cost, hops);
    return new FrontBuilder(problem, bound)
        .build(effort, isExact(effort), stops(effort, cost, hops, progress));
  }

  private List<Stop> stops(Effort effort, Cost cost, Hops hops, Progress progress) {
    if (isExact(effort)) {
      return IntStream.range(0, exact(hops).pairs.length)
          .mapToObj(
              choice -> {
                BitSet chosen = ExactSearch.chosen(choice);
                return new Stop(chosen, cost.of(chosen), exact(hops).pairs[choice]);
              })
          .toList();
    }
    if (cost.isQuick()) {
      return new GreedySearch(problem, cost, hops, progress)
          .run(each -> true, pairs -> pairs <= problem.least(hops));
    }
    List<Stop> way =
        new GreedySearch(problem, new Cost.Rules(problem), hops, progress)
            .run(each -> true, pairs -> pairs <= problem.least(hops));
    return FrontBuilder.some(way).stream()
        .map(stop -> new Stop(stop.chosen(), cost.of(stop.chosen()), stop.pairs()))
        .toList();
  }
}
