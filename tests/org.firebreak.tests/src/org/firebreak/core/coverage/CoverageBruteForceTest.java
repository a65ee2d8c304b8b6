package org.firebreak.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.model.Design;
import org.firebreak.model.FlowState;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds coverage by one flow and by unions, shadowing, redundancy and effect to an enumeration of
 * all connections of random designs; {@code -Dfirebreak.seeds=N} for more designs.
 */
class CoverageBruteForceTest {
  private static final int DESIGNS = 150 * Integer.getInteger("firebreak.seeds", 1);
  private static final CompileOptions OPTIONS = CompileOptions.on(LocalDate.of(2030, 5, 15));

  private Design design;
  private String which;
  private CompiledPolicy policy;
  private FlowCoverage coverage;
  private Enumeration all;
  private final List<BitSet> bits = new ArrayList<>();
  private int unions;
  private int withoutEffect;

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300, 4000})
  void everyAnswerIsThatOfTheEnumeration(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < DESIGNS; i++) {
      prepare(
          SmallDesigns.next(random),
          StrategyKind.values()[i % StrategyKind.values().length],
          "seed " + seed + ", design " + i);
      policy.flows().forEach(this::checkCover);
      policy.flows().forEach(this::checkPairs);
      checkRedundancy();
      checkEffect();
    }
    assertThat(unions).as("flows that only several cover together").isGreaterThan(DESIGNS / 20);
    assertThat(withoutEffect).as("flows without effect").isGreaterThan(DESIGNS / 20);
  }

  private void prepare(Design next, StrategyKind strategy, String name) {
    design = next;
    which = name;
    policy = PolicyCompiler.compile(design, OPTIONS.withStrategy(strategy));
    coverage = FlowCoverage.of(policy);
    all = new Enumeration(policy);
    bits.clear();
    policy.flows().forEach(flow -> bits.add(all.permitted(flow)));
  }

  private void checkCover(PolicyFlow flow) {
    List<PolicyFlow> others = policy.flows().stream().filter(other -> other != flow).toList();
    checkAnswer(flow, coverage.coverByOthers(flow), others);
    checkAnswer(flow, coverage.coverByEarlier(flow), policy.flows().subList(0, flow.index()));
  }

  private void checkAnswer(PolicyFlow flow, Coverage answer, List<PolicyFlow> others) {
    BitSet own = bits.get(flow.index());
    String what = which + ", " + flow.ref().name();
    switch (answer) {
      case Coverage.Nothing nothing -> assertThat(own.isEmpty()).as(what).isTrue();
      case Coverage.Covered covered -> {
        assertThat(own.isEmpty()).as(what).isFalse();
        assertThat(others).as(what).containsAll(covered.by());
        assertMinimal(what, own, covered.by());
      }
      case Coverage.Open open -> {
        assertThat(inside(own, union(others))).as(what).isFalse();
        assertThat(all.permits(flow, open.example())).as(what).isTrue();
        for (PolicyFlow other : others) {
          assertThat(all.permits(other, open.example()))
              .as("%s: %s is not permitted by %s", what, open.example(), other.ref().name())
              .isFalse();
        }
      }
    }
  }

  private void assertMinimal(String what, BitSet own, Collection<PolicyFlow> by) {
    assertThat(inside(own, union(by))).as(what).isTrue();
    for (PolicyFlow needless : by) {
      List<PolicyFlow> fewer = by.stream().filter(flow -> flow != needless).toList();
      assertThat(inside(own, union(fewer)))
          .as("%s is not covered without %s", what, needless.ref().name())
          .isFalse();
    }
  }

  private void checkPairs(PolicyFlow flow) {
    BitSet own = bits.get(flow.index());
    List<PolicyFlow> overlapping = new ArrayList<>();
    for (PolicyFlow other : policy.flows()) {
      BitSet common = (BitSet) own.clone();
      common.and(bits.get(other.index()));
      String what = which + ", " + flow.ref().name() + " and " + other.ref().name();
      var example = coverage.common(flow, other);
      assertThat(example.isPresent()).as(what).isEqualTo(!common.isEmpty());
      example.ifPresent(
          tuple ->
              assertThat(all.permits(flow, tuple) && all.permits(other, tuple)).as(what).isTrue());
      assertThat(coverage.contains(other, flow))
          .as(what)
          .isEqualTo(inside(own, bits.get(other.index())));
      if (other != flow && !common.isEmpty()) {
        overlapping.add(other);
      }
      if (other.index() < flow.index()) {
        common.andNot(union(policy.flows().subList(0, other.index())));
        var decided = coverage.decidedByEarlier(other, flow);
        assertThat(decided.isPresent()).as(what).isEqualTo(!common.isEmpty());
        decided.ifPresent(
            tuple ->
                assertThat(policy.flows().stream().filter(f -> all.permits(f, tuple)).findFirst())
                    .as(what)
                    .contains(other));
      }
    }
    assertThat(coverage.overlapping(flow)).as(which).isEqualTo(overlapping);
  }

  private void checkRedundancy() {
    Redundancy found = Redundancy.of(coverage);
    Map<String, List<PolicyFlow>> same = new TreeMap<>();
    for (PolicyFlow flow : policy.flows()) {
      if (!bits.get(flow.index()).isEmpty()) {
        same.computeIfAbsent(bits.get(flow.index()).toString(), key -> new ArrayList<>()).add(flow);
      }
    }
    assertThat(found.duplicates())
        .as(which)
        .containsExactlyInAnyOrderElementsOf(
            same.values().stream().filter(flows -> flows.size() > 1).toList());
    List<PolicyFlow> left = new ArrayList<>();
    for (PolicyFlow flow : policy.flows()) {
      BitSet own = bits.get(flow.index());
      boolean covered =
          policy.flows().stream()
              .anyMatch(
                  other ->
                      other != flow
                          && inside(own, bits.get(other.index()))
                          && (!inside(bits.get(other.index()), own)
                              || other.index() < flow.index()));
      if (!own.isEmpty() && !covered) {
        left.add(flow);
      }
    }
    for (PolicyFlow flow : List.copyOf(left).reversed()) {
      List<PolicyFlow> rest = left.stream().filter(other -> other != flow).toList();
      if (inside(bits.get(flow.index()), union(rest))) {
        left.remove(flow);
      }
    }
    assertThat(policy.flows().stream().filter(found::isNeeded)).as(which).isEqualTo(left);
    Set<PolicyFlow> firsts =
        same.values().stream().map(flows -> flows.get(0)).collect(Collectors.toSet());
    firsts.removeAll(left);
    assertThat(found.covered().stream().map(Redundancy.Covered::flow))
        .as(which)
        .containsExactlyInAnyOrderElementsOf(firsts);
    for (Redundancy.Covered covered : found.covered()) {
      assertThat(left).as(which).containsAll(covered.by());
      unions += covered.by().size() > 1 ? 1 : 0;
      assertMinimal(which, bits.get(covered.flow().index()), covered.by());
    }
  }

  private void checkEffect() {
    Redundancy redundancy = Redundancy.of(coverage);
    List<FreeTraffic.NoEffect> found = FreeTraffic.of(coverage).withoutEffect(redundancy);
    BitSet free = all.free();
    List<PolicyFlow> staying =
        new ArrayList<>(policy.flows().stream().filter(redundancy::isNeeded).toList());
    List<PolicyFlow> expected = new ArrayList<>();
    for (PolicyFlow flow : policy.flows().reversed()) {
      BitSet own = bits.get(flow.index());
      BitSet enough = union(staying.stream().filter(other -> other != flow).toList());
      enough.or(free);
      boolean noEffect = inside(own, free) || redundancy.isNeeded(flow) && inside(own, enough);
      if (!own.isEmpty() && noEffect) {
        expected.add(0, flow);
        staying.remove(flow);
      }
    }
    assertThat(found.stream().map(FreeTraffic.NoEffect::flow)).as(which).isEqualTo(expected);
    withoutEffect += expected.size();
    for (FreeTraffic.NoEffect effect : found) {
      assertThat(staying).as(which).containsAll(effect.others());
      BitSet rest = (BitSet) bits.get(effect.flow().index()).clone();
      rest.andNot(free);
      assertMinimal(which, rest, effect.others());
    }
    assertThatNothingIsLostWithout(expected, staying);
  }

  /** By the intended policy itself. */
  private void assertThatNothingIsLostWithout(List<PolicyFlow> gone, List<PolicyFlow> staying) {
    Set<String> ids = staying.stream().map(flow -> flow.ref().id()).collect(Collectors.toSet());
    design.getFlows().stream()
        .filter(flow -> !ids.contains(flow.getId()))
        .forEach(flow -> flow.setState(FlowState.RETIRED));
    CompiledPolicy less = PolicyCompiler.compile(design, OPTIONS.withStrategy(policy.strategy()));
    assertThat(all.connections())
        .as("%s without %s", which, gone)
        .allSatisfy(
            connection ->
                assertThat(less.decide(connection).permits())
                    .isEqualTo(policy.decide(connection).permits()));
  }

  private BitSet union(Collection<PolicyFlow> flows) {
    BitSet union = new BitSet();
    flows.forEach(flow -> union.or(bits.get(flow.index())));
    return union;
  }

  private static boolean inside(BitSet narrow, BitSet wide) {
    BitSet rest = (BitSet) narrow.clone();
    rest.andNot(wide);
    return rest.isEmpty();
  }
}
