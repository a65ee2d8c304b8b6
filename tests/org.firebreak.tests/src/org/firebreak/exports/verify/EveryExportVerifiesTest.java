package org.firebreak.exports.verify;

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
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported to Linux is exactly what is compiled, of samples and of random designs. */
class EveryExportVerifiesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @TempDir Path folder;

  static Stream<Arguments> samples() throws Exception {
    List<Arguments> arguments = new ArrayList<>();
    for (String sample : Samples.names()) {
      for (StrategyKind strategy : StrategyKind.values()) {
        for (String platform : List.of("nftables", "iptables")) {
          arguments.add(Arguments.of(sample, strategy, platform));
        }
      }
    }
    return arguments.stream();
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("samples")
  void samplesAreEqual(String sample, StrategyKind strategy, String platform) throws Exception {
    Design design = Samples.load(sample);
    check(design, CompileOptions.on(DAY).withStrategy(strategy), platform, Map.of());
  }

  static Stream<Arguments> randomDesigns() {
    List<Arguments> arguments = new ArrayList<>();
    for (StrategyKind strategy : StrategyKind.values()) {
      for (long seed = 1; seed <= 12; seed++) {
        for (String platform : List.of("nftables", "iptables")) {
          arguments.add(Arguments.of(strategy, seed, platform));
        }
      }
    }
    return arguments.stream();
  }

  @ParameterizedTest(name = "{0}, seed {1}, {2}")
  @MethodSource("randomDesigns")
  void randomDesignsAreEqual(StrategyKind strategy, long seed, String platform) throws Exception {
    int flows = seed % 3 == 0 ? 400 : 40;
    Design design =
        seed % 2 == 0
            ? RandomDesign.withTenants(strategy, flows, seed)
            : RandomDesign.of(strategy, flows, seed);
    RolloutPhase phase = RolloutPhase.values()[(int) (seed % 5 % 3)];
    Map<String, String> settings =
        seed % 4 == 0
            ? Map.of("dhcp", "true", "log-rate", "10", "deny", "reject")
            : Map.of("log-target", seed % 4 == 1 ? "nflog" : "kernel");
    check(design, CompileOptions.on(DAY).withRollout(RolloutPlan.of(phase)), platform, settings);
  }

  private void check(
      Design design, CompileOptions options, String platform, Map<String, String> settings)
      throws Exception {
    CompiledPolicy policy = PolicyCompiler.compile(design, options);
    Path bundle = folder.resolve("b");

    ExportReport report =
        BundleWriter.write(bundle, policy, Exporters.byIds(platform), settings, Progress.NONE);

    PlatformVerification written = report.verification().get(0);
    assertThat(written.readBack()).isTrue();
    assertThat(written.unread()).isEmpty();
    int expected = 0;
    for (RuleSet set : policy.ruleSets()) {
      expected += set.kind() == EnforcementKind.CENTRAL ? 1 : 2;
    }
    assertThat(written.filters()).isEqualTo(expected);
    VerificationReport again = BundleVerifier.verify(policy, bundle, Progress.NONE);
    assertThat(again.holds()).isTrue();
    assertThat(again.platforms().get(0).filters()).isEqualTo(expected);
  }
}
