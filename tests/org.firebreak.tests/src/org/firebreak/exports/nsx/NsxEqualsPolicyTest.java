package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported to NSX, read back, decides at each host as the compiled policy does. */
class NsxEqualsPolicyTest {
  @TempDir Path folder;

  private void check(Design design, StrategyKind strategy, Map<String, String> settings, long seed)
      throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(strategy));
    ExportReport report =
        BundleWriter.write(
            folder.resolve("b"), policy, Exporters.byIds("nsx"), settings, Progress.NONE);
    RuleBase base =
        RuleBaseReaders.of("nsx")
            .orElseThrow()
            .read(
                new FolderFiles(folder.resolve("b/nsx")),
                HostsReadBack.addresses(policy),
                Progress.NONE);
    assertThat(base.unread()).isEmpty();
    Set<String> limited = new HashSet<>();
    for (Limitation limitation : report.platforms().get(0).limitations()) {
      assertThat(limitation.effect()).isNotEqualTo(Limitation.Effect.PERMITS_MORE);
      if (limitation.rule() != null && limitation.reason().contains("SCTP")) {
        limited.add(limitation.ruleSet());
      }
    }
    int compared =
        HostsReadBack.compare(
            policy,
            base,
            200,
            seed,
            (set, rule, wanted, read) -> !read.permits() && limited.contains(set.name()));
    assertThat(compared).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void microsegmentedRandomDesigns(long seed) throws Exception {
    check(RandomDesign.of(StrategyKind.MICRO, 120, seed), StrategyKind.MICRO, Map.of(), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void hybridRandomDesignsWithTenants(long seed) throws Exception {
    check(
        RandomDesign.withTenants(StrategyKind.HYBRID, 200, seed),
        StrategyKind.HYBRID,
        Map.of(),
        seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void tenantsThatShareAddresses(long seed) throws Exception {
    check(
        RandomDesign.withTenants(StrategyKind.MICRO, 200, seed),
        StrategyKind.MICRO,
        Map.of(),
        seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void membersByAddress(long seed) throws Exception {
    check(
        RandomDesign.of(StrategyKind.MICRO, 120, seed),
        StrategyKind.MICRO,
        Map.of("nsx.membership", "address"),
        seed);
  }

  @Test
  void smallCalls() throws Exception {
    check(
        RandomDesign.of(StrategyKind.MICRO, 600, 41),
        StrategyKind.MICRO,
        Map.of("nsx.max-intents", "1001"),
        41);
  }

  @Test
  void hostileNames() throws Exception {
    check(HostileNames.design(StrategyKind.MICRO), StrategyKind.MICRO, Map.of(), 1);
  }

  @Test
  void labShop() throws Exception {
    check(Samples.load("lab-shop"), StrategyKind.MICRO, Map.of(), 1);
  }
}
