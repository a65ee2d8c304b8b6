package org.firebreak.exports.nftables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.exports.FilterEqualsPolicy;
import org.firebreak.exports.RandomDesign;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported rulesets, read back by {@link NftReader}, decide as the compiled policy does. */
class NftEqualsPolicyTest {
  @TempDir Path folder;

  static Stream<Arguments> designs() {
    List<Arguments> designs = new ArrayList<>();
    for (StrategyKind strategy : StrategyKind.values()) {
      for (int seed = 1; seed <= 6; seed++) {
        designs.add(Arguments.of(strategy, seed % 3 == 0 ? 400 : 40, (long) seed));
      }
    }
    return designs.stream();
  }

  @ParameterizedTest(name = "{0}, {1} flows, seed {2}")
  @MethodSource("designs")
  void exportDecidesAsThePolicyDoes(StrategyKind strategy, int flows, long seed) throws Exception {
    check(RandomDesign.of(strategy, flows, seed), seed);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("designsWithTenants")
  void tenantsAndSeveralFirewallsAreKeptApart(StrategyKind strategy, long seed) throws Exception {
    check(RandomDesign.withTenants(strategy, 60, seed), seed);
  }

  static Stream<Arguments> designsWithTenants() {
    List<Arguments> designs = new ArrayList<>();
    for (StrategyKind strategy : StrategyKind.values()) {
      for (long seed = 11; seed <= 16; seed++) {
        designs.add(Arguments.of(strategy, seed));
      }
    }
    return designs.stream();
  }

  private void check(Design design, long seed) throws Exception {
    FilterEqualsPolicy.check(folder, design, seed, "nftables", Map.of(), ".nft", NftReader::of);
  }
}
