package org.firebreak.core.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.MicroCriteria;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.NaiveReach;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The optimiser against every choice of groups, each compiled and searched naively. */
class OptimiserTest {
  private static final CompileOptions DAY = CompileOptions.on(LocalDate.of(2026, 1, 1));

  /** What one choice of groups comes to. */
  private record Brute(double rules, double devices, double radius, double direct) {
    double radius(Hops hops) {
      return hops == Hops.ONE ? direct : radius;
    }

    double effort(Effort effort) {
      return effort == Effort.RULES ? rules : devices;
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("firebreak.seeds", 8));
  }

  private static Optimiser optimiser(Design design) {
    return Optimiser.of(design, DAY, SizingParameters.defaults(), ApplianceCatalogue.shipped());
  }

  private static Brute brute(Design design, List<Candidate> candidates, int choice) {
    Set<String> ids = new HashSet<>();
    candidates.stream()
        .filter(each -> (choice >> each.index() & 1) != 0)
        .forEach(each -> ids.add(each.group().id()));
    CompiledPolicy policy =
        PolicyCompiler.compile(
            design,
            DAY.withStrategy(StrategyChoice.hybrid(new MicroCriteria(Risk.CRITICAL, true, ids))));
    NaiveReach naive = new NaiveReach(policy);
    double pairs =
        policy.servers().stream().mapToLong(server -> naive.multiHop(server.index())).sum();
    double direct =
        policy.servers().stream().mapToLong(server -> naive.direct(server.index())).sum();
    return new Brute(
        policy.ruleSets().stream()
            .filter(set -> set.kind() == EnforcementKind.HOST)
            .mapToInt(set -> set.rules().size() * set.servers().size())
            .sum(),
        policy.servers().stream()
            .filter(PolicyServer::micro)
            .map(PolicyServer::hypervisorHost)
            .distinct()
            .count(),
        pairs / policy.servers().size(),
        direct / policy.servers().size());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isTheBestOfAllChoicesAndTheBoundHolds(long seed) {
    Design design = RandomGroups.of(seed, 6, 4 + (int) seed);
    Optimiser optimiser = optimiser(design);
    List<Candidate> candidates = optimiser.candidates();
    List<Brute> all =
        IntStream.range(0, 1 << candidates.size())
            .mapToObj(choice -> brute(design, candidates, choice))
            .toList();
    for (Effort effort : List.of(Effort.RULES, Effort.DEVICES)) {
      assertThat(optimiser.isExact(effort)).isTrue();
      for (Hops hops : Hops.values()) {
        for (Brute aim : all) {
          checkGoal(optimiser, new Target.Goal(aim.radius(hops), effort, hops), all);
          checkBudget(optimiser, new Target.Budget(effort, aim.effort(effort), hops), all);
        }
        checkFront(optimiser, effort, hops, all);
      }
    }
  }

  private static void checkGoal(Optimiser optimiser, Target.Goal goal, List<Brute> all) {
    double best =
        all.stream()
            .filter(each -> each.radius(goal.hops()) <= goal.atMost() + 1e-9)
            .mapToDouble(each -> each.effort(goal.effort()))
            .min()
            .orElseThrow();
    Plan plan = optimiser.choose(goal, Progress.NONE);
    assertThat(plan.met()).isTrue();
    assertThat(plan.optimal()).isTrue();
    assertThat(plan.effort()).isEqualTo(best);
    assertThat(plan.radius()).isLessThanOrEqualTo(goal.atMost() + 1e-9);
    assertThat(plan.bound()).isLessThanOrEqualTo(best);
    Plan quick = optimiser.quick().choose(goal, Progress.NONE);
    assertThat(quick.met()).isTrue();
    assertThat(quick.effort()).isGreaterThanOrEqualTo(best);
    if (quick.bound() > 0) {
      assertThat(quick.effort()).isLessThanOrEqualTo(best * (1 + quick.gap()) + 1e-9);
    }
    if (quick.optimal()) {
      assertThat(quick.effort()).isEqualTo(best);
    }
  }

  private static void checkBudget(Optimiser optimiser, Target.Budget budget, List<Brute> all) {
    double best =
        all.stream()
            .filter(each -> each.effort(budget.effort()) <= budget.atMost())
            .mapToDouble(each -> each.radius(budget.hops()))
            .min()
            .orElseThrow();
    Plan plan = optimiser.choose(budget, Progress.NONE);
    assertThat(plan.met()).isTrue();
    assertThat(plan.radius()).isCloseTo(best, within(1e-9));
    assertThat(plan.effort()).isLessThanOrEqualTo(budget.atMost());
    assertThat(plan.bound()).isLessThanOrEqualTo(best + 1e-9);
    Plan quick = optimiser.quick().choose(budget, Progress.NONE);
    assertThat(quick.effort()).isLessThanOrEqualTo(budget.atMost());
    assertThat(quick.radius()).isGreaterThanOrEqualTo(best - 1e-9);
    if (quick.optimal()) {
      assertThat(quick.radius()).isCloseTo(best, within(1e-9));
    }
  }

  private static void checkFront(Optimiser optimiser, Effort effort, Hops hops, List<Brute> all) {
    List<Brute> sorted =
        all.stream()
            .sorted(
                Comparator.comparingDouble((Brute each) -> each.effort(effort))
                    .thenComparingDouble(each -> each.radius(hops)))
            .toList();
    List<double[]> front = new ArrayList<>();
    for (Brute each : sorted) {
      if (front.isEmpty() || each.radius(hops) < front.get(front.size() - 1)[1] - 1e-9) {
        front.add(new double[] {each.effort(effort), each.radius(hops)});
      }
    }
    ParetoFront found = optimiser.front(effort, hops, Progress.NONE);
    assertThat(found.exact()).isTrue();
    assertThat(found.points()).hasSameSizeAs(front);
    for (int i = 0; i < front.size(); i++) {
      FrontPoint point = found.points().get(i);
      assertThat(point.effort()).isEqualTo(front.get(i)[0]);
      assertThat(point.radius()).isCloseTo(front.get(i)[1], within(1e-9));
      assertThat(point.bound()).isLessThanOrEqualTo(point.radius() + 1e-9);
    }
    ParetoFront greedy = optimiser.quick().front(effort, hops, Progress.NONE);
    assertThat(greedy.exact()).isFalse();
    for (FrontPoint point : greedy.points()) {
      double best =
          sorted.stream()
              .filter(each -> each.effort(effort) <= point.effort())
              .mapToDouble(each -> each.radius(hops))
              .min()
              .orElseThrow();
      assertThat(point.radius()).isGreaterThanOrEqualTo(best - 1e-9);
      assertThat(point.bound()).isLessThanOrEqualTo(best + 1e-9);
    }
  }

  @Test
  void chosenGroupsAreExplainedByWhatTheyBring() {
    Design design = RandomGroups.of(3, 6, 10);
    Plan plan = optimiser(design).choose(new Target.Budget(Effort.RULES, 1_000_000), Progress.NONE);

    assertThat(plan.groups()).isNotEmpty();
    double radius = plan.before();
    for (Plan.Step step : plan.groups()) {
      assertThat(step.from()).isCloseTo(radius, within(1e-9));
      assertThat(step.effort()).isPositive();
      assertThat(step.reason(Effort.RULES))
          .startsWith(step.candidate().group().name() + ": mean blast radius ")
          .endsWith("rules at hosts");
      radius = step.to();
    }
    assertThat(radius).isCloseTo(plan.radius(), within(1e-9));
  }

  @Test
  void goalThatNoChoiceReachesIsNotMet() {
    Plan plan =
        optimiser(RandomGroups.of(5, 6, 30))
            .choose(new Target.Goal(0.001, Effort.RULES), Progress.NONE);

    assertThat(plan.met()).isFalse();
    assertThat(plan.optimal()).isFalse();
    assertThat(plan.bound()).isInfinite();
  }

  @Test
  void manyGroupsAreChosenGreedilyWithAGapThatIsStated() {
    Design design = RandomGroups.of(1, 60, 40);
    Optimiser optimiser = optimiser(design);
    assertThat(optimiser.isExact(Effort.RULES)).isFalse();
    ParetoFront front = optimiser.front(Effort.RULES, Progress.NONE);
    double middle = front.points().get(front.points().size() / 2).radius();

    Plan plan = optimiser.choose(new Target.Goal(middle, Effort.RULES), Progress.NONE);

    assertThat(plan.met()).isTrue();
    assertThat(plan.bound()).isPositive();
    assertThat(plan.gap()).isBetween(0.0, 0.2);
    CompiledPolicy policy = PolicyCompiler.compile(design, DAY.withStrategy(plan.strategy()));
    NaiveReach naive = new NaiveReach(policy);
    assertThat(
            policy.servers().stream().mapToLong(each -> naive.multiHop(each.index())).sum()
                / (double) policy.servers().size())
        .isCloseTo(plan.radius(), within(1e-9));
    assertThat(plan.refs()).extracting(ElementRef::type).containsOnly("ServerGroup");
  }
}
