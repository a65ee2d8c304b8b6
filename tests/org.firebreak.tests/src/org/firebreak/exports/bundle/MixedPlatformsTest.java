package org.firebreak.exports.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.Enforcer;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** NSX for virtual machines, nftables for bare metal, PAN-OS between zones, in one design. */
class MixedPlatformsTest {
  private static final Set<String> PLATFORMS = Set.of("nsx", "nftables", "panos");
  private static final int[][] SERVICES = {
    {6, 22}, {6, 443}, {6, 5432}, {6, 8080}, {17, 53}, {17, 5432}
  };

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void everyConnectionMeetsThePlatformsOnItsPath(StrategyKind strategy) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(design(strategy), CompileOptions.on(LocalDate.of(2026, 1, 1)));

    ExportReport report =
        BundleWriter.write(folder.resolve("b"), policy, Exporters.all(), Map.of(), Progress.NONE);

    assertThat(report.unenforced()).isEmpty();
    Map<String, List<PlacedFilter>> filters = new HashMap<>();
    Set<String> filtering = new HashSet<>();
    for (PlatformVerification platform : report.verification()) {
      if (platform.filters() > 0) {
        filtering.add(platform.platform());
        read(platform.platform(), policy)
            .filters()
            .forEach(
                filter ->
                    places(filter)
                        .forEach(
                            place ->
                                filters
                                    .computeIfAbsent(place, each -> new ArrayList<>())
                                    .add(filter)));
      }
    }
    assertThat(filtering)
        .isEqualTo(
            switch (strategy) {
              case GROUP -> Set.of("panos");
              case MICRO -> Set.of("nsx", "nftables");
              case HYBRID -> PLATFORMS;
            });
    Set<Verdict.Kind> seen = new HashSet<>();
    for (PolicyServer from : policy.servers()) {
      for (PolicyServer to : policy.servers()) {
        for (int[] service : SERVICES) {
          Connection connection =
              new Connection(
                  policy.domains().get(0),
                  from.addresses().get(0),
                  to.addresses().get(0),
                  service[0],
                  service[1],
                  0,
                  0);
          Verdict verdict = policy.decide(connection);
          if (from != to && !verdict.enforcedAt().isEmpty()) {
            seen.add(verdict.kind());
            assertThat(passes(connection, from, verdict.enforcedAt(), filters))
                .as("%s: %s", connection, verdict)
                .isEqualTo(verdict.permits());
          }
        }
      }
    }
    assertThat(seen).contains(Verdict.Kind.PERMIT, Verdict.Kind.DENY, Verdict.Kind.ALERT);
  }

  private RuleBase read(String platform, CompiledPolicy policy) throws Exception {
    return RuleBaseReaders.of(platform)
        .orElseThrow()
        .read(
            new FolderFiles(folder.resolve("b").resolve(platform)),
            HostsReadBack.addresses(policy),
            Progress.NONE);
  }

  private static List<String> places(PlacedFilter filter) {
    return filter.hosts().isEmpty() ? List.of("central") : filter.hosts();
  }

  private static boolean passes(
      Connection connection,
      PolicyServer from,
      List<Enforcer> path,
      Map<String, List<PlacedFilter>> filters) {
    boolean passes = true;
    for (Enforcer enforcer : path) {
      boolean central = enforcer.kind() == EnforcementKind.CENTRAL;
      Rule.Direction direction =
          central
              ? Rule.Direction.FORWARD
              : enforcer.ref().equals(from.ref())
                  ? Rule.Direction.OUTBOUND
                  : Rule.Direction.INBOUND;
      List<PlacedFilter> found =
          filters.getOrDefault(central ? "central" : enforcer.ref().id(), List.of()).stream()
              .filter(filter -> filter.direction() == direction)
              .toList();
      assertThat(found).as("filters of %s, %s", enforcer, direction).hasSize(1);
      passes &= HostsReadBack.decide(found.get(0).filter(), connection).outcome().permits();
    }
    return passes;
  }

  private static Design design(StrategyKind strategy) {
    DesignBuilder words = new DesignBuilder("Mixed", strategy);
    Zone web = words.zone("Web");
    Zone data = words.zone("Data");
    Zone office = words.zone("Office");
    ServerGroup shop = words.group(web, "shop");
    ServerGroup database = words.group(data, "database");
    ServerGroup archive = words.group(data, "archive");
    ServerGroup clients = words.group(office, "clients");
    List<Server> machines = new ArrayList<>();
    List<Server> metal = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      machines.add(words.server(shop, "vm" + i, "10.1.0." + i));
      metal.add(words.server(database, "metal" + i, "10.2.0." + i));
      machines.add(words.server(archive, "archive" + i, "10.2.1." + i));
      metal.add(words.server(clients, "client" + i, "10.3.0." + i));
    }
    words.flow("clients", "shop", "tcp/443");
    words.flow("shop", "database", "tcp/5432");
    words.flow("database", "archive", "tcp/8080");
    words.flow("archive", "vm1", "udp/53");
    words.tripwire("Administration", Severity.HIGH, "tcp/22");
    words.design().getStrategy().getMicroEndpoints().addAll(List.of(shop, database));
    words.point("Between zones", EnforcementKind.CENTRAL, "panos");
    EnforcementPoint hypervisors = words.point("Hypervisors", EnforcementKind.HOST, "nsx");
    hypervisors.getGuards().addAll(machines);
    EnforcementPoint linux = words.point("Linux", EnforcementKind.HOST, "nftables");
    linux.getGuards().addAll(metal);
    return words.design();
  }
}
