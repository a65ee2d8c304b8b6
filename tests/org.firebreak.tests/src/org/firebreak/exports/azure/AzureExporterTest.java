package org.firebreak.exports.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.cloud.HostFilters;
import org.firebreak.exports.cloud.JsonSchemas;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureExporterTest {
  @TempDir Path folder;

  private void check(Design design) throws Exception {
    HostFilters.check(folder.resolve("b"), design, "azure", Map.of());
    JsonSchema schema = JsonSchemas.load("azure/microsoft-network-2025-07-01-nsg-asg-subset.json");
    try (Stream<Path> files = Files.list(folder.resolve("b/azure/shared"))) {
      for (Path file : files.filter(each -> each.toString().contains("template-")).toList()) {
        JsonNode resources = JsonSchemas.read(file).get("resources");
        assertThat(resources.size()).isBetween(1, 800);
        for (JsonNode resource : resources) {
          assertThat(schema.validate(resource)).as(resource.get("name").asText()).isEmpty();
          assertThat(resource.get("name").asText()).matches("[a-z0-9][a-z0-9-]{0,78}[a-z0-9]");
          assertRules(resource.at("/properties/securityRules"));
        }
      }
    }
  }

  private static void assertRules(JsonNode rules) {
    assertThat(rules.size()).isLessThanOrEqualTo(1000);
    Set<String> unique = new HashSet<>();
    for (JsonNode rule : rules) {
      JsonNode values = rule.get("properties");
      assertThat(values.get("priority").asInt()).isBetween(100, 4096);
      assertThat(unique.add(values.get("direction") + " " + values.get("priority"))).isTrue();
      assertThat(unique.add(rule.get("name").asText())).isTrue();
      assertThat(values.get("description").asText()).hasSizeLessThanOrEqualTo(140);
      for (String side : List.of("source", "destination")) {
        assertThat(values.path(side + "PortRanges").toString()).doesNotContain("*");
        assertThat(values.path(side + "AddressPrefixes").toString()).doesNotContain("*");
        int named = 0;
        for (String form :
            List.of("AddressPrefix", "AddressPrefixes", "ApplicationSecurityGroups")) {
          named += values.has(side + form) ? 1 : 0;
        }
        assertThat(named).isEqualTo(1);
        String prefixes = values.path(side + "AddressPrefixes").toString();
        assertThat(prefixes.contains(":") && prefixes.contains(".")).as(prefixes).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void templatesFitTheSchemaAndTheLimits(long seed) throws Exception {
    check(RandomDesign.of(StrategyKind.MICRO, 80, seed));
  }

  @Test
  void namesOfAnyKindAreData() throws Exception {
    check(HostileNames.design(StrategyKind.MICRO));
  }

  @Test
  void largeDesignsFitTheLimits() throws Exception {
    check(LargeDesign.of(StrategyKind.MICRO, 200, 10, 2000, 1));
  }
}
