package org.firebreak.exports.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleFile;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.iptables.Iptables;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The lab shop's 20 hosts open real TCP and UDP connections, over IPv4 and IPv6, for every ordered
 * pair on every service of the design and three tripwire ports, with the exported rulesets loaded.
 * What happens is what the policy says, and the logs show it. Rulesets are loaded by {@code
 * apply.sh}.
 */
class LabEnforcementTest {
  private static final int ROUNDS = 5;
  private static final long ROUND_MILLIS = 2500;

  @TempDir static Path folder;

  private static LabNetwork network;
  private static CompiledPolicy anyPolicy;

  @BeforeAll
  static void layOut() throws Exception {
    Assumptions.assumeTrue(Nft.isRoot(), "skipped: only root may lay out network namespaces");
    for (String program : List.of("ip", "nft", "tcpdump")) {
      Assumptions.assumeTrue(
          Nft.isOnPath(program),
          "skipped: " + program + " is not installed (packages iproute2, nftables and tcpdump)");
    }
    Nft.Result probe = Nft.run(List.of("ip", "link", "add", "x", "type", "veth"));
    Assumptions.assumeTrue(
        probe.exit() == 0,
        "skipped: network namespaces are not available: " + probe.output().strip());
    anyPolicy = compile(StrategyKind.GROUP);
    Map<String, List<Address>> hosts = new LinkedHashMap<>();
    anyPolicy.servers().forEach(server -> hosts.put(server.ref().name(), server.addresses()));
    network = LabNetwork.create(folder, hosts, new ArrayList<>(ports()));
  }

  @AfterAll
  static void tearDown() throws Exception {
    if (network != null) {
      network.close();
    }
  }

  private static CompiledPolicy compile(StrategyKind strategy) throws Exception {
    Design design = Samples.load("lab-shop");
    design
        .eAllContents()
        .forEachRemaining(
            element -> {
              if (element instanceof Server server) {
                String v4 = server.getAddresses().get(0);
                String[] numbers = v4.split("\\.");
                String v6 = "fd00:" + numbers[1] + ":" + numbers[2] + "::" + numbers[3];
                server.setAddresses(List.of(v4, v6));
              }
            });
    return PolicyCompiler.compile(
        design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(strategy));
  }

  /** Every service of flows and tripwires, as {@code tcp:443}. */
  private static Set<String> ports() {
    List<PolicyService> services = new ArrayList<>();
    anyPolicy.flows().forEach(flow -> services.addAll(flow.services()));
    anyPolicy.tripwires().forEach(tripwire -> services.addAll(tripwire.services()));
    Set<String> ports = new TreeSet<>();
    for (PolicyService service : services) {
      String protocol = service.match().protocol().getLiteral();
      service.match().ports().ranges().forEach(range -> ports.add(protocol + ":" + range.first()));
    }
    return ports;
  }

