package org.firebreak.rulebase.aci;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A managed object as later files have changed it.
 *
 * @param children by class and name within the parent
 */
record Mo(String type, String file, Map<String, String> attributes, Map<String, Mo> children) {
  private static final int DEPTH = 20;

  /** Attributes that tell the objects of a class in one parent apart. */
  private static final List<String> NAMES =
      List.of(
          "name",
          "tnVzFilterName",
          "tnVzBrCPName",
          "matchKey",
          "matchValue",
          "matchExpression",
          "matchEpgDn",
          "ip",
          "key");

  static Mo root() {
    return new Mo("polUni", "", new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** Puts objects below this one, as a call with them as body would. */
  void merge(JsonNode document, String file) {
    merge(document, file, 0);
  }

  private void merge(JsonNode document, String file, int depth) {
    if (depth > DEPTH) {
      return;
    }
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      JsonNode body = field.getValue();
      StringBuilder key = new StringBuilder(field.getKey());
      for (String name : NAMES) {
        if (body.path("attributes").has(name)) {
          key.append('|').append(body.path("attributes").path(name).asText());
        }
      }
      if (body.path("attributes").path("status").asText().equals("deleted")) {
        children.remove(key.toString());
        continue;
      }
      Mo child =
          children.computeIfAbsent(
              key.toString(),
              added -> new Mo(field.getKey(), file, new LinkedHashMap<>(), new LinkedHashMap<>()));
      for (Map.Entry<String, JsonNode> attribute : body.path("attributes").properties()) {
        child.attributes.put(attribute.getKey(), attribute.getValue().asText());
      }
      for (JsonNode below : body.path("children")) {
        child.merge(below, file, depth + 1);
      }
    }
  }

  /** An attribute; empty if it is not set. */
  String get(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  String name() {
    return get("name");
  }

  List<Mo> of(String type) {
    List<Mo> found = new ArrayList<>();
    for (Mo child : children.values()) {
      if (child.type.equals(type)) {
        found.add(child);
      }
    }
    return found;
  }

  /** The value of an annotation; {@code null} if there is none. */
  String note(String key) {
    Mo note = children.get("tagAnnotation|" + key);
    return note == null ? null : note.get("value");
  }
}
