package org.firebreak.exports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyScope;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.NamedElement;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Quarantine, phases that differ by zone, and a part of the design, in any combination, on every
 * platform: what is exported is what is compiled, but for denials that are declared.
 */
class EveryPlatformPartsTest {
  private static final int SEEDS = Integer.getInteger("firebreak.parts.seeds", 2);
  private static final RolloutPhase[] PHASES = RolloutPhase.values();

  @TempDir Path folder;

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (Exporter exporter : Exporters.all()) {
      for (StrategyKind strategy : StrategyKind.values()) {
        cases.add(Arguments.of(exporter.id(), strategy));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void isExportedAsCompiled(String platform, StrategyKind strategy) throws Exception {
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (int parts = 1; parts < 8; parts++) {
        Design design =
            seed % 2 == 0
                ? RandomDesign.withTenants(strategy, 40, seed)
                : RandomDesign.of(strategy, 40, seed);
        CompiledPolicy policy = PolicyCompiler.compile(design, options(design, parts, seed));
        String name = platform + ", " + strategy + ", seed " + seed + ", parts " + parts;
        check(name, policy, platform);
      }
    }
  }

  private void check(String name, CompiledPolicy policy, String platform) throws Exception {
    ExportReport report;
    try {
      report =
          BundleWriter.write(
              folder.resolve("b"), policy, Exporters.byIds(platform), Map.of(), Progress.NONE);
    } catch (VerificationException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
    assertThat(report.verification().get(0).readBack())
        .as("%s is read back, unless it enforces nothing", name)
        .isEqualTo(enforces(platform));
    for (Limitation limitation : report.platforms().get(0).limitations()) {
      assertThat(limitation.effect())
          .as("%s: %s", name, limitation)
          .isNotEqualTo(Limitation.Effect.PERMITS_MORE);
      if (limitation.effect() == Limitation.Effect.DENIES_MORE) {
        assertThat(limitation.rule()).as("%s: %s", name, limitation).isNotNull();
      }
    }
  }

  private static boolean enforces(String platform) {
    Set<Capability> capabilities = Exporters.byIds(platform).get(0).capabilities();
    return capabilities.contains(Capability.HOSTS) || capabilities.contains(Capability.CENTRAL);
  }

  /** Bits of parts: 1 quarantine, 2 phases, 4 scope. */
  private static CompileOptions options(Design design, int parts, long seed) {
    Random random = new Random(seed * 8 + parts);
    CompileOptions options = CompileOptions.on(LocalDate.of(2026, 1, 1));
    List<Zone> zones = design.getZones();
    List<ServerGroup> groups = zones.stream().flatMap(zone -> zone.getGroups().stream()).toList();
    if ((parts & 1) != 0) {
      Set<String> servers = new HashSet<>();
      for (int i = 0; i < 2; i++) {
        servers.add(pick(pick(groups, random).getServers(), random).getId());
      }
      Set<String> responders = new HashSet<>(Set.of(pick(groups, random).getId()));
      responders.add(pick(design.getExternalNetworks(), random).getId());
      responders.add(pick(zones, random).getId());
      options = options.withQuarantined(servers, responders);
    }
    if ((parts & 2) != 0) {
      Map<String, RolloutPhase> phases = new TreeMap<>();
      phases.put(pick(zones, random).getId(), PHASES[random.nextInt(3)]);
      phases.put(pick(zones, random).getId(), PHASES[random.nextInt(3)]);
      phases.put(pick(groups, random).getId(), PHASES[random.nextInt(3)]);
      options = options.withRollout(new RolloutPlan(PHASES[random.nextInt(3)], phases));
    }
    if ((parts & 4) != 0) {
      List<? extends NamedElement> from = random.nextBoolean() ? zones : groups;
      options =
          options.withScope(
              new PolicyScope(
                  new HashSet<>(List.of(pick(from, random).getId(), pick(from, random).getId())),
                  null));
    }
    return options;
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
