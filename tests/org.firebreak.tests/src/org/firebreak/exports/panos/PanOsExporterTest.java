package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleFile;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanOsExporterTest {
  private static final Map<String, String> MAIL =
      Map.of("smtp-gateway", "mail.example.com", "smtp-from", "fw@example.com");

  @TempDir Path folder;

  private ExportReport report;

  private RolloutPlan rollout = RolloutPlan.ENFORCED;

  private List<String> export(Design design, StrategyKind strategy, Map<String, String> settings)
      throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            design,
            CompileOptions.on(LocalDate.of(2026, 1, 1))
                .withStrategy(strategy)
                .withRollout(rollout));
    Path bundle = folder.resolve("bundle");
    report = BundleWriter.write(bundle, policy, Exporters.byIds("panos"), settings, Progress.NONE);
    BundleFile file = report.platforms().get(0).files().get(0);
    return Files.readAllLines(bundle.resolve(file.path()));
  }

  private List<String> removal() throws Exception {
    return Files.readAllLines(
        folder.resolve("bundle").resolve(report.platforms().get(0).files().get(2).path()));
  }

  private static List<String> violations(List<String> lines) {
    PanOsChecker checker = new PanOsChecker();
    lines.forEach(checker::check);
    return checker.violations();
  }

  @Test
  void everySamplePassesTheChecker() throws Exception {
    for (String sample : Samples.names()) {
      for (StrategyKind strategy : List.of(StrategyKind.GROUP, StrategyKind.HYBRID)) {
        assertThat(violations(export(Samples.load(sample), strategy, MAIL)))
            .as("%s %s", sample, strategy)
            .isEmpty();
      }
    }
  }

  @Test
  void hostileNamesPassTheChecker() throws Exception {
    List<String> lines = export(HostileNames.design(StrategyKind.GROUP), StrategyKind.GROUP, MAIL);
    assertThat(violations(lines)).isEmpty();
    assertThat(lines).allMatch(line -> line.startsWith("set ") && line.matches("[ -~]+"));
  }

  @Test
  void tripwiresStandBeforeTheFinalDenyAndSendMail() throws Exception {
    List<String> lines = export(Samples.load("lab-shop"), StrategyKind.GROUP, MAIL);
    List<PanOsReader.SecurityRule> rules = PanOsReader.of(lines).rules();
    PanOsReader.SecurityRule last = rules.get(rules.size() - 1);
    PanOsReader.SecurityRule tripwire = rules.get(rules.size() - 2);
    assertThat(last.name()).isEqualTo("D-everything-else");
    assertThat(tripwire.name()).startsWith("T-").endsWith("-administration");
    assertThat(tripwire.one("action")).isEqualTo("deny");
    assertThat(tripwire.one("application")).isEqualTo("any");
    String profile = tripwire.one("log-setting");
    assertThat(lines)
        .contains(
            "set rulebase default-security-rules rules intrazone-default action deny log-end yes",
            "set rulebase default-security-rules rules interzone-default action deny log-end yes")
        .anyMatch(line -> line.contains("profiles " + profile + " match-list tripwire send-email "))
        .contains(
            "set log-settings profiles "
                + profile
                + " match-list tripwire filter \"(rule eq '"
                + tripwire.name()
                + "')\"")
        .anyMatch(line -> line.endsWith("server recipient1 to security@example.com"));
    assertThat(tripwire.attributes().get("tag")).contains("firebreak-alert");
  }

  @Test
  void withoutAMailServerTheLostMailIsReported() throws Exception {
    export(Samples.load("lab-shop"), StrategyKind.GROUP, Map.of());
    assertThat(report.limitations())
        .anyMatch(
            limitation ->
                limitation.effect() == Limitation.Effect.REDUCED
                    && limitation.reason().contains("panos.smtp-gateway")
                    && limitation.elements().get(0).name().equals("Administration"));
  }

  @Test
  void confirmedApplicationsHaveRulesOfTheirOwn() throws Exception {
    DesignBuilder builder = twoGroups();
    builder.service("tcp/22").setApplication("ssh");
    builder.service("tcp/9092").setApplication("kafka");
    Flow flow = builder.flow("a", "b", "tcp/22", "tcp/9092", "tcp/443");
    flow.setInspection(Inspection.APPLICATION);
    List<PanOsReader.SecurityRule> rules =
        PanOsReader.of(export(builder.design(), StrategyKind.GROUP, Map.of())).rules();
    assertThat(rules)
        .extracting(rule -> rule.one("application"))
        .containsExactly("ssh", "any", "any");
    assertThat(rules.get(0).attributes().get("service")).containsExactly("s-tcp-22");
    assertThat(rules.get(1).attributes().get("service")).containsExactly("s-tcp-9092", "s-tcp-443");
    assertThat(report.limitations())
        .anyMatch(limitation -> limitation.reason().contains("App-ID kafka is not confirmed"));
    assertThat(
            PanOsReader.of(
                    export(builder.design(), StrategyKind.GROUP, Map.of("panos.app-id", "false")))
                .rules())
        .hasSize(2);
  }

  @Test
  void aFlowThatAsksForLayerFourIsMatchedByPortAlone() throws Exception {
    DesignBuilder builder = twoGroups();
    builder.service("tcp/22").setApplication("ssh");
    builder.flow("a", "b", "tcp/22").setInspection(Inspection.LAYER_4);
    assertThat(PanOsReader.of(export(builder.design(), StrategyKind.GROUP, Map.of())).rules())
        .extracting(rule -> rule.one("application"))
        .containsOnly("any");
  }

  @Test
  void protocolsWithoutPortsAreApplications() throws Exception {
    DesignBuilder builder = twoGroups();
    builder.flow("a", "b", "esp", "gre", "icmp/3", "icmpv6/128");
    builder.flow("b", "a", "icmp", "icmpv6");
    List<String> lines = export(builder.design(), StrategyKind.GROUP, Map.of());
    List<PanOsReader.SecurityRule> rules = PanOsReader.of(lines).rules();
    assertThat(rules.get(0).attributes().get("application"))
        .containsExactly("ipsec-esp", "gre", "firebreak-icmp-3", "firebreak-icmp6-128");
    assertThat(rules.get(1).attributes().get("application"))
        .containsExactly("icmp", "ping", "firebreak-icmp-3", "ipv6-icmp", "firebreak-icmp6-128");
    assertThat(rules.get(0).one("service")).isEqualTo("application-default");
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith("set application firebreak-icmp-3 ")
                    && line.endsWith(" default ident-by-icmp-type type 3"))
        .anyMatch(
            line ->
                line.startsWith("set application firebreak-icmp6-128 ")
                    && line.endsWith(" default ident-by-icmp6-type type 128"));
    assertThat(report.limitations())
        .noneMatch(limitation -> limitation.effect() == Limitation.Effect.DENIES_MORE);
  }

  @Test
  void noRuleIsWrittenForAFamilyWithoutAddresses() throws Exception {
    DesignBuilder builder = new DesignBuilder("one family", StrategyKind.GROUP);
    builder.server(builder.group(builder.zone("left"), "a"), "a1", "10.0.0.1", "fd00::1");
    builder.server(builder.group(builder.zone("right"), "b"), "b1", "10.0.1.1");
    builder.flow("a", "b", "icmpv6", "icmp", "icmpv6/2");
    assertThat(PanOsReader.of(export(builder.design(), StrategyKind.GROUP, Map.of())).rules())
        .first()
        .satisfies(
            rule ->
                assertThat(rule.attributes().get("application")).containsExactly("icmp", "ping"));
  }

  @Test
  void whatCannotBeExpressedIsNotPermittedAndReportedByRule() throws Exception {
    DesignBuilder builder = twoGroups();
    builder.service("icmp/3").setIcmpCode(1);
    builder.named(builder.service("icmp/4"), "all of three").setIcmpType(3);
    builder.flow("a", "b", "icmp/3");
    builder.flow("b", "a", "icmp/4");
    builder.flow("b", "a", "icmp/8").setLog(true);
    builder.tripwire("Echo", Severity.LOW, "icmp/8");
    export(builder.design(), StrategyKind.GROUP, Map.of());
    assertThat(report.limitations())
        .filteredOn(limitation -> limitation.effect() == Limitation.Effect.DENIES_MORE)
        .allMatch(limitation -> limitation.rule().startsWith("F-"))
        .extracting(limitation -> limitation.elements().get(0).name())
        .containsExactly("a → b", "b → a");
    assertThat(report.limitations())
        .filteredOn(limitation -> limitation.effect() == Limitation.Effect.REDUCED)
        .extracting(limitation -> limitation.elements().get(0).name())
        .containsExactly("Echo");
  }

  @Test
  void inspectedFlowsUseAProfileGroup() throws Exception {
    DesignBuilder builder = twoGroups();
    builder.flow("a", "b", "tcp/443").setInspection(Inspection.THREAT_PREVENTION);
    builder.flow("b", "a", "tcp/443").setInspection(Inspection.EXEMPT);
    List<String> own = export(builder.design(), StrategyKind.GROUP, Map.of());
    assertThat(own)
        .contains(
            "set profile-group firebreak-threat virus default spyware default vulnerability"
                + " default")
        .filteredOn(line -> line.contains(" profile-setting group firebreak-threat "))
        .hasSize(1);
    List<String> named =
        export(builder.design(), StrategyKind.GROUP, Map.of("profile-group", "strict-all"));
    assertThat(named)
        .noneMatch(line -> line.startsWith("set profile-group"))
        .anyMatch(line -> line.contains(" profile-setting group strict-all "));
    assertThatThrownBy(
            () ->
                export(builder.design(), StrategyKind.GROUP, Map.of("profile-group", "x; reboot")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("panos.profile-group");
  }

  @Test
  void largeGroupsAreSplit() throws Exception {
    List<String> lines =
        export(LargeDesign.of(StrategyKind.GROUP, 2, 2600, 20, 3), StrategyKind.GROUP, Map.of());
    assertThat(violations(lines)).isEmpty();
    assertThat(lines)
        .anyMatch(
            line -> line.startsWith("set address-group g-group0 static [ g-group0.1 g-group0.2 ] "))
        .allMatch(line -> line.length() <= 1100);
  }

  @Test
  void longServiceListsBecomeAGroup() throws Exception {
    DesignBuilder builder = twoGroups();
    String[] services = new String[12];
    for (int i = 0; i < services.length; i++) {
      services[i] = "tcp/" + (i + 1) * 100;
    }
    builder.flow("a", "b", services);
    builder.flow("b", "a", services);
    List<String> lines = export(builder.design(), StrategyKind.GROUP, Map.of());
    assertThat(lines)
        .filteredOn(line -> line.matches("set service-group .* members .*"))
        .hasSize(1);
    assertThat(violations(lines)).isEmpty();
  }

  @Test
  void removalDeletesUsersBeforeWhatTheyUseAndKeepsZones() throws Exception {
    List<String> lines = export(Samples.load("lab-shop"), StrategyKind.GROUP, MAIL);
    List<String> removal = removal();
    List<String> kinds = new ArrayList<>();
    for (String line : removal) {
      String kind = line.split(" ")[1];
      if (kinds.isEmpty() || !kinds.get(kinds.size() - 1).equals(kind)) {
        kinds.add(kind);
      }
    }
    assertThat(kinds)
        .containsExactly(
            "rulebase",
            "log-settings",
            "profile-group",
            "service",
            "address-group",
            "address",
            "tag");
    long rules = lines.stream().filter(line -> line.contains(" action ")).count();
    assertThat(removal).filteredOn(line -> line.startsWith("delete rulebase")).hasSize((int) rules);
  }

  @Test
  void hostRulesAreReportedAsNotEnforced() throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            Samples.load("lab-shop"),
            CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO));
    ExportReport micro =
        BundleWriter.write(
            folder.resolve("m"), policy, Exporters.byIds("panos"), Map.of(), Progress.NONE);
    assertThat(micro.unenforced())
        .singleElement()
        .satisfies(
            limitation ->
                assertThat(limitation.reason()).contains("no chosen platform enforces at hosts"));
  }

  @Test
  void checkerFindsWhatPanOsWouldRefuse() {
    List<String> start = List.of("set tag firebreak comments \"x\"");
    Map<String, String> refused =
        Map.of(
            "set address -a ip-netmask 10.0.0.1/32 tag firebreak",
            "not valid",
            "set address " + "a".repeat(64) + " ip-netmask 10.0.0.1/32 tag firebreak",
            "too long",
            "set address a ip-netmask 10.0.0.1/33 tag firebreak",
            "10.0.0.1/33",
            "set address a ip-range 10.0.0.9-10.0.0.1 tag firebreak",
            "10.0.0.9",
            "set address a ip-netmask 10.0.0.1/32 tag other",
            "other is not defined",
            "set address-group g static [ nobody ]",
            "nobody is not defined",
            "set service s protocol icmp port 1",
            "unknown protocol",
            "set service s protocol tcp port 70000",
            "70000",
            "set address-group g description \"open",
            "not closed",
            "set tag größe comments \"x\"",
            "printable ASCII");
    refused.forEach(
        (line, reason) -> {
          List<String> lines = new ArrayList<>(start);
          lines.add(line);
          assertThat(violations(lines)).as(line).singleElement().asString().contains(reason);
        });
    assertThat(violations(List.of("set rulebase security rules r from any action allow")))
        .singleElement()
        .asString()
        .contains("rule r lacks one of");
  }

  private static DesignBuilder twoGroups() {
    DesignBuilder builder = new DesignBuilder("two", StrategyKind.GROUP);
    builder.server(builder.group(builder.zone("left"), "a"), "a1", "10.0.0.1", "fd00::1");
    builder.server(builder.group(builder.zone("right"), "b"), "b1", "10.0.1.1", "fd00:1::1");
    return builder;
  }
}
