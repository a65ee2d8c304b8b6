package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.firebreak.core.optimise.GreedySearch.Stop;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.RadiusKind;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.model.Design;

/**
 * Chooses the groups of a design that hybrid segmentation should microsegment. Servers that are
 * microsegmented by their risk, their exposure or an override are so in every choice.
 *
 * <p>Of up to 16 groups every choice is examined, and the result is the best there is. Of more, or
 * in a very large design, the group that brings most for its effort is taken first; how far the
 * result may be from the best follows from a lower bound.
 */
public final class Optimiser {
  private final Problem problem;
  private final SizingParameters parameters;
  private final ApplianceCatalogue catalogue;
  private final boolean mayExamineAll;
  private final Map<Hops, ExactSearch> exact = new EnumMap<>(Hops.class);
  private final Map<Effort, double[]> efforts = new EnumMap<>(Effort.class);
  private final Map<List<Object>, Cost> costs = new HashMap<>();

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
    return of(design, options, parameters, catalogue, Progress.NONE);
  }

  /**
   * Prepares a design, which is only read.
   *
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  public static Optimiser of(
      Design design,
      CompileOptions options,
      SizingParameters parameters,
      ApplianceCatalogue catalogue,
      Progress progress) {
    return new Optimiser(new Problem(design, options, progress), parameters, catalogue, true);
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
    return isExact(cost(effort, Objective.STANDARD, Progress.NONE));
  }

  private boolean isExact(Cost cost) {
    return mayExamineAll && ExactSearch.isPossible(problem, cost);
  }

  private Cost cost(Effort effort, Objective objective, Progress progress) {
    List<Object> key = List.of(effort, effort == Effort.DEVICES ? objective : Objective.STANDARD);
    Cost known = costs.get(key);
    if (known == null) {
      known =
          switch (effort) {
            case RULES -> new Cost.Rules(problem);
            case DEVICES -> new Cost.Devices(problem, objective);
            case VCPUS -> new Processors(problem, parameters, catalogue, progress);
          };
      costs.put(key, known);
    }
    return known;
  }

  /**
   * Chooses.
   *
   * @throws IllegalArgumentException if vCPUs count, and the design has too few estimates for them;
   *     or if internet-facing servers count, and there are none
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  public Plan choose(Target target, Progress progress) {
    Objective objective = target.objective();
    Cost cost = cost(target.effort(), objective, progress);
    check(cost, objective);
    BitSet chosen = chosen(target, cost, progress);
    double effort = cost.of(chosen);
    long figure = figure(chosen, objective);
    LowerBound bound = LowerBound.of(problem, cost, objective);
    double least =
        switch (target) {
          case Target.Goal goal -> bound.effort(problem.most(goal.atMost(), objective));
          case Target.Budget budget -> problem.radius(bound.figure(budget.atMost()), objective);
        };
    double radius = problem.radius(figure, objective);
    double value = target instanceof Target.Goal ? effort : radius;
    boolean met =
        switch (target) {
          case Target.Goal goal -> figure <= problem.most(goal.atMost(), objective);
          case Target.Budget budget -> effort <= budget.atMost();
        };
    return new Plan(
        target,
        problem.strategy(chosen),
        steps(chosen, target),
        effort,
        radius,
        problem.radius(figure(new BitSet(), objective), objective),
        met,
        met && (isExact(cost) || value <= least + 1e-9),
        least);
  }

  private long figure(BitSet chosen, Objective objective) {
    return problem.reached(chosen, objective.hops()).of(objective.kind());
  }

  private void check(Cost cost, Objective objective) {
    if (objective.kind() == RadiusKind.INTERNET && !problem.reach.hasInternetFacing()) {
      throw new IllegalArgumentException(
          "no server is internet-facing, so that nobody gets in from the Internet");
    }
    if (Double.isNaN(cost.of(problem.every()))) {
      throw new IllegalArgumentException(
          "the flows have too few estimates to tell the vCPUs; the sizing names them");
    }
  }

  private BitSet chosen(Target target, Cost cost, Progress progress) {
    Objective objective = target.objective();
    if (!isExact(cost)) {
      QuickSearch search = new QuickSearch(problem, objective, cost, progress);
      return switch (target) {
        case Target.Goal goal -> search.forGoal(goal);
        case Target.Budget budget -> search.forBudget(budget);
      };
    }
    ExactSearch search = exact(objective.hops(), progress);
    double[] all = efforts(target.effort(), cost, search, progress);
    int best =
        switch (target) {
          case Target.Goal goal ->
              search.cheapest(problem.most(goal.atMost(), objective), objective.kind(), all);
          case Target.Budget budget -> search.least(budget.atMost(), objective.kind(), all);
        };
    if (best >= 0) {
      return ExactSearch.chosen(best);
    }
    // The target cannot be met: all groups for a goal, none for a budget.
    return target instanceof Target.Goal ? problem.every() : new BitSet();
  }

  private ExactSearch exact(Hops hops, Progress progress) {
    ExactSearch search = exact.get(hops);
    if (search == null) {
      search = new ExactSearch(problem, hops, progress);
      exact.put(hops, search);
    }
    return search;
  }

  private double[] efforts(Effort effort, Cost cost, ExactSearch search, Progress progress) {
    double[] all = efforts.get(effort);
    if (all == null) {
      all = search.efforts(cost, progress);
      efforts.put(effort, all);
    }
    return all;
  }

  /** The chosen groups in the order in which they pay, by rules; vCPUs do not add up by groups. */
  private List<Plan.Step> steps(BitSet chosen, Target target) {
    Objective objective = target.objective();
    List<Integer> order =
        chosen.stream()
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                        (Integer each) ->
                            -(double) problem.own(each, objective.hops()).of(objective.kind())
                                / Math.max(1, problem.candidates.get(each).rules()))
                    .thenComparingInt(each -> each))
            .toList();
    List<Plan.Step> steps = new ArrayList<>();
    BitSet sofar = new BitSet();
    double effort = stepEffort(sofar, target);
    double radius = problem.radius(figure(sofar, objective), objective);
    for (int each : order) {
      sofar.set(each);
      double effortThen = stepEffort(sofar, target);
      double radiusThen = problem.radius(figure(sofar, objective), objective);
      Candidate candidate = problem.candidates.get(each);
      steps.add(new Plan.Step(candidate, objective, effortThen - effort, radius, radiusThen));
      effort = effortThen;
      radius = radiusThen;
    }
    return steps;
  }

  private double stepEffort(BitSet sofar, Target target) {
    return target.effort() == Effort.DEVICES ? problem.devices(sofar) : problem.rules(sofar);
  }

  /**
   * Effort against the mean blast radius: all choices than which none is better, or those along the
   * greedy way.
   *
   * @throws IllegalArgumentException if vCPUs count, and the design has too few estimates for them
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop
   */
  public ParetoFront front(Effort effort, Progress progress) {
    return front(effort, Objective.STANDARD, progress);
  }

  /** The same for another blast radius. */
  public ParetoFront front(Effort effort, Objective objective, Progress progress) {
    Cost cost = cost(effort, objective, progress);
    check(cost, objective);
    return new FrontBuilder(problem, LowerBound.of(problem, cost, objective))
        .build(effort, objective, isExact(cost), stops(effort, objective, cost, progress));
  }

  private List<Stop> stops(Effort effort, Objective objective, Cost cost, Progress progress) {
    if (!isExact(cost)) {
      return new QuickSearch(problem, objective, cost, progress).forFront();
    }
    ExactSearch search = exact(objective.hops(), progress);
    double[] all = efforts(effort, cost, search, progress);
    return IntStream.range(0, search.choices())
        .mapToObj(
            choice ->
                new Stop(
                    ExactSearch.chosen(choice),
                    all[choice],
                    search.figure(choice, objective.kind()),
                    search.figure(choice, RadiusKind.MEAN)))
        .toList();
  }
}
