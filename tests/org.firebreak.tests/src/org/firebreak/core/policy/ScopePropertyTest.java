package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.firebreak.core.address.Address;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rules of a part of a design to those of the whole. */
class ScopePropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("firebreak.seeds", 200));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rulesOfAPartDecideItsConnectionsLikeTheWholeAndNoOthers(long seed) {
    Design design = RandomDesign.of(seed);
    Random random = new Random(seed);
    StrategyKind strategy = StrategyKind.values()[random.nextInt(3)];
    CompileOptions options = CompileOptions.on(RandomDesign.TODAY).withStrategy(strategy);
    CompiledPolicy whole = PolicyCompiler.compile(design, options);
    List<PolicyEndpoint> ends =
        whole.endpoints().stream().filter(endpoint -> !endpoint.isExternal()).toList();
    if (ends.isEmpty()) {
      return;
    }
    Set<String> ids = new TreeSet<>();
    List<PolicyEndpoint> chosen = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      PolicyEndpoint end = ends.get(random.nextInt(ends.size()));
      chosen.add(end);
      ids.add(end.ref().id());
    }
    CompiledPolicy part =
        PolicyCompiler.compile(design, options.withScope(new PolicyScope(ids, null)));
    Map<String, RuleSet> parts = new LinkedHashMap<>();
    part.ruleSets().forEach(set -> parts.put(set.id(), set));
    for (RuleSet set : whole.ruleSets()) {
      RuleSet own = parts.remove(set.id());
      if (set.kind() == EnforcementKind.HOST) {
        List<PolicyServer> inScope =
            set.servers().stream()
                .filter(server -> chosen.stream().anyMatch(end -> end.holds(server.index())))
                .toList();
        assertThat(own == null ? List.of() : own.servers()).containsExactlyElementsOf(inScope);
        assertThat(own == null || own.rules().equals(set.rules())).isTrue();
      } else {
        check(whole, chosen, set, own, random);
      }
    }
    assertThat(parts).isEmpty();
  }

  private static void check(
      CompiledPolicy whole, List<PolicyEndpoint> chosen, RuleSet set, RuleSet own, Random random) {
    List<Address> addresses = PolicyPropertyTest.boundaryAddresses(whole);
    List<Rule> rules = own == null ? List.of() : own.rules();
    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    for (int i = 0; i < 200; i++) {
      Connection connection = PolicyPropertyTest.connection(random, set.domain(), addresses);
      boolean inScope =
          chosen.stream()
              .map(end -> whole.addresses(set.domain(), end))
              .anyMatch(
                  part ->
                      part.contains(connection.source())
                          || part.contains(connection.destination()));
      Optional<Rule> expected = inScope ? first(set.rules(), connection) : Optional.empty();
      Optional<Rule> actual = first(rules, connection);
      assertThat(actual.map(ScopePropertyTest::effect))
          .as("%s %s", own, connection)
          .isEqualTo(expected.map(ScopePropertyTest::effect));
    }
  }

  private static Optional<Rule> first(List<Rule> rules, Connection connection) {
    return rules.stream().filter(rule -> rule.matches(connection)).findFirst();
  }

  private static List<Object> effect(Rule rule) {
    List<Object> effect = new ArrayList<>();
    effect.add(rule.kind());
    effect.add(rule.action());
    effect.add(rule.log());
    effect.add(rule.alert());
    effect.add(rule.origins());
    return effect;
  }
}
