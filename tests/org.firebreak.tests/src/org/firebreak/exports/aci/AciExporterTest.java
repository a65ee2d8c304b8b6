package org.firebreak.exports.aci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Inspection;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AciExporterTest {
  @TempDir Path folder;

  private ExportReport export(Design design, Map<String, String> settings) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO));
    return BundleWriter.write(
        folder.resolve("b"), policy, Exporters.byIds("aci"), settings, Progress.NONE);
  }

  private AciChecks check() throws Exception {
    AciChecks checks = new AciChecks();
    checks.check(new FolderFiles(folder.resolve("b/aci")));
    return checks;
  }

  private static DesignBuilder shop() {
    DesignBuilder builder = new DesignBuilder("Shop", StrategyKind.MICRO);
    var zone = builder.zone("dmz");
    builder.external("*", "0.0.0.0/0");
    builder.server(builder.group(zone, "web"), "web1", "10.0.0.1");
    builder.server(builder.group(zone, "app"), "app1", "10.0.1.1");
    builder.flow("web", "app", "tcp/8443").setLog(true);
    builder.flow("*", "web", "tcp/443", "icmp/8");
    builder.tripwire("Shells", Severity.HIGH, "tcp/22");
    return builder;
  }

  @Test
  void everyFileFitsTheSchemaAndTheController() throws Exception {
    for (String sample : Samples.names()) {
      export(Samples.load(sample), Map.of());
      check();
      export(Samples.load(sample), Map.of("aci.endpoints", "epg"));
      check();
    }
    export(RandomDesign.withTenants(StrategyKind.MICRO, 300, 5), Map.of());
    check();
    assertThat(Files.readString(folder.resolve("b/aci/tenant-tenant2/1-tenant.json")))
        .contains("\"name\":\"tenant2\"")
        .doesNotContain("tenant3");
    export(
        RandomDesign.withTenants(StrategyKind.MICRO, 300, 6), Map.of("aci.membership", "address"));
    check();
  }

  @Test
  void hostileNamesStayText() throws Exception {
    export(HostileNames.design(StrategyKind.MICRO), Map.of());
    AciChecks checks = check();
    assertThat(checks.of("vzBrCP"))
        .anyMatch(each -> AciChecks.attribute(each, "descr").contains("$(reboot) ?id? ${x} $x"));
    assertThat(checks.of("fvESg"))
        .anyMatch(each -> AciChecks.attribute(each, "descr").contains("?; DROP TABLE x; --"));
  }

  @Test
  void contractsAreBetweenGroupsAndMembersAreTagged() throws Exception {
    DesignBuilder builder = shop();
    export(builder.design(), Map.of());
    AciChecks checks = check();
    assertThat(checks.of("fvESg"))
        .extracting(
            each ->
                AciChecks.attribute(each, "name") + " " + AciChecks.attribute(each, "pcEnfPref"))
        .containsExactly("web enforced", "app enforced");
    assertThat(checks.of("l3extInstP"))
        .extracting(each -> AciChecks.attribute(each, "name"))
        .containsExactly("external");
    assertThat(checks.of("vzFilter"))
        .extracting(each -> AciChecks.attribute(each, "name"))
        .containsExactly("icmpv4-echo", "icmpv4-echo-rep", "tcp-8443", "tcp-https", "tcp-ssh");
    JsonNode deny = checks.of("vzRsFiltAtt").get(checks.of("vzRsFiltAtt").size() - 1);
    assertThat(deny.path("attributes").toString())
        .contains(
            "\"action\":\"deny\"", "\"directives\":\"log\"", "\"priorityOverride\":\"level1\"");
    Path tenant = folder.resolve("b/aci/shared/1-tenant.json");
    String before = Files.readString(tenant);
    builder.server(builder.design().getZones().get(0).getGroups().get(0), "web2", "10.0.0.2");
    export(builder.design(), Map.of());
    assertThat(tenant).content().isEqualTo(before);
    assertThat(folder.resolve("b/aci/shared/2-endpoint-tags.json"))
        .content()
        .contains("\"ip\":\"10.0.0.2\"");
  }

  @Test
  void inspectedFlowsAreRedirectedIfThereIsAGraph() throws Exception {
    DesignBuilder builder = shop();
    builder.design().getFlows().get(0).setInspection(Inspection.THREAT_PREVENTION);
    ExportReport report = export(builder.design(), Map.of());
    assertThat(report.platforms().get(0).limitations())
        .anyMatch(
            each ->
                each.effect() == Limitation.Effect.REDUCED && each.reason().contains("inspection"));
    assertThat(check().of("vzRsSubjGraphAtt")).isEmpty();
    report = export(builder.design(), Map.of("aci.graph", "to-firewall"));
    assertThat(report.platforms().get(0).limitations())
        .noneMatch(each -> each.reason().contains("inspection"));
    List<JsonNode> graphs = check().of("vzRsSubjGraphAtt");
    assertThat(graphs).hasSize(1);
    assertThat(AciChecks.attribute(graphs.get(0), "tnVnsAbsGraphName")).isEqualTo("to-firewall");
  }

  @Test
  void largeDesignsAreWrittenAndVerified() throws Exception {
    Design design = LargeDesign.of(StrategyKind.MICRO, 500, 20, 2000, 7);
    export(design, Map.of());
    long start = System.nanoTime();
    export(design, Map.of());
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    System.getLogger("aci").log(System.Logger.Level.INFO, "ACI " + milliseconds + " ms");
    assertThat(milliseconds).isLessThan(60_000);
    check();
  }
}
