package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported, read back, permits exactly what the policy permits. */
class KubernetesEqualsPolicyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "kubernetes, MICRO, tenant",
    "kubernetes, HYBRID, zone",
  })
  void randomDesigns(String platform, StrategyKind strategy, String namespaces) throws Exception {
    int explained = 0;
    for (int seed = 0; seed < 12; seed++) {
      Design design =
          seed % 2 == 0
              ? RandomDesign.of(strategy, 40, seed)
              : RandomDesign.withTenants(strategy, 60, seed);
      HostFilters filters =
          HostFilters.export(
              folder.resolve("b" + seed),
              compile(design),
              platform,
              Map.of("namespaces", namespaces));
      explained += filters.assertEqual(platform.equals("calico"));
    }
    assertThat(explained > 0)
        .as("%s differences are limitations", explained)
        .isEqualTo(!platform.equals("calico"));
  }

  @Test
  void hostsOfCalico() throws Exception {
    for (int seed = 0; seed < 4; seed++) {
      CompiledPolicy policy = compile(RandomDesign.withTenants(StrategyKind.HYBRID, 60, seed));
      HostFilters.export(folder.resolve("b" + seed), policy, "calico", Map.of("endpoints", "host"))
          .assertEqual(true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico", "cluster-network-policy"})
  void samples(String platform) throws Exception {
    for (String sample : Samples.names()) {
      CompiledPolicy policy =
          PolicyCompiler.compile(
              Samples.load(sample),
              CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO));
      HostFilters.export(folder.resolve(sample), policy, platform, Map.of())
          .assertEqual(platform.equals("calico"));
    }
  }

  private static CompiledPolicy compile(Design design) {
    return PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
  }
}
