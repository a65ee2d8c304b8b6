package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NsxExporterTest {
  @TempDir Path folder;

  private ExportReport export(Design design, String... settings) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO));
    return BundleWriter.write(
        folder.resolve("b"),
        policy,
        Exporters.byIds("nsx"),
        settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]),
        Progress.NONE);
  }

  private FolderFiles files() {
    return new FolderFiles(folder.resolve("b/nsx"));
  }

  private JsonNode read(String path) throws Exception {
    return new ObjectMapper().readTree(folder.resolve("b/nsx").resolve(path).toFile());
  }

  private List<JsonNode> all(String type, JsonNode node) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode child : node.path("children")) {
      if (child.has(type)) {
        found.add(child.path(type));
      }
      found.addAll(all(type, child));
      found.addAll(all(type, child.path("SecurityPolicy")));
    }
    return found;
  }

  @Test
  void everyBodyFitsTheSchemaAndTheManager() throws Exception {
    for (String sample : Samples.names()) {
      export(Samples.load(sample));
      new NsxChecks().check(files());
    }
    export(RandomDesign.withTenants(StrategyKind.MICRO, 300, 5));
    NsxChecks checks = new NsxChecks();
    checks.check(files());
    assertThat(checks.rules).isGreaterThan(100);
    assertThat(files().paths()).anyMatch(path -> path.startsWith("project-tenant2/"));
    assertThat(Files.readString(folder.resolve("b/nsx/project-tenant2/1-objects.json")))
        .doesNotContain("tenant3");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    Design design = HostileNames.design(StrategyKind.MICRO);
    export(design);
    new NsxChecks().check(files());
    JsonNode list = read("shared/vm-tags.json");
    assertThat(list.path("virtual_machines").findValuesAsText("display_name"))
        .contains("'; flush ruleset; #", "$(reboot) `id` ${x} $x", "'; DROP TABLE x; --");
    assertThat(all("Rule", read("shared/2-policies.json")))
        .anyMatch(rule -> rule.path("description").asText().contains("$(reboot) `id`"));
  }

  @Test
  void newVmGetsItsRulesByTheTagOfItsGroup() throws Exception {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    var zone = builder.zone("dmz");
    builder.server(builder.group(zone, "web"), "web1", "10.0.0.1");
    builder.server(builder.group(zone, "app"), "app1", "10.0.1.1");
    builder.flow("web", "app", "tcp/8443").setLog(true);
    builder.tripwire("Shells", Severity.HIGH, "tcp/22");
    export(builder.design());
    List<JsonNode> groups = all("Group", read("shared/1-objects.json"));
    assertThat(groups)
        .extracting(group -> group.path("expression").get(0).path("value").asText())
        .containsExactly("firebreak|web", "firebreak|app");
    List<JsonNode> policies = all("SecurityPolicy", read("shared/2-policies.json"));
    assertThat(policies).hasSize(2);
    assertThat(policies.get(0).path("scope").get(0).asText())
        .isEqualTo("/infra/domains/default/groups/firebreak-web");
    List<JsonNode> rules = all("Rule", read("shared/2-policies.json"));
    assertThat(rules)
        .extracting(
            rule ->
                rule.path("action").asText()
                    + " "
                    + rule.path("direction").asText()
                    + " "
                    + rule.path("logged").asText()
                    + " "
                    + rule.path("tag").asText().replaceAll("-[0-9a-f]{8}$", ""))
        .containsExactly(
            "ALLOW OUT true firebreak-permit-F",
            "DROP IN_OUT true firebreak-alert-T",
            "DROP IN_OUT true firebreak-deny",
            "ALLOW IN true firebreak-permit-F",
            "DROP IN_OUT true firebreak-alert-T",
            "DROP IN_OUT true firebreak-deny");
    Path before = folder.resolve("before.json");
    Files.copy(folder.resolve("b/nsx/shared/2-policies.json"), before);
    Files.copy(folder.resolve("b/nsx/shared/1-objects.json"), folder.resolve("objects.json"));
    builder.server(builder.design().getZones().get(0).getGroups().get(0), "web2", "10.0.0.2");
    export(builder.design());
    assertThat(folder.resolve("b/nsx/shared/2-policies.json")).hasSameTextualContentAs(before);
    assertThat(folder.resolve("b/nsx/shared/1-objects.json"))
        .hasSameTextualContentAs(folder.resolve("objects.json"));
  }

  @Test
  void displayNamesBecomeIdsOfVmsAndUnknownNamesAreAnError() throws Exception {
    assumeThat(hasJq()).as("jq is installed").isTrue();
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    builder.server(builder.group(null, "web"), "web \"1\"", "10.0.0.1");
    export(builder.design());
    Path vms = folder.resolve("vms.json");
    Files.writeString(
        vms, "{\"results\":[{\"display_name\":\"web '1'\",\"external_id\":\"50-1\"}]}");
    assertThat(jq(vms)).isEqualTo("0 [\"50-1\"]");
    Files.writeString(vms, "{\"results\":[]}");
    assertThat(jq(vms)).startsWith("5");
  }

  private static boolean hasJq() throws Exception {
    return new ProcessBuilder("sh", "-c", "command -v jq").start().waitFor() == 0;
  }

  private String jq(Path vms) throws Exception {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "jq -c --slurpfile vms \"$1\" -f resolve.jq shared/tags/web.json"
                    + " | jq -c '.apply_to[0].resource_ids'",
                "sh",
                vms.toString())
            .directory(folder.resolve("b/nsx").toFile())
            .redirectError(folder.resolve("jq.err").toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    process.waitFor(20, TimeUnit.SECONDS);
    return output.isEmpty() ? "5 " : "0 " + output.strip();
  }

  @Test
  void largeDesignsAreDividedIntoCallsAndWrittenFast() throws Exception {
    Design design = LargeDesign.of(StrategyKind.MICRO, 500, 20, 2000, 7);
    export(design);
    new NsxChecks().check(files());
    long start = System.nanoTime();
    export(design);
    System.getLogger("nsx")
        .log(System.Logger.Level.INFO, "NSX " + (System.nanoTime() - start) / 1_000_000 + " ms");
    assertThat(files().paths()).contains("shared/2-policies-2.json");
  }
}
