package org.firebreak.exports.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FilterEqualsPolicy;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.Design;
import org.firebreak.model.Protocol;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IptablesExporterTest {
  @TempDir Path folder;

  private ExportReport export(Design design, Map<String, String> settings) throws Exception {
    return BundleWriter.write(
        folder.resolve("bundle"),
        compile(design),
        Exporters.byIds("iptables"),
        settings,
        Progress.NONE);
  }

  private RolloutPlan rollout = RolloutPlan.ENFORCED;

  private CompiledPolicy compile(Design design) {
    return PolicyCompiler.compile(
        design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withRollout(rollout));
  }

  private List<Path> rulesets() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("bundle"))) {
      return files.filter(file -> file.endsWith("rules.v4")).map(Path::getParent).sorted().toList();
    }
  }

  private String text(String file) throws Exception {
    return Files.readString(rulesets().get(0).resolve(file));
  }

  /** Loads every ruleset one after the other, as a host would that changes its class. */
  private void assertLoads(String variant) throws Exception {
    Iptables.assumeAvailable(variant);
    StringBuilder script = new StringBuilder("set -e\n");
    for (Path ruleset : rulesets()) {
      String path = "'" + ruleset + "'";
      script.append("echo " + path + "; ipset -exist restore <" + path + "/sets.ipset\n");
      for (String family : List.of("", "6")) {
        String file = path + "/rules.v" + (family.isEmpty() ? "4" : "6");
        String program = "ip" + family + "tables" + variant;
        script.append(program + "-restore --noflush <" + file + "\n");
        script.append("want=$(grep -c ^-A " + file + "); ");
        script.append("have=$(" + program + "-save | grep -c '^-A FIREBREAK')\n");
        script.append("[ \"$want\" -eq \"$have\" ] || { echo $want not $have; exit 1; }\n");
        script.append(
            "chains=$(" + program + "-save | sed -n 's/^:\\(FIREBREAK-[^ ]*\\) .*/\\1/p')\n");
        script.append("for c in $chains; do " + program + " -F $c; done\n");
        script.append("for c in $chains; do " + program + " -X $c; done\n");
      }
      script.append("ipset destroy\n");
    }
    Path file = folder.resolve("load.sh");
    Files.writeString(file, script);
    Nft.Result result = Nft.run(List.of("sh", file.toString()));
    assertThat(result.exit()).as(result.output()).isZero();
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void everyRulesetOfEverySampleLoads(StrategyKind strategy) throws Exception {
    for (String sample : Samples.names()) {
      Design design = Samples.load(sample);
      design.getStrategy().setKind(strategy);
      export(design, Map.of());
      assertLoads("");
    }
  }

  @ParameterizedTest
  @CsvSource({"group,-nft", "group,-legacy", "micro,-nft", "micro,-legacy"})
  void hostileNamesLoad(String strategy, String variant) throws Exception {
    export(HostileNames.design(StrategyKind.get(strategy)), Map.of());
    assertLoads(variant);
    assertThat(folder.resolve("pwned")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "kernel,drop,-nft",
    "nflog,reject,-nft",
    "kernel,reject,-legacy",
    "nflog,drop,-legacy"
  })
  void everyOptionLoads(String target, String deny, String variant) throws Exception {
    DesignBuilder builder = new DesignBuilder("options", StrategyKind.MICRO);
    builder.group(null, "g");
    builder.server((ServerGroup) builder.end("g"), "a", "10.0.0.1", "fd00::1");
    builder.server((ServerGroup) builder.end("g"), "b", "10.0.0.2", "fd00::2");
    builder
        .flow("g", "g", "tcp/1-3,7,9", "tcp/20,22,24,26,28,30-32,34,36,38,40,42,44,46,48,50-60")
        .setLog(true);
    builder.flow(
        "g", "g", "udp/53", "icmp/8", "icmpv6/128", "sctp", "sctp/0,7", "esp", "gre", "icmp");
    export(
        builder.design(),
        Map.of("log-target", target, "log-rate", "10000", "deny", deny, "dhcp", "true"));
    assertThat(text("rules.v4"))
        .contains("-m limit --limit 10000/second --limit-burst 10000 ")
        .contains("--sport 67 --dport 68")
        .contains("-p icmp ")
        .doesNotContain("icmpv6")
        .contains(
            target.equals("nflog")
                ? "-j NFLOG --nflog-group 10 --nflog-prefix \"firebreak:deny:D-in \""
                : "-j LOG --log-level 4 --log-prefix \"firebreak:deny:D \"")
        .contains(
            deny.equals("drop") ? "-j DROP" : "-j REJECT --reject-with icmp-admin-prohibited");
    assertThat(text("rules.v6")).contains("--icmpv6-type 128 ", "-m hl --hl-eq 255");
    assertThat(multiports(text("rules.v4"))).hasSizeGreaterThan(1).allMatch(places -> places <= 15);
    assertLoads(variant);
  }

  /** Places that each multiport match takes; a range takes two. */
  private static List<Integer> multiports(String text) {
    List<Integer> places = new ArrayList<>();
    for (String line : text.split("--dports ")) {
      String ports = line.substring(0, line.indexOf(' '));
      if (ports.matches("[0-9:,]+")) {
        places.add(ports.split("[,:]").length);
      }
    }
    return places;
  }

  @Test
  void flowsThatDifferInOneEndAndPortsAreOneLookup() throws Exception {
    DesignBuilder builder = new DesignBuilder("lookup", StrategyKind.MICRO);
    builder.server(builder.group(null, "app"), "app1", "10.0.0.1");
    for (int i = 1; i <= 5; i++) {
      builder.server(builder.group(null, "peer" + i), "peer" + i, "10.1.0." + 2 * i);
      builder.flow("peer" + i, "app", "tcp/443", "udp/53,8000-8003").setLog(i == 5);
    }
    export(builder.design(), Map.of());
    Path app = folder.resolve("bundle/iptables/hosts/app");
    List<String> inbound =
        Files.readAllLines(app.resolve("rules.v4")).stream()
            .filter(line -> line.startsWith("-A FIREBREAK-IN") && line.contains("-j ACCEPT"))
            .skip(2)
            .toList();
    // one lookup; the flow that is logged stays a rule for each protocol
    assertThat(inbound).hasSize(3);
    assertThat(inbound.get(0)).contains("-m set --match-set fbk_flows_", " src,dst ", "4 flows");
    assertThat(Files.readAllLines(app.resolve("sets.ipset")))
        .contains("add fbk_new 10.1.0.2,tcp:443", "add fbk_new 10.1.0.8,udp:8000-8003")
        .anyMatch(line -> line.matches("# F-[0-9a-f]{8}-in peer1 → app"))
        .noneMatch(line -> line.contains("10.1.0.10,"));
    assertLoads("");
  }

  @Test
  void longListsAreReachedThroughShortChains() throws Exception {
    Design design = LargeDesign.of(StrategyKind.GROUP, 60, 3, 1500, 1);
    export(design, Map.of());
    IptablesReader reader = IptablesReader.of(rulesets().get(0));
    CompiledPolicy policy = compile(design);
    List<Address> addresses =
        policy.servers().stream().flatMap(server -> server.addresses().stream()).toList();
    for (int i = 0; i < addresses.size(); i += 5) {
      for (Address destination : addresses) {
        Connection connection =
            Connection.of(policy.sharedDomain(), addresses.get(i), destination, 6, 700);
        assertThat(reader.outcome("forward", connection).accepted())
            .isEqualTo(policy.decide(connection).permits());
      }
    }
    assertThat(policy.ruleSets().get(0).rules()).hasSizeGreaterThan(1000);
    assertThat(reader.longestWalk()).isLessThan(250);
    assertLoads("");
  }

  @Test
  void namesOfSetsDependOnWhatTheyHold() throws Exception {
    Design design = Samples.load("lab-shop");
    design.getStrategy().setKind(StrategyKind.GROUP);
    export(design, Map.of());
    String before = text("sets.ipset");
    design
        .getZones()
        .get(0)
        .getGroups()
        .get(0)
        .getServers()
        .get(0)
        .setAddresses(List.of("10.9.9.9"));
    export(design, Map.of());
    assertThat(names(text("sets.ipset"))).isNotEqualTo(names(before));
    assertThat(names(before)).doesNotHaveDuplicates().allMatch(name -> name.length() <= 31);
  }

  private static List<String> names(String commands) {
    return commands
        .lines()
        .filter(line -> line.startsWith("swap "))
        .map(line -> line.split(" ")[2])
        .toList();
  }

  @Test
  void whatIptablesCannotSayIsReported() throws Exception {
    DesignBuilder builder = new DesignBuilder("messages", StrategyKind.MICRO);
    builder.server(builder.group(null, "a"), "a", "10.0.0.1");
    builder.server(builder.group(null, "b"), "b", "10.0.0.2");
    var code = builder.service("icmp");
    code.setIcmpCode(3);
    assertThat(code.getProtocol()).isEqualTo(Protocol.ICMP);
    builder.flow("a", "b", "icmp");
    builder.flow("b", "a", "icmp/255");
    ExportReport report = export(builder.design(), Map.of());
    assertThat(report.limitations())
        .hasSize(4)
        .allMatch(each -> each.effect() == Limitation.Effect.DENIES_MORE)
        .allMatch(each -> each.reason().startsWith("iptables cannot match an ICMP code"));
    assertThat(text("rules.v4")).doesNotContain("-p icmp");
  }

  @ParameterizedTest
  @CsvSource({"monitor,1", "alert,2"})
  void onlyWhatThePhaseDeniesIsDenied(String phase, long seed) throws Exception {
    Design design = RandomDesign.of(StrategyKind.GROUP, 60, seed);
    rollout = RolloutPlan.of(RolloutPhase.parse(phase));
    ExportReport report = export(design, Map.of());
    assertThat(report.limitations())
        .noneMatch(each -> each.effect() == Limitation.Effect.PERMITS_MORE);
    assertThat(text("rules.v4")).contains("# Phase " + phase + ": denials are not enforced");
    CompiledPolicy policy = compile(design);
    IptablesReader reader = IptablesReader.of(rulesets().get(0));
    int[] seen = new int[Verdict.Kind.values().length];
    for (PolicyServer from : policy.servers()) {
      for (PolicyServer to : policy.servers()) {
        for (int port : new int[] {22, 23, 80, 443, 3389, 9}) {
          if (from.addresses().stream().anyMatch(to.addresses()::contains)
              || from.micro()
              || to.micro()
              || from.addresses().isEmpty()
              || to.addresses().isEmpty()
              || from.addresses().get(0).v6() != to.addresses().get(0).v6()) {
            continue;
          }
          Connection connection =
              Connection.of(
                  policy.sharedDomain(), from.addresses().get(0), to.addresses().get(0), 6, port);
          Verdict verdict = policy.decide(connection);
          FilterEqualsPolicy.Outcome outcome = reader.outcome("forward", connection);
          boolean alerts = verdict.kind() == Verdict.Kind.ALERT && phase.equals("alert");
          seen[verdict.kind().ordinal()]++;
          assertThat(outcome.accepted()).as("%s %s", connection, verdict).isEqualTo(!alerts);
          if (verdict.kind() == Verdict.Kind.DENY) {
            assertThat(outcome.logged()).containsExactly("firebreak:monitor:M ");
          } else if (verdict.kind() == Verdict.Kind.ALERT) {
            assertThat(outcome.logged())
                .singleElement()
                .asString()
                .startsWith(phase.equals("alert") ? "firebreak:alert:T-" : "firebreak:monitor:M-");
          }
        }
      }
    }
    assertThat(seen[Verdict.Kind.ALERT.ordinal()]).isPositive();
    assertThat(seen[Verdict.Kind.DENY.ordinal()]).isPositive();
    assertLoads("");
  }
}
