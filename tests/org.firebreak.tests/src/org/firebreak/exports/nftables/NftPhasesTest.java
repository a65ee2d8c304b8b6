package org.firebreak.exports.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FilterEqualsPolicy;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the phases of a roll-out deny, alert and log. */
class NftPhasesTest {
  @TempDir Path folder;

  private ExportReport export(CompiledPolicy policy, Map<String, String> settings)
      throws Exception {
    return BundleWriter.write(
        folder.resolve("bundle"), policy, Exporters.byIds("nftables"), settings, Progress.NONE);
  }

  private static CompiledPolicy compile(Design design, StrategyKind strategy, String phase) {
    return PolicyCompiler.compile(
        design,
        CompileOptions.on(LocalDate.of(2026, 1, 1))
            .withStrategy(strategy)
            .withRollout(RolloutPlan.of(RolloutPhase.parse(phase))));
  }

  private List<Path> rulesets() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("bundle"))) {
      return files.filter(file -> file.toString().endsWith(".nft")).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"monitor,1", "monitor,2", "alert,1", "alert,2"})
  void onlyWhatThePhaseDeniesIsDenied(String phase, long seed) throws Exception {
    CompiledPolicy policy =
        compile(RandomDesign.of(StrategyKind.GROUP, 60, seed), StrategyKind.GROUP, phase);
    export(policy, Map.of());
    NftReader reader = NftReader.of(Files.readString(rulesets().get(0)));
    List<Address> addresses = addresses(policy, false);
    Random random = new Random(seed);
    int[] seen = new int[Verdict.Kind.values().length];
    for (int i = 0; i < 4000; i++) {
      Address source = addresses.get(random.nextInt(addresses.size()));
      Address destination = addresses.get(random.nextInt(addresses.size()));
      if (source.v6() != destination.v6()
          || policy
              .serverAt(policy.sharedDomain(), source)
              .equals(policy.serverAt(policy.sharedDomain(), destination))) {
        continue;
      }
      int port = List.of(22, 23, 80, 443, 3389, 8000, 9).get(random.nextInt(7));
      Connection connection = Connection.of(policy.sharedDomain(), source, destination, 6, port);
      Verdict verdict = policy.decide(connection);
      FilterEqualsPolicy.Outcome outcome = reader.outcome("forward", connection);
      boolean alerts = verdict.kind() == Verdict.Kind.ALERT && phase.equals("alert");
      seen[verdict.kind().ordinal()]++;
      assertThat(outcome.accepted()).as("%s %s", connection, verdict).isEqualTo(!alerts);
      if (alerts) {
        assertThat(outcome.logged()).singleElement().asString().startsWith("firebreak:alert:T-");
      } else if (verdict.kind() == Verdict.Kind.ALERT) {
        assertThat(outcome.logged()).singleElement().asString().startsWith("firebreak:monitor:M-");
      } else if (verdict.kind() == Verdict.Kind.DENY) {
        assertThat(outcome.logged())
            .as("%s %s", connection, verdict)
            .containsExactly("firebreak:monitor:M ");
      } else if (verdict.permits()) {
        assertThat(outcome.logged()).noneMatch(prefix -> prefix.contains("monitor"));
      }
    }
    assertThat(seen[Verdict.Kind.ALERT.ordinal()]).isPositive();
    assertThat(seen[Verdict.Kind.DENY.ordinal()]).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", "alert"})
  void hostsDenyNothingButTripwires(String phase) throws Exception {
    CompiledPolicy policy =
        compile(RandomDesign.of(StrategyKind.MICRO, 60, 3), StrategyKind.MICRO, phase);
    export(policy, Map.of());
    List<Address> addresses = addresses(policy, true);
    Random random = new Random(3);
    int monitored = 0;
    for (Path file : rulesets()) {
      NftReader reader = NftReader.of(Files.readString(file));
      for (int i = 0; i < 200 && file.getParent().endsWith("hosts"); i++) {
        Address source = addresses.get(random.nextInt(addresses.size()));
        Address destination = addresses.get(random.nextInt(addresses.size()));
        if (source.v6() == destination.v6()) {
          int port = List.of(22, 23, 80, 3389, 9).get(random.nextInt(5));
          Connection connection =
              Connection.of(policy.sharedDomain(), source, destination, 6, port);
          for (String chain : List.of("input", "output")) {
            FilterEqualsPolicy.Outcome outcome = reader.outcome(chain, connection);
            boolean alerts =
                outcome.logged().stream().anyMatch(each -> each.startsWith("firebreak:alert:"));
            assertThat(outcome.accepted()).as("%s %s", file, connection).isEqualTo(!alerts);
            assertThat(alerts && phase.equals("monitor")).isFalse();
            monitored += outcome.logged().contains("firebreak:monitor:M-in ") ? 1 : 0;
          }
        }
      }
    }
    assertThat(monitored).isPositive();
  }

  private static List<Address> addresses(CompiledPolicy policy, boolean micro) {
    return policy.servers().stream()
        .filter(server -> server.micro() == micro)
        .flatMap(server -> server.addresses().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", "alert"})
  void nftTakesThePhaseAndHeaderAndReportNameIt(String phase) throws Exception {
    for (StrategyKind strategy : StrategyKind.values()) {
      for (String rate : List.of("0", "50")) {
        ExportReport report =
            export(
                compile(Samples.load("lab-shop"), strategy, phase),
                Map.of("log-rate", rate, "deny", "reject"));
        assertThat(report.limitations())
            .noneMatch(each -> each.effect() == Limitation.Effect.PERMITS_MORE);
        for (Path file : rulesets()) {
          String text = Files.readString(file);
          assertThat(text)
              .contains("\n# Phase " + phase + ": denials are not enforced")
              .contains("policy accept;")
              .contains("firebreak:monitor:M")
              .doesNotContain("drop", "firebreak:deny:");
          assertThat(text.contains("firebreak:alert:") && text.contains("reject"))
              .isEqualTo(phase.equals("alert"));
        }
        Nft.assumeAvailable();
        Nft.Result result = Nft.check(rulesets());
        assertThat(result.exit()).as(result.output()).isZero();
      }
    }
  }

  @Test
  void manifestRecordsThePhase() throws Exception {
    export(compile(Samples.load("lab-shop"), StrategyKind.GROUP, "monitor"), Map.of());
    assertThat(Files.readString(folder.resolve("bundle/manifest.json")))
        .containsPattern("\"phase\" *: *\"monitor\"");
  }

  @Test
  void phaseIsNoOptionOfAPlatformAndTheMessageNamesTheNewOne() {
    assertThatThrownBy(
            () ->
                export(
                    compile(Samples.load("lab-shop"), StrategyKind.GROUP, "enforce"),
                    Map.of("nftables.phase", "monitor")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--phase PHASE")
        .hasMessageContaining("--phase-of NAME=PHASE");
  }
}
