package org.firebreak.exports.aci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.verify.Mismatch;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.exports.verify.PlatformVerifier;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported to ACI, read back, decides at each host exactly as the compiled policy does. */
class AciEqualsPolicyTest {
  @TempDir Path folder;

  private PlatformVerification check(Design design, CompileOptions options, String... settings)
      throws Exception {
    CompiledPolicy policy = PolicyCompiler.compile(design, options);
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      given.put(settings[i], settings[i + 1]);
    }
    ExportReport report =
        BundleWriter.write(
            folder.resolve("b"), policy, Exporters.byIds("aci"), given, Progress.NONE);
    new AciChecks().check(new FolderFiles(folder.resolve("b/aci")));
    PlatformVerification verification =
        new PlatformVerifier(
                Exporters.byIds("aci").get(0),
                policy,
                policy.ruleSets().stream()
                    .filter(set -> set.kind() == EnforcementKind.HOST)
                    .toList(),
                report.platforms().get(0).limitations())
            .verify(
                RuleBaseReaders.of("aci").orElseThrow(),
                new FolderFiles(folder.resolve("b/aci")),
                Progress.NONE);
    assertThat(verification.unread()).isEmpty();
    assertThat(verification.mismatches()).extracting(Mismatch::text).isEmpty();
    assertThat(verification.filters()).isPositive();
    return verification;
  }

  private static CompileOptions options(StrategyKind strategy) {
    return CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(strategy);
  }

  private static void assertNeverWider(PlatformVerification verification) {
    assertThat(verification.declared())
        .allMatch(
            each ->
                ((Mismatch.Decision) each).declared().effect() != Limitation.Effect.PERMITS_MORE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void microsegmentedRandomDesigns(long seed) throws Exception {
    assertNeverWider(
        check(RandomDesign.of(StrategyKind.MICRO, 120, seed), options(StrategyKind.MICRO)));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void hybridRandomDesignsWithTenants(long seed) throws Exception {
    assertNeverWider(
        check(
            RandomDesign.withTenants(StrategyKind.HYBRID, 200, seed),
            options(StrategyKind.HYBRID)));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void tenantsThatShareAddresses(long seed) throws Exception {
    check(RandomDesign.withTenants(StrategyKind.MICRO, 200, seed), options(StrategyKind.MICRO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aci.membership address", "aci.endpoints epg", "aci.portless permit"})
  void everyFormOfGroups(String setting) throws Exception {
    String[] words = setting.split(" ");
    for (long seed = 31; seed < 34; seed++) {
      check(
          RandomDesign.of(StrategyKind.MICRO, 120, seed),
          options(StrategyKind.MICRO),
          words[0],
          words[1]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MONITOR", "ALERT"})
  void phasesOfRollout(RolloutPhase phase) throws Exception {
    for (long seed = 41; seed < 45; seed++) {
      check(
          RandomDesign.of(StrategyKind.MICRO, 60, seed),
          options(StrategyKind.MICRO).withRollout(RolloutPlan.of(phase)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54})
  void zonesInDifferentPhases(long seed) throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 60, seed);
    assertNeverWider(
        check(
            design,
            options(StrategyKind.MICRO)
                .withRollout(
                    new RolloutPlan(
                        RolloutPhase.ENFORCE,
                        Map.of(
                            design.getZones().get(0).getId(), RolloutPhase.MONITOR,
                            design.getZones().get(1).getId(), RolloutPhase.ALERT,
                            design.getZones().get(2).getId(), RolloutPhase.MONITOR)))));
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62})
  void quarantinedServers(long seed) throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 60, seed);
    var groups = design.getZones().get(0).getGroups();
    assertNeverWider(
        check(
            design,
            options(StrategyKind.MICRO)
                .withQuarantined(
                    Set.of(groups.get(0).getServers().get(0).getId()),
                    Set.of(groups.get(1).getId()))));
  }

  @Test
  void addressThatServersShareHasWhatAllOfThemPermit() throws Exception {
    DesignBuilder builder = new DesignBuilder("cluster", StrategyKind.MICRO);
    var zone = builder.zone("zone");
    builder.external("office", "192.168.0.0/16");
    var web = builder.group(zone, "web");
    builder.server(web, "web1", "10.0.0.1", "10.0.0.9");
    builder.server(web, "web2", "10.0.0.2", "10.0.0.9");
    builder.server(web, "web3", "10.0.0.9");
    var db = builder.group(zone, "db");
    builder.server(db, "db1", "10.0.1.1");
    builder.flow("office", "web", "tcp/443");
    builder.flow("web", "db", "tcp/5432");
    PlatformVerification one = check(builder.design(), options(StrategyKind.MICRO));
    assertThat(one.declared()).isEmpty();

    builder.server(db, "db2", "10.0.0.9");
    PlatformVerification two = check(builder.design(), options(StrategyKind.MICRO));
    assertNeverWider(two);
    assertThat(two.declared())
        .isNotEmpty()
        .allSatisfy(
            each -> {
              Limitation limitation = ((Mismatch.Decision) each).declared();
              assertThat(limitation.effect()).isEqualTo(Limitation.Effect.DENIES_MORE);
              assertThat(limitation.rule()).startsWith("F-");
            });
  }

  @Test
  void servicesWithoutPortsArePermittedIfTheyAreBothWays() throws Exception {
    DesignBuilder builder = new DesignBuilder("tunnel", StrategyKind.MICRO);
    var zone = builder.zone("zone");
    builder.server(builder.group(zone, "left"), "left1", "10.0.0.1");
    builder.server(builder.group(zone, "right"), "right1", "10.0.1.1");
    builder.flow("left", "right", "esp");
    PlatformVerification one = check(builder.design(), options(StrategyKind.MICRO));
    assertNeverWider(one);
    assertThat(one.declared()).as("replies could not be told apart").hasSize(2);

    builder.flow("right", "left", "esp");
    assertThat(check(builder.design(), options(StrategyKind.MICRO)).declared()).isEmpty();
  }

  @Test
  void monitoredHostsKeepDenialsOfTheirPeers() throws Exception {
    DesignBuilder builder = new DesignBuilder("phases", StrategyKind.MICRO);
    var one = builder.zone("one");
    var two = builder.zone("two");
    builder.server(builder.group(one, "web"), "web1", "10.0.0.1");
    builder.server(builder.group(two, "db"), "db1", "10.0.1.1");
    builder.flow("web", "db", "tcp/5432");
    PlatformVerification verification =
        check(
            builder.design(),
            options(StrategyKind.MICRO)
                .withRollout(
                    new RolloutPlan(
                        RolloutPhase.ENFORCE, Map.of(one.getId(), RolloutPhase.MONITOR))));
    assertNeverWider(verification);
    assertThat(verification.declared())
        .extracting(each -> ((Mismatch.Decision) each).declared().rule())
        .containsOnly("M-in", "M-out");
  }

  @Test
  void hostileNames() throws Exception {
    check(HostileNames.design(StrategyKind.MICRO), options(StrategyKind.MICRO));
  }
}
