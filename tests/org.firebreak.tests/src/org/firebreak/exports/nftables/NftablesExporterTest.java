package org.firebreak.exports.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Inspection;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NftablesExporterTest {
  @TempDir Path folder;

  private ExportReport export(Design design, Map<String, String> settings) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    return BundleWriter.write(
        folder.resolve("bundle"), policy, Exporters.byIds("nftables"), settings, Progress.NONE);
  }

  private List<Path> rulesets() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("bundle"))) {
      return files.filter(file -> file.toString().endsWith(".nft")).sorted().toList();
    }
  }

  private void assertLoads() throws Exception {
    Nft.assumeAvailable();
    Nft.Result result = Nft.check(rulesets());
    assertThat(result.exit()).as(result.output()).isZero();
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void nftTakesEveryRulesetOfEverySample(StrategyKind strategy) throws Exception {
    for (String sample : Samples.names()) {
      Design design = Samples.load(sample);
      design.getStrategy().setKind(strategy);
      export(design, Map.of());
      assertLoads();
    }
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void nftTakesHostileNames(StrategyKind strategy) throws Exception {
    ExportReport report = export(HostileNames.design(strategy), Map.of());
    assertThat(report.rules()).isPositive();
    assertLoads();
  }

  @Test
  void nftTakesEveryOption() throws Exception {
    DesignBuilder builder = new DesignBuilder("options", StrategyKind.MICRO);
    builder.group(null, "g");
    builder.server((ServerGroup) builder.end("g"), "a", "10.0.0.1", "fd00::1");
    builder.server((ServerGroup) builder.end("g"), "b", "10.0.0.2", "fd00::2");
    builder
        .flow(
            "g", "g", "tcp/1-3,7,9", "udp/53", "icmp/8", "icmpv6/128", "sctp", "esp", "gre", "icmp")
        .setLog(true);
    export(
        builder.design(),
        Map.of(
            "log-target",
            "nflog",
            "nftables.log-group",
            "7",
            "log-rate",
            "50",
            "deny",
            "reject",
            "dhcp",
            "true"));
    String text = Files.readString(rulesets().get(0));
    assertThat(text)
        .contains(
            "limit rate 50/second burst 100 packets log prefix \"firebreak:deny:D-in \" group 7")
        .contains("counter reject with icmpx type admin-prohibited")
        .contains("udp sport 67 udp dport 68 accept")
        .contains("icmpv6 type 128 ")
        .contains("tcp dport @p_1to3_7_9 ");
    assertLoads();
  }

  @Test
  void quarantineCutsRunningConnectionsButNotTheAddressOfTheHost() throws Exception {
    DesignBuilder builder = new DesignBuilder("cut", StrategyKind.MICRO);
    builder.group(null, "g");
    builder.server((ServerGroup) builder.end("g"), "a", "10.0.0.1").setQuarantined(true);
    export(builder.design(), Map.of("dhcp", "true"));
    String text = Files.readString(rulesets().get(0));
    assertThat(text.substring(text.indexOf("chain input")))
        .containsSubsequence(
            "iifname \"lo\" accept",
            "udp sport 67 udp dport 68 accept",
            "ct state established ct direction reply counter drop",
            "ct state established,related accept");
    assertLoads();
  }

  @Test
  void centralFileThatLeavesTrafficToHostsSaysThatTheseComeFirst() throws Exception {
    String order = "# Load the rulesets of the hosts before this file";
    Design design = Samples.load("lab-shop");
    design.getStrategy().setKind(StrategyKind.HYBRID);
    export(design, Map.of());
    for (Path file : rulesets()) {
      assertThat(Files.readString(file).contains(order))
          .as(file.toString())
          .isEqualTo(file.getParent().endsWith("central"));
    }
    design.getStrategy().setKind(StrategyKind.GROUP);
    export(design, Map.of());
    assertThat(rulesets()).hasSize(1);
    assertThat(Files.readString(rulesets().get(0))).doesNotContain(order);
  }

  @Test
  void hostListNamesTheFileOfEachHost() throws Exception {
    Design design = Samples.load("lab-shop");
    design.getStrategy().setKind(StrategyKind.HYBRID);
    export(design, Map.of());
    assertThat(Files.readAllLines(folder.resolve("bundle/nftables/hosts.csv")))
        .startsWith("server,tenant,addresses,file,server_id")
        .anyMatch(line -> line.startsWith("lb2,,10.20.1.12,hosts/lb.nft,"))
        .anyMatch(line -> line.startsWith("pay1,,10.20.5.11,hosts/pay.nft,"))
        .hasSize(1 + 3);
  }

  @Test
  void whatNftablesCannotDoIsReportedOnceForEachElement() throws Exception {
    Design design = Samples.load("lab-shop");
    design.getStrategy().setKind(StrategyKind.MICRO);
    design.getFlows().forEach(flow -> flow.setInspection(Inspection.LAYER_4));
    design.getFlows().get(0).setInspection(Inspection.THREAT_PREVENTION);
    ExportReport report = export(design, Map.of());
    assertThat(report.limitations())
        .extracting(limitation -> limitation.elements().get(0).name())
        .containsExactlyInAnyOrder("Administration", "clients → lb");
    assertThat(report.limitations())
        .allMatch(limitation -> limitation.effect() == Limitation.Effect.REDUCED);
  }

  @Test
  void longListsAreReachedThroughMaps() throws Exception {
    Design design = LargeDesign.of(StrategyKind.GROUP, 60, 3, 1500, 1);
    export(design, Map.of());
    NftReader reader = NftReader.of(Files.readString(rulesets().get(0)));
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    List<Address> addresses =
        policy.servers().stream().flatMap(server -> server.addresses().stream()).toList();
    for (int i = 0; i < addresses.size(); i += 3) {
      for (Address destination : addresses) {
        Connection connection =
            Connection.of(policy.sharedDomain(), addresses.get(i), destination, 6, 700);
        assertThat(reader.outcome("forward", connection).accepted())
            .isEqualTo(policy.decide(connection).permits());
      }
    }
    assertThat(policy.ruleSets().get(0).rules()).hasSizeGreaterThan(1000);
    assertThat(reader.longestWalk()).isLessThan(130);
    assumeRoot();
    assertLoads();
  }

  /** Whether a set lists addresses one by one must not depend on who is neighbour of whom. */
  @ParameterizedTest
  @CsvSource({"4096, 1, false", "4096, 2, false", "4097, 1, true", "4097, 2, true"})
  void serversAreListedOneByOneUpToALimit(int servers, int distance, boolean interval)
      throws Exception {
    DesignBuilder builder = new DesignBuilder("Many", StrategyKind.GROUP);
    ServerGroup clients = builder.group(builder.zone("A"), "clients");
    for (int i = 0; i < servers; i++) {
      int n = i * distance;
      builder.server(clients, "c" + i, "10.1.%d.%d".formatted(n >> 8, n & 255));
    }
    builder.server(builder.group(builder.zone("B"), "web"), "web1", "10.2.0.1");
    builder.external("Office", "10.3.0.0/30");
    builder.flow("clients", "web", "tcp/443");
    builder.flow("Office", "web", "tcp/443");
    export(builder.design(), Map.of());

    List<String> lines = Files.readAllLines(rulesets().get(0));
    int set = lines.indexOf("  set g_clients_v4 {");
    assertThat(lines.subList(set, set + 4).contains("    flags interval")).isEqualTo(interval);
    assertThat(lines.stream().filter(line -> line.strip().startsWith("10.1.")).count())
        .isEqualTo(interval && distance == 1 ? 1 : servers);
    assertThat(lines).contains("      10.3.0.0/30");
    assumeRoot();
    assertLoads();
  }

  private static void assumeRoot() {
    Assumptions.assumeTrue(Nft.isRoot(), "skipped: only root may send the kernel a large ruleset");
  }

  @Test
  void largeRulesetLoadsQuickly() throws Exception {
    Nft.assumeAvailable();
    assumeRoot();
    export(LargeDesign.of(StrategyKind.GROUP, 200, 50, 2000, 1), Map.of());
    long start = System.nanoTime();
    Nft.Result result = Nft.check(rulesets().get(0));
    assertThat(result.exit()).as(result.output()).isZero();
    // 0.1 s on a quiet machine; inlined members take 5 s
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(4);
  }

  /** An anonymous set in a rule makes the kernel search all sets for a name. */
  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void largeRulesetsHoldNoAnonymousSetAndLoad(StrategyKind strategy) throws Exception {
    Nft.assumeAvailable();
    assumeRoot();
    export(LargeDesign.of(strategy, 200, 50, 2000, 1), Map.of());
    List<Path> largest =
        rulesets().stream()
            .sorted(Comparator.comparingLong((Path file) -> file.toFile().length()).reversed())
            .limit(5)
            .toList();
    assertThat(largest).isNotEmpty();
    for (Path file : largest) {
      assertThat(Files.readAllLines(file))
          .filteredOn(line -> line.contains("comment \"F-") || line.contains("comment \"T-"))
          .isNotEmpty()
          .noneMatch(line -> line.matches(".*[ds]port \\{.*|.*[ds]addr \\{.*"));
    }
    Nft.Result result = Nft.check(largest);
    assertThat(result.exit()).as(result.output()).isZero();
  }
}
