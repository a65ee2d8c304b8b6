package org.firebreak.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.cloud.HostFilters;
import org.firebreak.exports.cloud.JsonSchemas;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsExporterTest {
  private static final Map<String, String> BOTH = Map.of("aws.format", "both");

  @TempDir Path folder;

  private HostFilters export(Design design, Map<String, String> settings) throws Exception {
    return HostFilters.check(folder.resolve("bundle"), design, "aws", settings);
  }

  private AwsBundle bundle() throws Exception {
    return AwsBundle.read(folder.resolve("bundle/aws/shared"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void templatesFitTheSchemasAndTheQuotas(long seed) throws Exception {
    export(RandomDesign.of(StrategyKind.MICRO, seed % 2 == 0 ? 300 : 60, seed), BOTH);
    bundle().assertSchema();
    bundle().assertSemantics(60, 5);
    assertTerraformReads();
  }

  @Test
  void samplesFitTheSchemasAndTheQuotas() throws Exception {
    for (String sample : Samples.names()) {
      Design design = Samples.load(sample);
      design.getStrategy().setKind(StrategyKind.MICRO);
      export(design, BOTH);
      bundle().assertSchema();
      bundle().assertSemantics(60, 5);
      assertTerraformReads();
    }
  }

  @Test
  void namesOfAnyKindAreData() throws Exception {
    export(HostileNames.design(StrategyKind.MICRO), BOTH);
    bundle().assertSchema();
    bundle().assertSemantics(60, 5);
    assertTerraformReads();
    JsonNode module =
        JsonSchemas.read(folder.resolve("bundle/aws/shared/terraform/firebreak.tf.json"));
    assertNoTemplates(module);
    assertThat(module.toString()).contains("Größe 日本語").doesNotContain("\u202E");
    assertThat(bundle().resources().toString()).contains("Größe 日本語");
    JsonNode attachments = JsonSchemas.read(folder.resolve("bundle/aws/shared/attachments.json"));
    assertThat(attachments.findValuesAsText("server"))
        .contains("$(reboot) `id` ${x} $x", "line\nbreak\r\n}", "x".repeat(5000));
  }

  /** Every {@code ${} is a whole reference. */
  private static void assertNoTemplates(JsonNode node) {
    if (node.isTextual() && (node.asText().contains("${") || node.asText().contains("%{"))) {
      assertThat(node.asText()).matches("\\$\\{[A-Za-z0-9_]+([.][A-Za-z0-9_]+){1,2}}");
    }
    node.forEach(AwsExporterTest::assertNoTemplates);
  }

  @Test
  void manyResourcesAreSplitIntoTemplatesThatReferToEachOther() throws Exception {
    Design design = LargeDesign.of(StrategyKind.MICRO, 120, 2, 1200, 3);
    export(design, Map.of());
    assertThat(bundle().templates())
        .extracting(file -> file.getFileName().toString())
        .contains("groups-1.json", "rules-1.json", "rules-2.json");
    bundle().assertSchema();
    bundle().assertSemantics(60, 5);
  }

  @Test
  void peersAreGroupsSoThatNewInstancesNeedNoNewRules() throws Exception {
    Design design = Samples.load("lab-shop");
    design.getStrategy().setKind(StrategyKind.MICRO);
    export(design, Map.of());
    assertThat(bundle().resources().values())
        .filteredOn(each -> each.get("Type").asText().endsWith("Ingress"))
        .anyMatch(each -> each.get("Properties").has("SourceSecurityGroupId"));
    JsonNode attachments = JsonSchemas.read(folder.resolve("bundle/aws/shared/attachments.json"));
    assertThat(attachments.get("firebreakAttachments"))
        .anySatisfy(
            each -> {
              assertThat(each.get("server").asText()).isEqualTo("web1");
              assertThat(each.get("securityGroups").toString()).contains("\"firebreak-web\"");
            });
  }

  @Test
  void lowQuotasLeaveRulesOutAndSaySo() throws Exception {
    DesignBuilder builder = new DesignBuilder("many", StrategyKind.MICRO);
    builder.server(builder.group(null, "g"), "a", "10.0.0.1");
    for (int i = 0; i < 30; i++) {
      builder.external("net" + i, "192.0.2." + i + "/32");
      builder.flow("net" + i, "g", "tcp/" + (1000 + i));
    }
    HostFilters filters =
        export(
            builder.design(), Map.of("aws.rules-per-group", "10", "aws.groups-per-interface", "2"));
    bundle().assertSemantics(10, 2);
    assertThat(filters.report().limitations())
        .filteredOn(limitation -> limitation.effect() == Limitation.Effect.DENIES_MORE)
        .hasSize(10)
        .allMatch(limitation -> limitation.rule() != null);
  }

  @Test
  void whatSecurityGroupsCannotSayIsDeniedAndReported() throws Exception {
    DesignBuilder builder = new DesignBuilder("limits", StrategyKind.MICRO);
    builder.server(builder.group(null, "g"), "a", "10.0.0.1");
    builder.external("net", "192.0.2.0/24");
    builder.flow("net", "g", "sctp/36412", "tcp/443", "icmp/8").setLog(true);
    HostFilters filters = export(builder.design(), Map.of());
    assertThat(filters.report().limitations())
        .extracting(limitation -> limitation.effect())
        .containsExactlyInAnyOrder(
            Limitation.Effect.ASSUMPTION, Limitation.Effect.REDUCED, Limitation.Effect.DENIES_MORE);
    assertThat(bundle().resources().values())
        .filteredOn(each -> each.get("Type").asText().endsWith("Ingress"))
        .extracting(each -> each.at("/Properties/IpProtocol").asText())
        .containsExactlyInAnyOrder("tcp", "icmp");
  }

  @Test
  void tenantsAreApart() throws Exception {
    export(RandomDesign.withTenants(StrategyKind.MICRO, 60, 12), BOTH);
    for (String scope : new String[] {"shared", "tenant2", "tenant3"}) {
      Path files = folder.resolve("bundle/aws").resolve(scope);
      AwsBundle.read(files).assertSchema();
      AwsBundle.read(files).assertSemantics(60, 5);
      String text = texts(files);
      for (String other : new String[] {"tenant2", "tenant3"}) {
        if (!scope.equals(other)) {
          assertThat(text).doesNotContain(other);
        }
      }
    }
  }

  private static String texts(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  /**
   * Terraform reads the module. Its providers cannot be had offline, so that it checks syntax,
   * blocks and references, and no attributes.
   */
  private void assertTerraformReads() throws Exception {
    Path module = folder.resolve("bundle/aws/shared/terraform");
    Process process;
    try {
      process =
          new ProcessBuilder("terraform", "providers")
              .directory(module.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort("skipped: terraform is not installed and in no package registry");
      return;
    }
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).contains("hashicorp/aws");
  }

  @Test
  void largeDesignIsWrittenInAMoment() throws Exception {
    Design design = LargeDesign.of(StrategyKind.MICRO, 200, 50, 2000, 1);
    export(design, Map.of());
    bundle().assertSchema();
    bundle().assertSemantics(60, 5);
  }
}
