package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tenant sees of a design has the rules of the whole, and nothing of other tenants. */
class TenantPropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("firebreak.seeds", 300));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rulesOfTheTenantsDomainAreThoseOfTheWhole(long seed) {
    Design design = RandomDesign.of(seed);
    Design before = EcoreUtil.copy(design);
    for (StrategyKind strategy : PolicyPropertyTest.strategies(design)) {
      CompileOptions options = CompileOptions.on(RandomDesign.TODAY).withStrategy(strategy);
      CompiledPolicy whole = PolicyCompiler.compile(design, options);
      for (Tenant tenant : design.getTenants()) {
        TenantDesign part = TenantDesign.of(design, tenant.getId());
        CompiledPolicy own = PolicyCompiler.compile(part.design(), part.options(options));
        assertThat(own.ruleSets())
            .allMatch(set -> tenant.getId().equals(set.domain().tenant().id()));
        assertThat(rules(own, tenant)).as("%s", strategy).isEqualTo(rules(whole, tenant));
        assertHasNothingOfOthers(part.design(), whole, tenant);
      }
    }
    assertThat(EcoreUtil.equals(design, before)).isTrue();
  }

  /** The rules at the firewalls, and those of each host, without positions in tables. */
  private static Map<String, List<List<Object>>> rules(CompiledPolicy policy, Tenant tenant) {
    Map<String, List<List<Object>>> rules = new LinkedHashMap<>();
    for (RuleSet set : policy.ruleSets()) {
      if (!set.domain().isShared() && set.domain().tenant().id().equals(tenant.getId())) {
        List<List<Object>> of = set.rules().stream().map(TenantPropertyTest::content).toList();
        if (set.kind() == EnforcementKind.CENTRAL) {
          rules.put(set.id() + " " + set.name(), of);
        }
        set.servers().forEach(server -> rules.put(set.id() + " " + server.ref().id(), of));
      }
    }
    return rules;
  }

  private static List<Object> content(Rule rule) {
    return List.of(
        rule.id(),
        rule.kind(),
        rule.direction(),
        rule.source(),
        rule.destination(),
        rule.services(),
        rule.action(),
        rule.log(),
        rule.origins());
  }

  private static void assertHasNothingOfOthers(Design part, CompiledPolicy whole, Tenant tenant) {
    Set<String> foreign = new HashSet<>();
    for (PolicyServer server : whole.servers()) {
      if (!server.domain().isShared() && !server.domain().tenant().id().equals(tenant.getId())) {
        foreign.add(server.ref().id());
      }
    }
    assertThat(EcoreUtil.UnresolvedProxyCrossReferencer.find(part)).isEmpty();
    assertThat(EcoreUtil.ExternalCrossReferencer.find(part)).isEmpty();
    part.eAllContents()
        .forEachRemaining(
            each -> {
              if (each instanceof Element element) {
                assertThat(foreign).doesNotContain(element.getId());
              }
              if (each instanceof Tenant other) {
                assertThat(other.getId()).isEqualTo(tenant.getId());
              }
              if (each instanceof Server server && server.getTenant() != null) {
                assertThat(server.getTenant().getId()).isEqualTo(tenant.getId());
              }
            });
  }
}
