package org.firebreak.exports.suricata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real program alerts on exactly those connections of a generated capture that the policy
 * denies, if a tripwire covers them or both ends are servers.
 */
class SuricataEqualsPolicyTest {
  private static final int CONNECTIONS = 1500;
  private static final int[] PORTS = {22, 23, 53, 80, 443, 514, 1024, 3389, 8000, 8100, 36412};
  private static final int[] PROTOCOLS = {6, 6, 6, 6, 17, 17, 1, 58, 132, 50, 47, 89};
  private static final int[] ICMP_TYPES = {0, 3, 5, 8, 11, 13, 128, 2, 135, 138};

  @TempDir Path folder;

  private CompiledPolicy policy;

  static Stream<Arguments> designs() {
    List<Arguments> designs = new ArrayList<>();
    for (StrategyKind strategy : StrategyKind.values()) {
      for (long seed = 1; seed <= 4; seed++) {
        designs.add(Arguments.of(strategy, seed));
      }
    }
    return designs.stream();
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("designs")
  void alertsAreWhatThePolicyDenies(StrategyKind strategy, long seed) throws Exception {
    check(RandomDesign.of(strategy, seed % 2 == 0 ? 40 : 200, seed), seed);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("designs")
  void tenantsHaveRulesOfTheirOwn(StrategyKind strategy, long seed) throws Exception {
    check(RandomDesign.withTenants(strategy, 60, seed + 20), seed);
  }

  private void check(Design design, long seed) throws Exception {
    CompileOptions options = CompileOptions.on(LocalDate.of(2026, 1, 1));
    if (seed == 4) {
      options = options.withQuarantined(cutOff(design), Set.of(design.getZones().get(1).getId()));
    }
    policy = PolicyCompiler.compile(design, options);
    Path bundle = folder.resolve("bundle");
    BundleWriter.write(
        bundle,
        policy,
        Exporters.byIds("suricata"),
        Map.of("limit-count", "0", "applications", "false"),
        Progress.NONE);
    for (RoutingDomain domain : policy.domains()) {
      String name = Slugs.plain(domain.name(), '-', 60);
      assertThat(bundle.resolve("suricata").resolve(name)).isDirectory();
      check(domain, bundle.resolve("suricata"), name, new Random(seed));
    }
  }

  private static Set<String> cutOff(Design design) {
    Set<String> ids = new HashSet<>();
    design.getZones().forEach(zone -> ids.add(zone.getGroups().get(0).getServers().get(0).getId()));
    return ids;
  }

  private void check(RoutingDomain domain, Path platform, String name, Random random)
      throws Exception {
    Suricata suricata = new Suricata(platform, name, folder.resolve("log-" + name));
    Capture capture = new Capture();
    Map<String, Verdict> expected = new TreeMap<>();
    Set<String> quiet = new HashSet<>();
    List<Address> addresses = addresses(domain);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Connection connection = connection(domain, addresses, random);
      // ICMP and tunnels have no ports that tell two connections apart
      if (connection == null
          || isToItself(connection)
          || connection.protocol() != 6
              && connection.protocol() != 17
              && connection.protocol() != 132
              && !seen.add(pair(connection))) {
        continue;
      }
      Verdict verdict = policy.decide(connection);
      int sourcePort = 10_000 + i;
      send(capture, connection, sourcePort, verdict.permits());
      String key = key(connection, sourcePort);
      if (mustAlert(connection, verdict)) {
        expected.put(key, verdict);
      } else {
        quiet.add(key);
      }
    }
    Path file = folder.resolve(name + ".pcap");
    capture.write(file);

    List<String> alerted = new ArrayList<>();
    for (JsonNode alert : suricata.alerts(file)) {
      String key = key(alert);
      alerted.add(key);
      assertThat(expected).as("%s", alert).containsKey(key);
      if (expected.get(key).kind() == Verdict.Kind.ALERT) {
        assertThat(alert.at("/alert/category").asText()).contains("trips a wire");
      }
    }
    Set<String> missed = new HashSet<>(expected.keySet());
    alerted.forEach(missed::remove);
    assertThat(missed).isEmpty();
    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(quiet).hasSizeGreaterThan(50);
    assertThat(alerted.stream().filter(key -> key.matches("(TCP|UDP|SCTP).*")).toList())
        .doesNotHaveDuplicates();
  }

  private boolean mustAlert(Connection connection, Verdict verdict) {
    if (verdict.permits()
        || isAnswer(connection)
        || isStateless(connection) && policy.decide(answer(connection)).permits()) {
      return false;
    }
    var source = policy.serverAt(connection.domain(), connection.source());
    var destination = policy.serverAt(connection.domain(), connection.destination());
    return verdict.kind() == Verdict.Kind.ALERT
        || source.isPresent() && destination.isPresent()
        || source.map(PolicyServer::quarantined).orElse(false)
        || destination.map(PolicyServer::quarantined).orElse(false);
  }

  /** Errors of ICMP and neighbour discovery open no connection. */
  private static boolean isAnswer(Connection connection) {
    int type = connection.icmpType();
    return connection.protocol() == 1 && (type == 3 || type == 5 || type == 11)
        || connection.protocol() == 58 && (type == 2 || type == 3 || type == 135);
  }

  /** Suricata keeps no state of other protocols, so the way back is permitted too. */
  private static boolean isStateless(Connection connection) {
    return Set.of(47, 50, 89).contains(connection.protocol());
  }

  private static Connection answer(Connection connection) {
    return new Connection(
        connection.domain(),
        connection.destination(),
        connection.source(),
        connection.protocol(),
        connection.port(),
        0,
        0);
  }

  private static String pair(Connection connection) {
    String one = connection.source().toString();
    String other = connection.destination().toString();
    String ends = one.compareTo(other) < 0 ? one + other : other + one;
    return ends + connection.protocol() + "/" + connection.icmpType();
  }

  private boolean isToItself(Connection connection) {
    var source = policy.serverAt(connection.domain(), connection.source());
    return connection.source().equals(connection.destination())
        || source.isPresent()
            && source.equals(policy.serverAt(connection.domain(), connection.destination()));
  }

  private Connection connection(RoutingDomain domain, List<Address> addresses, Random random) {
    Address source = addresses.get(random.nextInt(addresses.size()));
    Address destination = addresses.get(random.nextInt(addresses.size()));
    int protocol = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
    if (source.v6() != destination.v6()
        || protocol == 1 && source.v6()
        || protocol == 58 && !source.v6()) {
      return null;
    }
    boolean icmp = protocol == 1 || protocol == 58;
    return new Connection(
        domain,
        source,
        destination,
        protocol,
        PORTS[random.nextInt(PORTS.length)],
        icmp ? ICMP_TYPES[random.nextInt(ICMP_TYPES.length)] : 0,
        0);
  }

  private List<Address> addresses(RoutingDomain domain) {
    List<Address> addresses = new ArrayList<>();
    for (PolicyServer server : policy.servers()) {
      if (server.domain().isShared() || server.domain() == domain) {
        addresses.addAll(server.addresses());
      }
    }
    for (String outside :
        List.of("192.0.2.9", "198.51.100.7", "203.0.113.5", "2001:db8:ffff::7", "10.1.0.250")) {
      addresses.add(Address.parse(outside));
    }
    return addresses;
  }

  private static void send(
      Capture capture, Connection connection, int sourcePort, boolean answered) {
    Capture.Way way =
        new Capture.Way(
            connection.source(), sourcePort, connection.destination(), connection.port());
    switch (connection.protocol()) {
      case 6 -> {
        if (answered) {
          capture.conversation(way, "question\r\n", "answer\r\n");
        } else {
          capture.syn(way);
          capture.syn(way);
        }
      }
      case 17 -> {
        capture.udp(way, "question");
        capture.udp(answered ? way.back() : way, "question");
        capture.udp(way, "question");
      }
      case 132 -> capture.sctpInit(way);
      case 1, 58 ->
          capture.icmp(connection.source(), connection.destination(), connection.icmpType(), 0, 1);
      default ->
          capture.ip(
              connection.source(), connection.destination(), connection.protocol(), new byte[40]);
    }
  }

  private static String key(Connection connection, int sourcePort) {
    String ends = " " + connection.source() + " " + connection.destination() + " ";
    return switch (connection.protocol()) {
      case 6 -> "TCP" + ends + sourcePort;
      case 17 -> "UDP" + ends + sourcePort;
      case 132 -> "SCTP" + ends + sourcePort;
      case 1, 58 -> "ICMP" + ends + connection.icmpType();
      default -> "IP" + ends + connection.protocol();
    };
  }

  private static String key(JsonNode alert) {
    String ends =
        " "
            + Address.parse(alert.path("src_ip").asText())
            + " "
            + Address.parse(alert.path("dest_ip").asText())
            + " ";
    String protocol = alert.path("proto").asText();
    return switch (protocol) {
      case "TCP", "UDP", "SCTP" -> protocol + ends + alert.path("src_port").asInt();
      case "ICMP", "IPv6-ICMP" -> "ICMP" + ends + alert.path("icmp_type").asInt();
      case "GRE" -> "IP" + ends + 47;
      case "ESP" -> "IP" + ends + 50;
      default -> "IP" + ends + 89;
    };
  }
}
