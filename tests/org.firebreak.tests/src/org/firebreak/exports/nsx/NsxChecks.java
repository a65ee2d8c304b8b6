package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.exports.JsonSchemas;
import org.firebreak.rulebase.RuleFiles;

/** What a manager would check of an export, beyond the schema too. */
final class NsxChecks {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonSchemas schema = new JsonSchemas("nsx/nsx-dfw-hapi.schema.json");
  private final Set<String> paths = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  int rules;

  NsxChecks() throws Exception {}

  /** Every body in the order of the calls, as {@code calls.json} has them. */
  void check(RuleFiles files) throws Exception {
    JsonNode calls = read(files, "calls.json").path("calls");
    Set<String> bodies = new HashSet<>();
    for (JsonNode call : calls) {
      String body = call.path("body").asText();
      assertThat(bodies.add(body)).isTrue();
      JsonNode document = read(files, body);
      String path = call.path("path").asText().replaceFirst("^/policy/api/v1", "");
      if (call.path("method").asText().equals("PATCH")) {
        checkTree(document, path, body);
      } else {
        assertThat(path).contains("/tags/tag-operations/");
        for (String side : List.of("apply_to", "remove_from")) {
          for (JsonNode resources : document.path(side)) {
            assertThat(resources.path("resource_ids").size()).isBetween(1, 1000);
          }
        }
      }
    }
    for (String path : files.paths()) {
      if (path.endsWith(".json") && !path.equals("calls.json") && !path.endsWith("vm-tags.json")) {
        assertThat(bodies).contains(path);
      }
    }
  }

  /** Every body of a change set fits the schema and the size of a call. */
  void checkBodies(RuleFiles files) throws Exception {
    for (JsonNode call : read(files, "calls.json").path("calls")) {
      if (call.path("method").asText().equals("PATCH")) {
        String file = call.path("body").asText();
        JsonNode body = read(files, file);
        assertThat(schema.violations(body)).as(file).isEmpty();
        assertThat(body.findValues("resource_type").stream().map(JsonNode::asText))
            .as(file)
            .filteredOn(type -> type.matches("Child(Service|Group|SecurityPolicy|Rule)"))
            .hasSizeBetween(1, 5000);
      }
    }
  }

  private static JsonNode read(RuleFiles files, String path) throws Exception {
    try (InputStream in = files.open(path)) {
      return MAPPER.readTree(in);
    }
  }

  private void checkTree(JsonNode document, String root, String file) {
    assertThat(schema.violations(document)).as(file).isEmpty();
    int intents = 0;
    for (JsonNode child : document.path("children")) {
      if (child.has("Service")) {
        intents++;
        checkService(child.path("Service"), root);
      }
      for (JsonNode inDomain : child.path("children")) {
        intents++;
        if (inDomain.has("Group")) {
          checkGroup(inDomain.path("Group"), root + "/domains/default/groups/");
        } else {
          JsonNode policy = inDomain.path("SecurityPolicy");
          intents += policy.path("children").size();
          checkPolicy(policy, root);
        }
      }
    }
    assertThat(intents).as(file).isBetween(1, 5000);
  }

  private void checkService(JsonNode service, String root) {
    assertThat(paths.add(root + "/services/" + service.path("id").asText())).isTrue();
    Set<String> ids = new HashSet<>();
    for (JsonNode entry : service.path("service_entries")) {
      assertThat(ids.add(entry.path("id").asText())).isTrue();
      int ports = 0;
      for (JsonNode port : entry.path("destination_ports")) {
        ports += port.asText().contains("-") ? 2 : 1;
      }
      assertThat(ports).isLessThanOrEqualTo(15);
    }
  }

  private void checkGroup(JsonNode group, String root) {
    assertThat(paths.add(root + group.path("id").asText())).isTrue();
    JsonNode expression = group.path("expression");
    assertThat(expression).hasSize(1);
    for (JsonNode path : expression.get(0).path("paths")) {
      assertThat(paths).contains(path.asText());
    }
    boolean v4 = false;
    boolean v6 = false;
    for (JsonNode address : expression.get(0).path("ip_addresses")) {
      v6 |= address.asText().contains(":");
      v4 |= !address.asText().contains(":");
    }
    assertThat(v4 && v6).isFalse();
  }

  private void checkPolicy(JsonNode policy, String root) {
    assertThat(numbers.add(root + policy.path("category") + policy.path("sequence_number")))
        .isTrue();
    for (JsonNode path : policy.path("scope")) {
      assertThat(paths).contains(path.asText());
      assertThat(path.asText()).doesNotContain("/groups/firebreak-g-");
    }
    int last = 0;
    Set<String> ids = new HashSet<>();
    for (JsonNode child : policy.path("children")) {
      JsonNode rule = child.path("Rule");
      rules++;
      assertThat(ids.add(rule.path("id").asText())).isTrue();
      assertThat(rule.path("sequence_number").asInt()).isGreaterThan(last);
      last = rule.path("sequence_number").asInt();
      for (String field : List.of("source_groups", "destination_groups", "services")) {
        for (JsonNode path : rule.path(field)) {
          if (!path.asText().equals("ANY")) {
            assertThat(paths).contains(path.asText());
          }
        }
      }
    }
  }
}
