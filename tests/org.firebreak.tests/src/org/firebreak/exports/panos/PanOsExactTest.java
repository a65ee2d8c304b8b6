package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is exported for firewalls and for hosts, as commands and as XML, is read back and decides
 * exactly as the compiled policy does, but for what a limitation declares of the very rule.
 */
class PanOsExactTest {
  private static final CompileOptions DAY = CompileOptions.on(LocalDate.of(2026, 1, 1));
  private static final Map<String, String> PANORAMA =
      Map.of(
          "target", "panorama", "smtp-gateway", "mail.example.com", "smtp-from", "fw@example.com");

  @TempDir Path folder;

  private void check(CompiledPolicy policy, Map<String, String> settings) throws Exception {
    ReadBack central = ReadBack.of(policy, "panos", folder.resolve("central"), settings);
    central.assertEqualsPolicy(EnforcementKind.CENTRAL);
    ReadBack hosts = ReadBack.of(policy, "panos-vm", folder.resolve("hosts"), settings);
    hosts.assertEqualsPolicy(EnforcementKind.HOST);
  }

  static Stream<Arguments> samples() throws Exception {
    List<Arguments> all = new ArrayList<>();
    for (String sample : Samples.names()) {
      for (StrategyKind strategy : StrategyKind.values()) {
        all.add(Arguments.of(sample, strategy));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("samples")
  void sampleIsReadBackAsItsPolicy(String sample, StrategyKind strategy) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(Samples.load(sample), DAY.withStrategy(strategy));
    check(policy, Map.of());
    check(policy, PANORAMA);
  }

  static Stream<Arguments> designs() {
    List<Arguments> designs = new ArrayList<>();
    for (StrategyKind strategy : StrategyKind.values()) {
      for (int seed = 1; seed <= 4; seed++) {
        designs.add(Arguments.of(strategy, seed % 2 == 0 ? 150 : 40, (long) seed));
      }
    }
    return designs.stream();
  }

  @ParameterizedTest(name = "{0}, {1} flows, seed {2}")
  @MethodSource("designs")
  void randomDesignIsReadBackAsItsPolicy(StrategyKind strategy, int flows, long seed)
      throws Exception {
    Design design = RandomDesign.of(strategy, flows, seed);
    check(PolicyCompiler.compile(design, DAY), seed % 2 == 0 ? PANORAMA : Map.of());
  }

  @ParameterizedTest(name = "{0}, {1} flows, seed {2}")
  @MethodSource("designs")
  void tenantsAreReadBackApart(StrategyKind strategy, int flows, long seed) throws Exception {
    Design design = RandomDesign.withTenants(strategy, flows, seed);
    check(PolicyCompiler.compile(design, DAY), seed % 2 == 0 ? PANORAMA : Map.of());
  }

  @Test
  void everyPhaseIsReadBackAsItsPolicy() throws Exception {
    for (String phase : List.of("monitor", "alert")) {
      for (StrategyKind strategy : StrategyKind.values()) {
        CompiledPolicy policy =
            PolicyCompiler.compile(
                RandomDesign.of(strategy, 60, 7),
                DAY.withRollout(RolloutPlan.of(RolloutPhase.parse(phase))));
        check(policy, Map.of());
      }
    }
  }

  @Test
  void onlyEchoOfEveryCodeAndIcmpOfOverlappingTypesAreDeclared() throws Exception {
    ReadBack central =
        ReadBack.of(
            PolicyCompiler.compile(RandomDesign.of(StrategyKind.GROUP, 150, 2), DAY),
            "panos",
            folder.resolve("central"),
            Map.of());
    assertThat(central.report().limitations())
        .filteredOn(each -> each.effect() == Limitation.Effect.DENIES_MORE)
        .allMatch(each -> each.reason().contains("App-ID ping"));
  }
}
