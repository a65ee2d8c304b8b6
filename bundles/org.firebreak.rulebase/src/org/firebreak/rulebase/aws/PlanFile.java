package org.firebreak.rulebase.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code terraform show -json} says of a state or of a plan, as a module in JSON syntax: its
 * resources with their values. Ids that a plan cannot know yet are told by what the configuration
 * refers to.
 */
final class PlanFile {
  private static final Set<String> COMPUTED =
      Set.of(
          "arn", "id", "owner_id", "revoke_rules_on_delete", "security_group_rule_id", "tags_all");

  private static final List<String> REFERENCES =
      List.of(
          "security_group_id",
          "source_security_group_id",
          "referenced_security_group_id",
          "prefix_list_id");

  private final ObjectNode resources = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, JsonNode> expressions = new LinkedHashMap<>();

  private PlanFile() {}

  static boolean is(JsonNode root) {
    return root.has("format_version") && values(root).isObject();
  }

  private static JsonNode values(JsonNode root) {
    return root.has("planned_values")
        ? root.path("planned_values").path("root_module")
        : root.path("values").path("root_module");
  }

  /** The module. */
  static ObjectNode read(JsonNode root) {
    PlanFile plan = new PlanFile();
    plan.readConfiguration(root.path("configuration").path("root_module"), "");
    plan.note(values(root));
    plan.add(values(root));
    return JsonNodeFactory.instance.objectNode().set("resource", plan.resources);
  }

  private void readConfiguration(JsonNode module, String path) {
    for (JsonNode resource : module.path("resources")) {
      expressions.put(path + resource.path("address").asText(), resource.path("expressions"));
    }
    for (Map.Entry<String, JsonNode> call : module.path("module_calls").properties()) {
      readConfiguration(call.getValue().path("module"), path + "module." + call.getKey() + ".");
    }
  }

  /** Notes under which name each id is known. */
  private void note(JsonNode module) {
    for (JsonNode resource : module.path("resources")) {
      JsonNode id = resource.path("values").path("id");
      if (id.isTextual()) {
        ids.put(id.asText(), resource.path("address").asText());
      }
    }
    module.path("child_modules").forEach(this::note);
  }

  private void add(JsonNode module) {
    for (JsonNode resource : module.path("resources")) {
      String address = resource.path("address").asText();
      if (resource.path("mode").asText("managed").equals("managed")
          && resource.path("values").isObject()) {
        ObjectNode body = resource.path("values").deepCopy();
        body.remove(COMPUTED);
        body.properties().removeIf(field -> field.getValue().isNull());
        for (String field : REFERENCES) {
          refer(body, field, address);
        }
        for (String direction : List.of("ingress", "egress")) {
          body.path(direction).forEach(this::referAll);
        }
        referAll(body);
        resources.withObjectProperty(resource.path("type").asText()).set(address, body);
      }
    }
    module.path("child_modules").forEach(this::add);
  }

  /** Ids of groups in a list become the names of their resources. */
  private void referAll(JsonNode rule) {
    JsonNode groups = rule.path("security_groups");
    if (rule instanceof ObjectNode object && groups.isArray()) {
      var named = object.putArray("security_groups");
      groups.forEach(each -> named.add(ids.getOrDefault(each.asText(), each.asText())));
    }
  }

  private void refer(ObjectNode body, String field, String address) {
    JsonNode value = body.path(field);
    if (value.isTextual()) {
      body.put(field, ids.getOrDefault(value.asText(), value.asText()));
      return;
    }
    JsonNode references =
        expressions
            .getOrDefault(
                address.replaceAll("\\[[^\\]]*]", ""), JsonNodeFactory.instance.objectNode())
            .path(field)
            .path("references");
    if (references.isArray() && !references.isEmpty()) {
      String last = references.get(references.size() - 1).asText();
      String module = address.replaceFirst("[^.]+[.][^.]+$", "");
      body.put(field, module + last);
    }
  }
}
