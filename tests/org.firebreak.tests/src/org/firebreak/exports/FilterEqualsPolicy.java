package org.firebreak.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Enforcer;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;

/**
 * Compares the exported rulesets of a packet filter, read back by an independent reader, with the
 * compiled policy: verdicts and log entries of random connections.
 */
public final class FilterEqualsPolicy {
  private static final int CONNECTIONS = 3000;
  private static final int[] PORTS = {
    0, 22, 23, 53, 80, 443, 514, 1023, 1024, 3389, 8000, 8100, 65535
  };
  private static final int[] PROTOCOLS = {6, 6, 6, 17, 17, 1, 58, 132, 50, 47, 89};

  /** What becomes of a connection: the verdict, and the prefixes logged on the way. */
  public record Outcome(boolean accepted, List<String> logged) {}

  /** Says what a ruleset does. */
  public interface Reader {
    /**
     * What becomes of a new connection.
     *
     * @param hook {@code input}, {@code output} or {@code forward}
     */
    Outcome outcome(String hook, Connection connection);
  }

  /** Reads one ruleset. */
  public interface Format {
    Reader read(Path file) throws Exception;
  }

  private final CompiledPolicy policy;
  private final Map<String, Reader> readers = new HashMap<>();
  private final Map<String, List<ElementRef>> origins = new HashMap<>();
  private final Map<List<String>, Reader> firewalls = new HashMap<>();
  private int checked;

