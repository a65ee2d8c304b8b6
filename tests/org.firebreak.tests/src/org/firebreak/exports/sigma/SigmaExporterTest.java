package org.firebreak.exports.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tripwire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigmaExporterTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @TempDir Path folder;

  private ExportReport report;

  private Map<String, JsonNode> export(Design design) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve("bundle");
    report = BundleWriter.write(bundle, policy, Exporters.byIds("sigma"), Map.of(), Progress.NONE);
    Map<String, JsonNode> files = new TreeMap<>();
    Path root = bundle.resolve("sigma");
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), YAML.readTree(file.toFile()));
      }
    }
    return files;
  }

  private static List<JsonNode> rules(Map<String, JsonNode> files) {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().startsWith("pipelines/"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static void assertValid(Map<String, JsonNode> files) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                Files.readString(
                    Samples.root()
                        .resolve(
                            "tests/org.firebreak.tests/src/org/firebreak/exports/sigma/sigma-detection-rule-schema.json")));
    Set<String> ids = new HashSet<>();
    for (JsonNode rule : rules(files)) {
      assertThat(schema.validate(rule)).as(rule.path("title").asText()).isEmpty();
      assertThat(ids.add(rule.path("id").asText())).as("unique id").isTrue();
      assertNamesExist(rule.path("detection"));
    }
  }

  /** What the condition names is there, and everything that is there is named. */
  private static void assertNamesExist(JsonNode detection) {
    List<String> patterns = new ArrayList<>();
    for (String word : detection.path("condition").asText().split(" ")) {
      if (!Set.of("and", "not", "1", "of").contains(word)) {
        patterns.add(word.replace("*", "[a-z0-9]+"));
      }
    }
    List<String> names = new ArrayList<>();
    detection.fieldNames().forEachRemaining(names::add);
    names.remove("condition");
    assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(patterns).anyMatch(name::matches));
    assertThat(patterns).allSatisfy(each -> assertThat(names).anyMatch(n -> n.matches(each)));
  }

  @Test
  void rulesOfSamplesFitTheSchema() throws Exception {
    for (String sample : Samples.names()) {
      Map<String, JsonNode> files = export(Samples.load(sample));
      assertThat(files).hasSizeGreaterThan(5);
      assertValid(files);
    }
  }

  @Test
  void hostileNamesAreData() throws Exception {
    Design design = HostileNames.design(StrategyKind.HYBRID);
    Map<String, JsonNode> files = export(design);
    assertValid(files);
    List<String> titles = rules(files).stream().map(rule -> rule.path("title").asText()).toList();
    for (Tripwire tripwire : design.getTripwires()) {
      if (!tripwire.getName().isBlank()) {
        assertThat(titles).contains(PlainText.oneLine("Tripwire: " + tripwire.getName(), 200));
      }
    }
    assertThat(rules(files))
        .allSatisfy(
            rule ->
                assertThat(rule.propertyStream().map(Map.Entry::getKey).toList())
                    .isSubsetOf(
                        "title",
                        "id",
                        "status",
                        "description",
                        "author",
                        "tags",
                        "logsource",
                        "detection",
                        "fields",
                        "falsepositives",
                        "level"));
  }

  private static DesignBuilder shop() {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.GROUP);
    ServerGroup web = builder.group(null, "web");
    builder.server(web, "web1", "10.0.0.1");
    builder.server(builder.group(null, "app"), "app1", "10.0.1.1");
    builder.external("admin", "192.0.2.0/24");
    builder.flow("web", "app", "tcp/443", "tcp/2000-3000");
    builder.flow("admin", "web", "tcp/22");
    builder.tripwire("Shells", Severity.CRITICAL, "tcp/22", "tcp/3389", "icmp/8");
    return builder;
  }

  @Test
  void tripwireIsOnItsPortsWhereNoFlowPermitsThem() throws Exception {
    JsonNode rule = export(shop().design()).get("shared/tripwires/shells.yml");
    assertThat(rule.path("level").asText()).isEqualTo("critical");
    assertThat(rule.path("tags").toString())
        .isEqualTo("[\"attack.lateral-movement\",\"attack.t1021.001\",\"attack.t1021.004\"]");
    assertThat(rule.path("id").asText()).matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab].*");
    assertThat(rule.path("detection").toString())
        .isEqualTo(
            "{'tripwire':{'dst_port':[22,3389]},"
                .concat("'server_source':{'src_ip|cidr':['10.0.0.1/32','10.0.1.1/32']},")
                .concat("'server_destination':{'dst_ip|cidr':['10.0.0.1/32','10.0.1.1/32']},")
                .concat("'permitted_1':{'src_ip|cidr':['192.0.2.0/24'],")
                .concat("'dst_ip|cidr':['10.0.0.1/32'],'dst_port':[22]},")
                .concat("'condition':'tripwire and 1 of server_* and not 1 of permitted_*'}")
                .replace('\'', '"'));
    assertThat(report.limitations()).anyMatch(each -> each.reason().contains("such as ICMP"));
  }

  @Test
  void unexpectedServicesAreThoseThatNoFlowPermits() throws Exception {
    JsonNode detection = export(shop().design()).get("shared/unexpected/web.yml").path("detection");
    assertThat(detection.path("between_servers").path("dst_port|gte").asInt()).isEqualTo(1);
    assertThat(detection.path("tripwires").toString()).isEqualTo("{\"dst_port\":[22,3389]}");
    assertThat(detection.path("permitted_1").toString())
        .isEqualTo(
            "[{'dst_ip|cidr':['10.0.1.1/32'],'dst_port':[443]},"
                .concat("{'dst_ip|cidr':['10.0.1.1/32'],'dst_port|gte':2000,'dst_port|lte':3000}]")
                .replace('\'', '"'));
  }

  @Test
  void logEntriesAreFoundByTheirFirstWords() throws Exception {
    Map<String, JsonNode> files = export(shop().design());
    assertThat(files.get("log-entries/alert.yml").at("/detection/keywords/0").asText())
        .isEqualTo("firebreak:alert:");
    assertThat(files.get("log-entries/deny.yml").at("/detection/keywords/0").asText())
        .isEqualTo("firebreak:deny:");
    assertThat(files.keySet())
        .contains("pipelines/linux.yml", "pipelines/nsx.yml", "pipelines/panos.yml");
  }

  @Test
  void largeDesignLeavesOutWhatIsTooLong() throws Exception {
    Design design = LargeDesign.of(StrategyKind.GROUP, 500, 20, 2000, 7);
    Map<String, JsonNode> files = export(design);
    assertValid(files);
    assertThat(report.limitations()).anyMatch(each -> each.reason().contains("is left out"));
    assertThat(report.platforms().get(0).size()).isLessThan(60_000_000L);
  }
}