  private static List<Attempt> attempts() {
    List<Attempt> attempts = new ArrayList<>();
    for (PolicyServer from : anyPolicy.servers()) {
      for (PolicyServer to : anyPolicy.servers()) {
        for (String port : from == to ? Set.<String>of() : ports()) {
          String[] parts = port.split(":");
          for (int i = 0; i < from.addresses().size(); i++) {
            attempts.add(
                new Attempt(
                    from.ref().name(),
                    from.addresses().get(i),
                    to.addresses().get(i),
                    parts[0],
                    Integer.parseInt(parts[1])));
          }
        }
      }
    }
    return attempts;
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void nftablesDoesWhatThePolicySays(StrategyKind strategy) throws Exception {
    everyPairIsAsThePolicySays("nftables", strategy, 20_000);
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void iptablesDoesWhatThePolicySays(StrategyKind strategy) throws Exception {
    Iptables.assumeAvailable();
    everyPairIsAsThePolicySays("iptables", strategy, 20_000 + 3 * LabNetwork.PORTS);
  }

  private static void everyPairIsAsThePolicySays(
      String platform, StrategyKind strategy, int firstPort) throws Exception {
    String name = platform + "-" + strategy;
    CompiledPolicy policy = compile(strategy);
    ExportReport report =
        BundleWriter.write(
            folder.resolve("bundle-" + name),
            policy,
            Exporters.byIds(platform),
            Map.of("log-target", "nflog", "log-group", Integer.toString(NflogCapture.GROUP)),
            Progress.NONE);
    network.load(commands(report, platform), firstPort + LabNetwork.PORTS * strategy.ordinal());
    Map<Attempt, Verdict> expected = new LinkedHashMap<>();
    for (Attempt attempt : attempts()) {
      int protocol = attempt.protocol().equals("tcp") ? IpProtocols.TCP : IpProtocols.UDP;
      expected.put(
          attempt,
          policy.decide(
              Connection.of(
                  policy.sharedDomain(),
                  attempt.source(),
                  attempt.destination(),
                  protocol,
                  attempt.port())));
    }
    assertThat(expected).hasSizeGreaterThan(9000);
    assertThat(expected.values().stream().map(Verdict::kind))
        .contains(Verdict.Kind.PERMIT, Verdict.Kind.DENY, Verdict.Kind.ALERT);
    Map<String, NflogCapture> captures = new LinkedHashMap<>();
    try {
      for (String place : network.places()) {
        captures.put(place, network.capture(place, name));
      }
      for (NflogCapture capture : captures.values()) {
        capture.awaitReady();
      }
      compare(expected, captures, tripwires(report));
    } finally {
      captures.values().forEach(NflogCapture::close);
    }
  }

  /** Commands that load the rulesets of a bundle, by the place where they are loaded. */
  private static Map<String, String> commands(ExportReport report, String platform)
      throws Exception {
    Map<String, String> commands = new HashMap<>();
    Path bundle = report.folder().resolve(platform);
    for (BundleFile file : report.platforms().get(0).files()) {
      Path path = report.folder().resolve(file.path());
      if (file.path().startsWith(platform + "/central/")) {
        Path ruleset = platform.equals("nftables") ? path : path.getParent();
        commands.put(LabNetwork.ROUTER, apply(bundle, ruleset, LabNetwork.ROUTER));
      } else if (file.path().endsWith("hosts.csv")) {
        for (String line : Files.readAllLines(path).stream().skip(1).toList()) {
          String[] cells = line.split(",");
          commands.put(cells[0], apply(bundle, bundle.resolve(cells[3]), cells[0]));
        }
      }
    }
    return commands;
  }

  private static String apply(Path bundle, Path ruleset, String place) {
    Path state = bundle.resolveSibling("state-" + place);
    return "sh '%s/apply.sh' -t 0 -s '%s/run' -b '%s/boot' '%s'"
        .formatted(bundle, state, state, ruleset);
  }

  /** The tripwire of each rule that alerts. */
  private static Map<String, String> tripwires(ExportReport report) {
    Map<String, String> tripwires = new HashMap<>();
    for (BundleFile file : report.platforms().get(0).files()) {
      for (BundleFile.RuleEntry rule : file.rules()) {
        if (rule.id().startsWith("T-")) {
          tripwires.put(rule.id(), rule.origins().get(0).id());
        }
      }
    }
    return tripwires;
  }

  /**
   * Tries everything; what was not answered though permitted, and what was not logged though
   * denied, is tried again, because a busy machine loses packets and log entries. What was answered
   * though denied, or logged as denied though permitted, fails at once.
   */
  private static void compare(
      Map<Attempt, Verdict> expected,
      Map<String, NflogCapture> captures,
      Map<String, String> tripwires)
      throws Exception {
    Set<Attempt> open = new HashSet<>();
    Set<Attempt> pending = new LinkedHashSet<>(expected.keySet());
    for (int round = 0; round < ROUNDS && !pending.isEmpty(); round++) {
      open.addAll(run(pending));
      Map<Attempt.Tuple, Map<String, String>> logged = logged(captures);
      for (Map.Entry<Attempt, Verdict> entry : expected.entrySet()) {
        Attempt attempt = entry.getKey();
        Verdict verdict = entry.getValue();
        Map<String, String> denials = logged.getOrDefault(attempt.tuple(), Map.of());
        if (verdict.permits()) {
          assertThat(denials).as("%s is denied: %s", attempt, verdict.reason()).isEmpty();
        } else {
          assertThat(open).as("%s is open: %s", attempt, verdict.reason()).doesNotContain(attempt);
        }
        if (verdict.permits() ? open.contains(attempt) : isLogged(verdict, denials, tripwires)) {
          pending.remove(attempt);
        }
      }
    }
    assertThat(pending).as("not open though permitted, or not logged though denied").isEmpty();
  }

  private static Set<Attempt> run(Set<Attempt> attempts) throws Exception {
    Map<String, List<Attempt>> byHost = new LinkedHashMap<>();
    for (Attempt attempt : attempts) {
      byHost.computeIfAbsent(attempt.from(), host -> new ArrayList<>()).add(attempt);
    }
    for (Map.Entry<String, List<Attempt>> host : byHost.entrySet()) {
      network.agent(host.getKey()).begin(host.getValue(), ROUND_MILLIS);
    }
    Set<Attempt> open = new HashSet<>();
    for (Map.Entry<String, List<Attempt>> host : byHost.entrySet()) {
      open.addAll(network.agent(host.getKey()).opened(host.getValue()));
    }
    Thread.sleep(300); // the kernel hands log entries over in batches
    return open;
  }

  /** What was logged of each connection: the prefix by place. */
  private static Map<Attempt.Tuple, Map<String, String>> logged(Map<String, NflogCapture> captures)
      throws Exception {
    Map<Attempt.Tuple, Map<String, String>> logged = new HashMap<>();
    for (Map.Entry<String, NflogCapture> capture : captures.entrySet()) {
      for (NflogCapture.Entry entry : capture.getValue().entries()) {
        if (!entry.prefix().startsWith("firebreak:permit:")) {
          logged
              .computeIfAbsent(entry.tuple(), tuple -> new HashMap<>())
              .put(capture.getKey(), entry.prefix());
        }
      }
    }
    return logged;
  }

  /** Whether a denial is in the log of a place that enforces it, as an alert if it is one. */
  private static boolean isLogged(
      Verdict verdict, Map<String, String> denials, Map<String, String> tripwires) {
    return verdict.enforcedAt().stream()
        .map(
            enforcer ->
                enforcer.kind() == EnforcementKind.HOST ? enforcer.ref().name() : LabNetwork.ROUTER)
        .map(denials::get)
        .anyMatch(
            prefix ->
                prefix != null
                    && (verdict.kind() == Verdict.Kind.ALERT
                        ? prefix.startsWith("firebreak:alert:")
                            && verdict.tripwire().id().equals(tripwires.get(prefix.split(":")[2]))
                        : prefix.startsWith("firebreak:deny:")));
  }
}