  /**
   * Exports a design and compares.
   *
   * @param suffix end of the path of each ruleset, or of its first file
   */
  public static void check(
      Path folder,
      Design design,
      long seed,
      String platform,
      Map<String, String> settings,
      String suffix,
      Format format)
      throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    ExportReport report =
        BundleWriter.write(
            folder.resolve("b"), policy, Exporters.byIds(platform), settings, Progress.NONE);
    FilterEqualsPolicy comparison =
        new FilterEqualsPolicy(policy, report, platform + "/", suffix, format);
    Random random = new Random(seed);
    List<Address> addresses = addresses(policy);
    for (int i = 0; i < CONNECTIONS; i++) {
      Address source = addresses.get(random.nextInt(addresses.size()));
      Address destination = addresses.get(random.nextInt(addresses.size()));
      int protocol = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
      if (source.v6() == destination.v6() && (protocol != 1 || !source.v6())) {
        comparison.check(
            new Connection(
                policy.domains().get(random.nextInt(policy.domains().size())),
                source,
                destination,
                protocol == 58 && !source.v6() ? 1 : protocol,
                PORTS[random.nextInt(PORTS.length)],
                protocol == 58 ? 128 : random.nextBoolean() ? 8 : 13,
                0));
      }
    }
    assertThat(comparison.checked).isGreaterThan(CONNECTIONS / 10);
  }

  private FilterEqualsPolicy(
      CompiledPolicy policy, ExportReport report, String prefix, String suffix, Format format)
      throws Exception {
    this.policy = policy;
    Map<String, Reader> files = new HashMap<>();
    Iterator<RuleSet> sets = policy.ruleSets().iterator();
    for (var file : report.platforms().get(0).files()) {
      Path path = report.folder().resolve(file.path());
      if (file.path().endsWith(suffix)) {
        Reader reader = format.read(path);
        RuleSet set = sets.next();
        String name = file.path().substring(prefix.length());
        files.put(name.replaceFirst("/rules[.]v4$", ""), reader);
        if (set.kind() == EnforcementKind.CENTRAL) {
          firewalls.put(List.of(set.enforcementPoint().id(), set.domain().name()), reader);
        }
      } else if (file.path().endsWith("hosts.csv")) {
        Files.readAllLines(path).stream()
            .skip(1)
            .map(line -> line.split(","))
            .forEach(cells -> readers.put(cells[4], files.get(cells[3])));
      }
      for (var rule : file.rules()) {
        origins.put(rule.id(), rule.origins());
        origins.put(rule.id().replaceFirst("-(in|out)$", ""), rule.origins());
      }
    }
  }

  private static List<Address> addresses(CompiledPolicy policy) {
    List<Address> addresses = new ArrayList<>();
    policy.servers().forEach(server -> addresses.addAll(server.addresses()));
    for (String outside :
        List.of(
            "192.0.2.1",
            "198.51.100.7",
            "10.0.0.127",
            "10.0.1.15",
            "8.8.8.8",
            "2001:db8:ffff::1",
            "2001:db9::1",
            "10.1.0.7")) {
      addresses.add(Address.parse(outside));
    }
    return addresses;
  }

  private void check(Connection connection) {
    Verdict verdict = policy.decide(connection);
    if (verdict.kind() == Verdict.Kind.OUT_OF_SCOPE) {
      return;
    }
    PolicyServer source = policy.serverAt(connection.domain(), connection.source()).orElse(null);
    PolicyServer destination =
        policy.serverAt(connection.domain(), connection.destination()).orElse(null);
    if (source == destination || !belongs(connection, source, destination)) {
      return;
    }
    checked++;
    boolean micro = false;
    Outcome outcome = new Outcome(true, List.of());
    if (source != null && source.micro()) {
      micro = true;
      outcome = readers.get(source.ref().id()).outcome("output", connection);
    }
    if (outcome.accepted() && destination != null && destination.micro()) {
      micro = true;
      outcome = readers.get(destination.ref().id()).outcome("input", connection);
    }
    if (!micro) {
      checkFirewalls(connection, verdict);
      return;
    }
    assertThat(outcome.accepted())
        .as("%s: %s but %s", connection, verdict.reason(), outcome)
        .isEqualTo(verdict.permits());
    checkLog(connection, verdict, outcome);
  }

  /**
   * Whether the connection is looked up in the routing domain where it happens. No address may be
   * that of a server in another domain too: a shared host cannot tell these apart.
   */
  private boolean belongs(Connection connection, PolicyServer source, PolicyServer destination) {
    boolean own =
        source != null && source.domain().equals(connection.domain())
            || destination != null && destination.domain().equals(connection.domain());
    return own
        && owners(connection.source()) == (source == null ? 0 : 1)
        && owners(connection.destination()) == (destination == null ? 0 : 1);
  }

  private long owners(Address address) {
    return policy.servers().stream()
        .filter(server -> server.addresses().contains(address))
        .map(PolicyServer::domain)
        .distinct()
        .count();
  }

  /** Every firewall on the way decides alike. */
  private void checkFirewalls(Connection connection, Verdict verdict) {
    for (Enforcer enforcer : verdict.enforcedAt()) {
      Reader reader = firewalls.get(List.of(enforcer.ref().id(), connection.domain().name()));
      assertThat(reader).as("%s in %s", enforcer, connection.domain().name()).isNotNull();
      Outcome outcome = reader.outcome("forward", connection);
      assertThat(outcome.accepted())
          .as("%s at %s: %s but %s", connection, enforcer, verdict.reason(), outcome)
          .isEqualTo(verdict.permits());
      checkLog(connection, verdict, outcome);
    }
  }

  private void checkLog(Connection connection, Verdict verdict, Outcome outcome) {
    if (verdict.permits() && verdict.flow() == null) {
      return;
    }
    assertThat(outcome.logged())
        .as("%s: %s", connection, verdict.reason())
        .hasSize(verdict.logged() ? 1 : 0);
    if (verdict.kind() == Verdict.Kind.ALERT) {
      assertThat(outcome.logged().get(0)).startsWith("firebreak:alert:T-");
      String rule = outcome.logged().get(0).strip().split(":")[2];
      assertThat(origins.get(rule)).containsExactly(verdict.tripwire());
    } else if (verdict.kind() == Verdict.Kind.DENY) {
      assertThat(outcome.logged().get(0)).startsWith("firebreak:deny:D");
    } else if (verdict.logged()) {
      String rule = outcome.logged().get(0).strip().split(":")[2];
      assertThat(origins.get(rule)).contains(verdict.flow());
    }
  }
}
