package org.firebreak.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks JSON by a schema of draft 4, as far as the schema of SARIF uses it; a keyword that is not
 * known here is an error of the test.
 */
final class JsonSchema {
  private static final Set<String> TEXTS =
      Set.of("$schema", "title", "id", "description", "default", "definitions");

  private final JsonNode root;
  private final List<String> errors = new ArrayList<>();

  private JsonSchema(JsonNode root) {
    this.root = root;
  }

  /** What is wrong, each with its place; empty if nothing is. */
  static List<String> errors(JsonNode schema, JsonNode document) {
    JsonSchema check = new JsonSchema(schema);
    check.check(schema, document, "");
    return check.errors;
  }

  private void check(JsonNode schema, JsonNode value, String place) {
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      check(each.getKey(), each.getValue(), schema, value, place);
    }
  }

  private void check(String keyword, JsonNode rule, JsonNode schema, JsonNode value, String place) {
    switch (keyword) {
      case "$ref" -> check(root.at(rule.asText().substring(1)), value, place);
      case "type" -> expect(isOf(rule.asText(), value), place, "is no " + rule.asText());
      case "enum" -> {
        boolean found = false;
        for (JsonNode each : rule) {
          found |= each.equals(value);
        }
        expect(found, place, value + " is none of " + rule);
      }
      case "properties" -> {
        for (Map.Entry<String, JsonNode> each : rule.properties()) {
          if (value.has(each.getKey())) {
            check(each.getValue(), value.get(each.getKey()), place + "/" + each.getKey());
          }
        }
      }
      case "additionalProperties" -> additional(rule, schema, value, place);
      case "required" ->
          rule.forEach(each -> expect(value.has(each.asText()), place, "lacks " + each.asText()));
      case "items" -> {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
          check(rule, value.get(i), place + "/" + i);
        }
      }
      case "minItems" -> expect(value.size() >= rule.asInt(), place, "has too few items");
      case "uniqueItems" -> {
        Set<JsonNode> items = new HashSet<>();
        value.forEach(item -> expect(items.add(item), place, "has " + item + " twice"));
      }
      case "minimum" -> expect(value.asDouble() >= rule.asDouble(), place, "is too small");
      case "maximum" -> expect(value.asDouble() <= rule.asDouble(), place, "is too large");
      case "pattern" ->
          expect(
              Pattern.compile(rule.asText()).matcher(value.asText()).find(),
              place,
              "does not match " + rule);
      case "format" -> format(rule.asText(), value.asText(), place);
      case "anyOf" -> expect(matching(rule, value) > 0, place, "matches no alternative");
      case "oneOf" -> expect(matching(rule, value) == 1, place, "matches not one alternative");
      default -> expect(TEXTS.contains(keyword), place, "unknown keyword " + keyword);
    }
  }

  private void additional(JsonNode rule, JsonNode schema, JsonNode value, String place) {
    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (schema.path("properties").has(name)) {
        continue;
      }
      if (rule.isObject()) {
        check(rule, value.get(name), place + "/" + name);
      } else {
        expect(rule.asBoolean(), place, "has an unknown property " + name);
      }
    }
  }

  private int matching(JsonNode alternatives, JsonNode value) {
    int matching = 0;
    for (JsonNode each : alternatives) {
      JsonSchema alternative = new JsonSchema(root);
      alternative.check(each, value, "");
      matching += alternative.errors.isEmpty() ? 1 : 0;
    }
    return matching;
  }

  private void format(String format, String text, String place) {
    if (format.startsWith("uri")) {
      try {
        URI uri = new URI(text);
        expect(format.equals("uri-reference") || uri.isAbsolute(), place, "is no absolute URI");
      } catch (URISyntaxException e) {
        errors.add(place + ": is no URI: " + text);
      }
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> false;
    };
  }

  private void expect(boolean holds, String place, String what) {
    if (!holds) {
      errors.add(place + ": " + what);
    }
  }
}
