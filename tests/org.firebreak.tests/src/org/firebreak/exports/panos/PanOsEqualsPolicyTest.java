package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleFile;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exported rules, read back by {@link PanOsReader}, decide as the compiled policy does for what a
 * central firewall sees. Services that PAN-OS cannot express are left out; they are reported.
 */
class PanOsEqualsPolicyTest {
  private static final int CONNECTIONS = 3000;
  private static final int[] PORTS = {0, 22, 23, 53, 80, 443, 514, 1024, 3389, 8000, 8100, 65535};
  private static final int[] PROTOCOLS = {6, 6, 6, 17, 17, 132, 1};

  @TempDir Path folder;

  static Stream<Arguments> designs() {
    List<Arguments> designs = new ArrayList<>();
    for (StrategyKind strategy : List.of(StrategyKind.GROUP, StrategyKind.HYBRID)) {
      for (int seed = 1; seed <= 5; seed++) {
        designs.add(Arguments.of(strategy, seed % 2 == 0 ? 200 : 40, (long) seed));
      }
    }
    return designs.stream();
  }

  @ParameterizedTest(name = "{0}, {1} flows, seed {2}")
  @MethodSource("designs")
  void exportDecidesAsThePolicyDoes(StrategyKind strategy, int flows, long seed) throws Exception {
    Design design = RandomDesign.of(strategy, flows, seed);
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve("bundle");
    ExportReport report =
        BundleWriter.write(bundle, policy, Exporters.byIds("panos"), Map.of(), Progress.NONE);
    BundleFile file = report.platforms().get(0).files().get(0);
    PanOsReader reader = PanOsReader.of(Files.readAllLines(bundle.resolve(file.path())));
    Random random = new Random(seed);
    List<Address> addresses = new ArrayList<>();
    policy.servers().forEach(server -> addresses.addAll(server.addresses()));
    for (String outside : List.of("192.0.2.1", "198.51.100.7", "10.0.0.127", "2001:db8:ffff::1")) {
      addresses.add(Address.parse(outside));
    }
    for (int i = 0; i < CONNECTIONS; i++) {
      Address source = addresses.get(random.nextInt(addresses.size()));
      Address destination = addresses.get(random.nextInt(addresses.size()));
      int protocol = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
      if (source.v6() == destination.v6() && (protocol != 1 || !source.v6())) {
        Connection connection =
            new Connection(
                policy.sharedDomain(),
                source,
                destination,
                protocol,
                PORTS[random.nextInt(PORTS.length)],
                random.nextBoolean() ? 8 : 13,
                0);
        check(policy, reader, file, connection);
      }
    }
  }

  private static void check(
      CompiledPolicy policy, PanOsReader reader, BundleFile file, Connection connection) {
    Verdict verdict = policy.decide(connection);
    PolicyServer source = policy.serverAt(connection.domain(), connection.source()).orElse(null);
    PolicyServer destination =
        policy.serverAt(connection.domain(), connection.destination()).orElse(null);
    boolean seen =
        verdict.kind() != Verdict.Kind.OUT_OF_SCOPE
            && source != destination
            && (source == null || !source.micro())
            && (destination == null || !destination.micro());
    if (!seen) {
      return;
    }
    PanOsReader.SecurityRule rule =
        reader.deciding(connection, zone(policy, source), zone(policy, destination));
    assertThat(rule.one("action"))
        .as("%s: %s; decided by %s", connection, verdict.reason(), rule)
        .isEqualTo(verdict.permits() ? "allow" : "deny");
    BundleFile.RuleEntry entry =
        file.rules().stream().filter(each -> each.name().equals(rule.name())).findAny().get();
    if (verdict.flow() != null) {
      assertThat(entry.origins()).contains(verdict.flow());
    }
    if (verdict.tripwire() != null) {
      assertThat(entry.origins()).containsExactly(verdict.tripwire());
    }
    if (!verdict.permits() || verdict.flow() != null) {
      assertThat(rule.one("log-end")).isEqualTo(verdict.logged() ? "yes" : "no");
    }
  }

  /** In these designs a zone's name is its name on the firewall. */
  private static String zone(CompiledPolicy policy, PolicyServer server) {
    if (server == null) {
      return PanOsReader.ELSEWHERE;
    }
    PolicyEndpoint endpoint = policy.endpointOf(server);
    while (endpoint.parent() >= 0) {
      endpoint = policy.endpoints().get(endpoint.parent());
    }
    return endpoint.ref().type().equals("Zone") ? endpoint.ref().name() : PanOsReader.ELSEWHERE;
  }
}
