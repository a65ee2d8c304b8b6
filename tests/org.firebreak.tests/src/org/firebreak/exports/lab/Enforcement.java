package org.firebreak.exports.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.bundle.BundleFile;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.StrategyKind;

/** The hosts of a sample, with one policy enforced after the other. */
final class Enforcement implements AutoCloseable {
  private static final int ROUNDS = 6;
  private static final long ROUND_MILLIS = 1500;
  private static final int FIRST_PORT = 20_000;
  private static final int ECHO_REQUEST = 8;
  private static final int ECHO_REQUEST_V6 = 128;

  private final LabSample sample;
  private final Path folder;
  private final LabNetwork network;
  private int loads;

  private Enforcement(LabSample sample, Path folder, LabNetwork network) {
    this.sample = sample;
    this.folder = folder;
    this.network = network;
  }

  /** Lays out the hosts of a sample. */
  static Enforcement of(LabSample sample, Path folder) throws Exception {
    CompiledPolicy any = sample.compile(StrategyKind.GROUP);
    List<String> ports = new ArrayList<>(LabSample.ports(any));
    Path own = Files.createDirectories(folder.resolve(sample.name()));
    return new Enforcement(sample, own, LabNetwork.create(own, LabSample.hosts(any), ports));
  }

  /**
   * Exports, loads with {@code apply.sh}, tries every connection, and compares what happened, what
   * was logged, and what the kernels print, with the policy.
   */
  void everyPairIsAsThePolicySays(String platform, StrategyKind strategy) throws Exception {
    String name = platform + "-" + strategy;
    CompiledPolicy policy = sample.compile(strategy);
    ExportReport report =
        BundleWriter.write(
            folder.resolve("bundle-" + name),
            policy,
            Exporters.byIds(platform),
            Map.of("log-target", "nflog", "log-group", Integer.toString(NflogCapture.GROUP)),
            Progress.NONE);
    Map<String, Path> rulesets = rulesets(report, platform);
    Map<String, String> commands = new HashMap<>();
    rulesets.forEach(
        (place, ruleset) -> commands.put(place, apply(report, platform, ruleset, place)));
    network.load(commands, FIRST_PORT + LabNetwork.PORTS * (loads++ % LabNetwork.RANGES));
    LoadedRules.areThePolicy(network, policy, report, rulesets, "loaded");
    Map<Attempt, Verdict> expected = new LinkedHashMap<>();
    for (Attempt attempt : LabSample.attempts(policy)) {
      expected.put(attempt, policy.decide(connection(policy, attempt)));
    }
    assertThat(expected).hasSizeGreaterThan(3000);
    assertThat(expected.values().stream().map(Verdict::kind))
        .contains(Verdict.Kind.PERMIT, Verdict.Kind.DENY, Verdict.Kind.ALERT);
    Map<String, NflogCapture> captures = new LinkedHashMap<>();
    try {
      for (String place : rulesets.keySet()) {
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

  private static Connection connection(CompiledPolicy policy, Attempt attempt) {
    boolean v6 = attempt.source().v6();
    int protocol =
        switch (attempt.protocol()) {
          case "tcp" -> IpProtocols.TCP;
          case "udp" -> IpProtocols.UDP;
          default -> v6 ? IpProtocols.ICMPV6 : IpProtocols.ICMP;
        };
    return new Connection(
        policy.sharedDomain(),
        attempt.source(),
        attempt.destination(),
        protocol,
        attempt.port(),
        v6 ? ECHO_REQUEST_V6 : ECHO_REQUEST,
        0);
  }

  /** The file or folder of each place that has a ruleset. */
  static Map<String, Path> rulesets(ExportReport report, String platform) throws Exception {
    Map<String, Path> rulesets = new LinkedHashMap<>();
    Path bundle = report.folder().resolve(platform);
    for (BundleFile file : report.platforms().get(0).files()) {
      Path path = report.folder().resolve(file.path());
      if (file.path().startsWith(platform + "/central/")) {
        rulesets.put(LabNetwork.ROUTER, platform.equals("nftables") ? path : path.getParent());
      } else if (file.path().endsWith("hosts.csv")) {
        for (String line : Files.readAllLines(path).stream().skip(1).toList()) {
          String[] cells = line.split(",");
          rulesets.put(cells[0], bundle.resolve(cells[3]));
        }
      }
    }
    return rulesets;
  }

  static String apply(ExportReport report, String platform, Path ruleset, String place) {
    Path bundle = report.folder().resolve(platform);
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
  private void compare(
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

  private Set<Attempt> run(Set<Attempt> attempts) throws Exception {
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

  @Override
  public void close() throws Exception {
    network.close();
  }
}
