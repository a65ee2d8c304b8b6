package org.firebreak.exports.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.exports.RandomDesign;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of a platform of hosts, read back, permit exactly what the compiled policy permits. */
class HostPlatformsEqualPolicyTest {
  private static final Map<String, Map<String, String>> PLATFORMS =
      Map.of(
          "aws", Map.of("aws.format", "both"),
          "azure", Map.of(),
          "gcp", Map.of(),
          "windows", Map.of());

  @TempDir Path folder;

  static Stream<String> platforms() {
    return PLATFORMS.keySet().stream().sorted();
  }

  static Stream<Arguments> designs() {
    return platforms()
        .flatMap(
            platform ->
                Stream.of(StrategyKind.MICRO, StrategyKind.HYBRID)
                    .flatMap(
                        strategy ->
                            LongStream.rangeClosed(1, 8)
                                .mapToObj(
                                    seed ->
                                        Arguments.of(
                                            platform, strategy, seed % 4 == 0 ? 300 : 40, seed))));
  }

  @ParameterizedTest(name = "{0}: {1}, {2} flows, seed {3}")
  @MethodSource("designs")
  void filesPermitWhatThePolicyPermits(String platform, StrategyKind strategy, int flows, long seed)
      throws Exception {
    HostFilters filters =
        HostFilters.check(
            folder.resolve("b"),
            RandomDesign.of(strategy, flows, seed),
            platform,
            PLATFORMS.get(platform));
    assertThat(filters.compared()).isPositive();
  }

  static Stream<Arguments> phases() {
    return platforms()
        .flatMap(
            platform ->
                Stream.of(RolloutPhase.values()).map(phase -> Arguments.of(platform, phase)));
  }

  @ParameterizedTest
  @MethodSource("phases")
  void phasesPermitWhatTheirRulesPermit(String platform, RolloutPhase phase) throws Exception {
    for (long seed = 21; seed <= 24; seed++) {
      Design design = RandomDesign.of(StrategyKind.MICRO, 40, seed);
      HostFilters.checkPhase(folder.resolve("b" + seed), design, phase, platform);
    }
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void quarantinedServersPermitRespondersAlone(String platform) throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 60, 5);
    ServerGroup group = design.getZones().get(1).getGroups().get(0);
    CompileOptions options =
        CompileOptions.on(LocalDate.of(2026, 1, 1))
            .withQuarantined(
                Set.of(group.getServers().get(0).getId()),
                Set.of(design.getZones().get(2).getGroups().get(1).getId()));
    HostFilters.check(folder.resolve("b"), design, options, platform, Map.of());
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void tenantsHaveFilesOfTheirOwn(String platform) throws Exception {
    for (long seed = 11; seed <= 13; seed++) {
      Design design = RandomDesign.withTenants(StrategyKind.MICRO, 60, seed);
      HostFilters.check(folder.resolve("b" + seed), design, platform, PLATFORMS.get(platform));
    }
  }
}
