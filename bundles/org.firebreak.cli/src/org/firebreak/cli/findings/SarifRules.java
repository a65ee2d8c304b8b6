package org.firebreak.cli.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationProfile;

/** The rules as reporting descriptors of the tool, and what the profile says instead. */
final class SarifRules {
  private final List<RuleInfo> rules;
  private final ValidationProfile profile;
  private final Map<String, Integer> indexes = new HashMap<>();

  SarifRules(List<RuleInfo> rules, ValidationProfile profile) {
    this.rules = rules;
    this.profile = profile;
    for (RuleInfo rule : rules) {
      indexes.put(rule.id(), indexes.size());
    }
  }

  int index(String rule) {
    return indexes.get(rule);
  }

  static String level(FindingSeverity severity) {
    return severity == FindingSeverity.INFO ? "note" : severity.label();
  }

  static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  void writeTool(JsonGenerator json, String version) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Firebreak");
    json.writeStringField("organization", "Firebreak");
    json.writeStringField("semanticVersion", version);
    json.writeArrayFieldStart("rules");
    for (RuleInfo rule : rules) {
      rule(json, rule);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(JsonGenerator json, RuleInfo rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    json.writeStringField("name", name(rule.title()));
    text(json, "shortDescription", rule.title());
    text(json, "fullDescription", rule.rationale());
    json.writeObjectFieldStart("help");
    json.writeStringField("text", rule.rationale() + "\n\nExample: " + rule.example());
    json.writeStringField("markdown", RulePages.markdown(rule));
    json.writeEndObject();
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeStringField("category", rule.category().title());
    json.writeStringField("problem.severity", problem(rule.severity()));
    json.writeArrayFieldStart("tags");
    json.writeString("security");
    json.writeString("east-west");
    json.writeString(rule.category().name().toLowerCase(Locale.ROOT));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** {@code ClearTextAdministration} for {@code Clear-text administration}. */
  private static String name(String title) {
    StringBuilder name = new StringBuilder();
    for (String word : title.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static String problem(FindingSeverity severity) {
    return severity == FindingSeverity.INFO ? "recommendation" : severity.label();
  }

  /** That the validation succeeded, and in what the profile differs from the rules' own levels. */
  void writeInvocation(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    List<RuleInfo> differing = new ArrayList<>(rules);
    differing.removeIf(
        rule ->
            !profile.disabled().contains(rule.id())
                && !profile.severities().containsKey(rule.id()));
    if (!differing.isEmpty()) {
      json.writeArrayFieldStart("ruleConfigurationOverrides");
      for (RuleInfo rule : differing) {
        override(json, rule);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void override(JsonGenerator json, RuleInfo rule) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("descriptor");
    json.writeStringField("id", rule.id());
    json.writeNumberField("index", index(rule.id()));
    json.writeEndObject();
    json.writeObjectFieldStart("configuration");
    json.writeBooleanField("enabled", !profile.disabled().contains(rule.id()));
    json.writeStringField(
        "level", level(profile.severities().getOrDefault(rule.id(), rule.severity())));
    json.writeEndObject();
    json.writeEndObject();
  }
}
