package org.firebreak.core.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.firebreak.core.compare.HostProcessors;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.MicroCriteria;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.CountedProgress;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.NaiveReach;
import org.firebreak.core.reach.RadiusKind;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
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
  private record Brute(Map<Effort, Double> efforts, Map<Objective, Double> radii) {
    double radius(Objective objective) {
      return radii.get(objective);
    }

    double effort(Effort effort) {
      return efforts.get(effort);
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
    Map<Objective, Double> radii = new HashMap<>();
    for (Hops hops : Hops.values()) {
      ToIntFunction<PolicyServer> reached =
          server ->
              hops == Hops.ONE ? naive.direct(server.index()) : naive.multiHop(server.index());
      List<PolicyServer> servers = policy.servers();
      radii.put(
          new Objective(RadiusKind.MEAN, hops),
          servers.stream().mapToInt(reached).average().orElse(0));
      radii.put(
          new Objective(RadiusKind.WORST, hops),
          (double) servers.stream().mapToInt(reached).max().orElse(0));
      radii.put(
          new Objective(RadiusKind.INTERNET, hops),
          (double)
              servers.stream()
                  .filter(PolicyServer::internetFacing)
                  .mapToInt(reached)
                  .max()
                  .orElse(0));
    }
    return new Brute(
        Map.of(
            Effort.RULES,
            policy.ruleSets().stream()
                .filter(set -> set.kind() == EnforcementKind.HOST)
                .mapToDouble(set -> set.rules().size() * set.servers().size())
                .sum(),
            Effort.DEVICES,
            (double)
                policy.servers().stream()
                    .filter(PolicyServer::micro)
                    .map(PolicyServer::hypervisorHost)
                    .distinct()
                    .count(),
            Effort.VCPUS,
            HostProcessors.of(SizingStudy.of(design, policy, SizingParameters.defaults())).count()),
        radii);
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
    boolean facing = hasFacing(design);
    for (Effort effort : Effort.values()) {
      assertThat(optimiser.isExact(effort)).isTrue();
      for (Objective objective : all.get(0).radii().keySet()) {
        if (objective.kind() == RadiusKind.INTERNET && !facing) {
          assertThatThrownBy(() -> optimiser.front(effort, objective, Progress.NONE))
              .hasMessageContaining("no server is internet-facing");
          continue;
        }
        for (int i = (int) seed % 3; i < all.size(); i += 3) {
          Brute aim = all.get(i);
          checkGoal(optimiser, new Target.Goal(aim.radius(objective), effort, objective), all);
          checkBudget(optimiser, new Target.Budget(effort, aim.effort(effort), objective), all);
        }
        checkFront(optimiser, effort, objective, all);
      }
    }
  }

  private static boolean hasFacing(Design design) {
    return PolicyCompiler.compile(design, DAY).servers().stream()
        .anyMatch(PolicyServer::internetFacing);
  }

  private static void checkGoal(Optimiser optimiser, Target.Goal goal, List<Brute> all) {
    double best =
        all.stream()
            .filter(each -> each.radius(goal.objective()) <= goal.atMost() + 1e-9)
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
            .mapToDouble(each -> each.radius(budget.objective()))
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

  private static void checkFront(
      Optimiser optimiser, Effort effort, Objective objective, List<Brute> all) {
    List<Brute> sorted =
        all.stream()
            .sorted(
                Comparator.comparingDouble((Brute each) -> each.effort(effort))
                    .thenComparingDouble(each -> each.radius(objective)))
            .toList();
    List<double[]> front = new ArrayList<>();
    for (Brute each : sorted) {
      if (front.isEmpty() || each.radius(objective) < front.get(front.size() - 1)[1] - 1e-9) {
        front.add(new double[] {each.effort(effort), each.radius(objective)});
      }
    }
    ParetoFront found = optimiser.front(effort, objective, Progress.NONE);
    assertThat(found.exact()).isTrue();
    assertThat(found.points()).hasSameSizeAs(front);
    for (int i = 0; i < front.size(); i++) {
      FrontPoint point = found.points().get(i);
      assertThat(point.effort()).isEqualTo(front.get(i)[0]);
      assertThat(point.radius()).isCloseTo(front.get(i)[1], within(1e-9));
      assertThat(point.bound()).isLessThanOrEqualTo(point.radius() + 1e-9);
    }
    ParetoFront greedy = optimiser.quick().front(effort, objective, Progress.NONE);
    assertThat(greedy.exact()).isFalse();
    for (FrontPoint point : greedy.points()) {
      double best =
          sorted.stream()
              .filter(each -> each.effort(effort) <= point.effort())
              .mapToDouble(each -> each.radius(objective))
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

  @Test
  void vcpusOfManyGroupsAreBoundedByTheLoadThatTheGroupsBring() {
    Design design = RandomGroups.of(2, 60, 60);
    Optimiser optimiser = optimiser(design);
    ParetoFront front = optimiser.front(Effort.VCPUS, Progress.NONE);
    FrontPoint middle = front.points().get(front.points().size() / 2);

    Plan plan = optimiser.choose(new Target.Goal(middle.radius(), Effort.VCPUS), Progress.NONE);

    assertThat(front.exact()).isFalse();
    assertThat(plan.met()).isTrue();
    assertThat(plan.effort()).isLessThanOrEqualTo(middle.effort());
    assertThat(plan.bound()).isGreaterThan(0.03 * plan.effort());
    CompiledPolicy policy = PolicyCompiler.compile(design, DAY.withStrategy(plan.strategy()));
    assertThat(
            HostProcessors.of(SizingStudy.of(design, policy, SizingParameters.defaults())).count())
        .isEqualTo(plan.effort());
  }

  @Test
  void worstOfManyGroupsIsBoundedByWhatEachGroupLeaves() {
    Design design = RandomGroups.of(4, 60, 5);
    Optimiser optimiser = optimiser(design);
    for (Hops hops : Hops.values()) {
      Objective objective = new Objective(RadiusKind.WORST, hops);
      ParetoFront front = optimiser.front(Effort.RULES, objective, Progress.NONE);
      double middle = front.points().get(front.points().size() / 2).radius();

      Plan plan = optimiser.choose(new Target.Goal(middle, Effort.RULES, objective), Progress.NONE);

      assertThat(plan.met()).as("%s", hops).isTrue();
      assertThat(plan.bound()).as("%s", hops).isPositive();
      assertThat(plan.gap()).as("%s", hops).isBetween(0.0, 0.5);
      assertThat(plan.groups().get(0).reason(Effort.RULES)).contains(objective.label());
    }
  }

  @Test
  void searchEndsAsSoonAsItIsCancelled() {
    Design design = RandomGroups.of(3, 14, 30);
    Optimiser optimiser = optimiser(design);
    CountedProgress soon = new CountedProgress(100);

    assertThatThrownBy(() -> optimiser.front(Effort.VCPUS, soon))
        .isInstanceOf(CancelledException.class);
    assertThat(soon.checks()).isEqualTo(101);
    assertThat(optimiser.front(Effort.VCPUS, Progress.NONE).exact()).isTrue();
  }
}
