package org.firebreak.exports.aci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.exports.JsonSchemas;
import org.firebreak.rulebase.RuleFiles;

/** What a controller would check of an export, beyond the schema too. */
final class AciChecks {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonSchemas schema = new JsonSchemas("aci/aci-tenant-subset.schema.json");

  /** Objects by class of the last file that was checked. */
  Map<String, List<JsonNode>> objects = new TreeMap<>();

  AciChecks() throws Exception {}

  void check(RuleFiles files) throws Exception {
    for (String path : files.paths()) {
      JsonNode document;
      try (InputStream in = files.open(path)) {
        document = MAPPER.readTree(in);
      }
      assertThat(schema.violations(document)).as(path).isEmpty();
      if (path.endsWith("tenant.json")) {
        objects = new TreeMap<>();
        collect(document);
        checkReferences();
        checkPortsAndPrefixes();
      }
    }
  }

  private void collect(JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              objects
                  .computeIfAbsent(field.getKey(), key -> new ArrayList<>())
                  .add(field.getValue());
              field.getValue().path("children").forEach(this::collect);
            });
  }

  List<JsonNode> of(String type) {
    return objects.getOrDefault(type, List.of());
  }

  static String attribute(JsonNode object, String name) {
    return object.path("attributes").path(name).asText();
  }

  private Set<String> names(String type) {
    Set<String> names = new HashSet<>();
    for (JsonNode object : of(type)) {
      assertThat(names.add(attribute(object, "name"))).as(attribute(object, "name")).isTrue();
      assertThat(attribute(object, "name")).hasSizeLessThanOrEqualTo(63);
    }
    return names;
  }

  private void checkReferences() {
    Set<String> filters = names("vzFilter");
    Set<String> contracts = names("vzBrCP");
    names("fvESg");
    names("l3extInstP");
    Set<String> used = new HashSet<>();
    for (String relation : List.of("fvRsProv", "fvRsCons", "fvRsIntraEpg")) {
      for (JsonNode object : of(relation)) {
        assertThat(contracts).contains(attribute(object, "tnVzBrCPName"));
        used.add(attribute(object, "tnVzBrCPName"));
      }
    }
    assertThat(used).isEqualTo(contracts);
    used.clear();
    for (String relation : List.of("vzRsSubjFiltAtt", "vzRsFiltAtt")) {
      for (JsonNode object : of(relation)) {
        assertThat(filters).contains(attribute(object, "tnVzFilterName"));
        used.add(attribute(object, "tnVzFilterName"));
      }
    }
    assertThat(used).isEqualTo(filters);
    for (String owned : List.of("vzFilter", "vzEntry", "vzBrCP", "vzSubj", "fvESg", "l3extInstP")) {
      assertThat(of(owned))
          .allMatch(each -> attribute(each, "annotation").equals("orchestrator:firebreak"));
    }
  }

  private void checkPortsAndPrefixes() {
    for (JsonNode entry : of("vzEntry")) {
      boolean ports = entry.path("attributes").has("dFromPort");
      assertThat(ports).isEqualTo(entry.path("attributes").has("dToPort"));
      assertThat(!ports || Set.of("tcp", "udp").contains(attribute(entry, "prot"))).isTrue();
      // 0 and what has a name would not be read back as it was written
      assertThat(attribute(entry, "dFromPort"))
          .isNotIn("0", "20", "22", "25", "53", "80", "110", "443", "554");
    }
    Set<String> prefixes = new HashSet<>();
    for (JsonNode subnet : of("l3extSubnet")) {
      assertThat(prefixes.add(attribute(subnet, "ip"))).isTrue();
      assertThat(attribute(subnet, "ip")).isNotIn("0.0.0.0/0", "::/0");
    }
  }
}
