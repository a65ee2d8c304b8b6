package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object of a manifest.
 *
 * @param place file and line, or path within a list
 */
record ManifestObject(JsonNode node, String place) {
  String kind() {
    return node.path("kind").asText("");
  }

  /** API group without version; empty for the core group. */
  String group() {
    String version = node.path("apiVersion").asText("");
    int slash = version.indexOf('/');
    return slash < 0 ? "" : version.substring(0, slash);
  }

  boolean is(String group, String kind) {
    return kind().equals(kind) && group().equals(group);
  }

  String name() {
    return node.path("metadata").path("name").asText("");
  }

  /** The namespace that it names, which is {@code default} if it names none. */
  String namespace() {
    return node.path("metadata").path("namespace").asText("default");
  }

  /** What identifies it in a cluster. */
  String key() {
    String namespace = node.path("metadata").path("namespace").asText("");
    return group() + " " + kind() + " " + namespace + " " + name();
  }

  JsonNode spec() {
    return node.path("spec");
  }

  Map<String, String> labels() {
    return texts(node.path("metadata").path("labels"));
  }

  /** Id of the rule set of a Firebreak design that it was written for; {@code null} if none. */
  String ruleSet() {
    for (Map.Entry<String, String> label : labels().entrySet()) {
      if (label.getKey().endsWith("/rule-set")) {
        return label.getValue();
      }
    }
    return null;
  }

  /** An object of texts as a map; fields that are no text are left out. */
  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getValue().isTextual()) {
        texts.put(field.getKey(), field.getValue().asText());
      }
    }
    return texts;
  }
}
