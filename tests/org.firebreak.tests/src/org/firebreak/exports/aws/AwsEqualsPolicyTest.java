package org.firebreak.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.cloud.HostFilters;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported security groups, read back, permit exactly what the compiled policy permits. */
class AwsEqualsPolicyTest {
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
  void bothFormatsPermitWhatThePolicyPermits(StrategyKind strategy, int flows, long seed)
      throws Exception {
    HostFilters filters =
        HostFilters.check(
            folder.resolve("b"),
            RandomDesign.of(strategy, flows, seed),
            "aws",
            Map.of("aws.format", "both"));
    assertThat(filters.compared()).isPositive();
  }
}
