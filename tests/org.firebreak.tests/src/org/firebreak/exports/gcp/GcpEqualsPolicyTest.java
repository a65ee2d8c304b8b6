package org.firebreak.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.cloud.HostFilters;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported firewall rules, read back, permit exactly what the compiled policy permits. */
class GcpEqualsPolicyTest {
  @TempDir Path folder;

  static Stream<Arguments> designs() {
    List<Arguments> designs = new ArrayList<>();
    for (StrategyKind strategy : List.of(StrategyKind.MICRO, StrategyKind.HYBRID)) {
      for (long seed = 1; seed <= 8; seed++) {
        designs.add(Arguments.of(strategy, seed % 4 == 0 ? 300 : 40, seed));
      }
    }
    return designs.stream();
  }

  @ParameterizedTest(name = "{0}, {1} flows, seed {2}")
  @MethodSource("designs")
  void rulesPermitWhatThePolicyPermits(StrategyKind strategy, int flows, long seed)
      throws Exception {
    HostFilters filters =
        HostFilters.check(
            folder.resolve("b"), RandomDesign.of(strategy, flows, seed), "gcp", Map.of());
    assertThat(filters.compared()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(RolloutPhase.class)
  void phasesPermitWhatTheirRulesPermit(RolloutPhase phase) throws Exception {
    for (long seed = 21; seed <= 24; seed++) {
      Design design = RandomDesign.of(StrategyKind.MICRO, 40, seed);
      HostFilters.checkPhase(folder.resolve("b" + seed), design, phase, "gcp");
    }
  }

  @Test
  void quarantinedServersPermitRespondersAlone() throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 60, 5);
    ServerGroup group = design.getZones().get(1).getGroups().get(0);
    CompileOptions options =
        CompileOptions.on(LocalDate.of(2026, 1, 1))
            .withQuarantined(
                Set.of(group.getServers().get(0).getId()),
                Set.of(design.getZones().get(2).getGroups().get(1).getId()));
    HostFilters.check(folder.resolve("b"), design, options, "gcp", Map.of());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void tenantsAreReadFromFoldersOfTheirOwn(long seed) throws Exception {
    Design design = RandomDesign.withTenants(StrategyKind.MICRO, 60, seed);
    HostFilters.check(folder.resolve("b"), design, "gcp", Map.of());
  }
}
