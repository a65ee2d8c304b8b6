package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.PlainText;

/** Objects of the Policy API as JSON. */
final class Nodes {
  /** Scope of the tag that says whose an object is. */
  static final String OWNER = "firebreak/owner";

  /** Scope of the tags that say from which model elements an object comes. */
  static final String ELEMENT = "firebreak/element";

  /** Scope of the tag that says which rule set of the compiled policy a policy enforces. */
  static final String RULE_SET = "firebreak/rule-set";

  /** Scope of the tag that names the rules of the compiled policy. */
  static final String RULE = "firebreak/rule";

  private static final int NAME = 255;
  private static final int DESCRIPTION = 1024;
  private static final int TAG = 256;
  private static final int TAGS = 30;

  private Nodes() {}

  static ObjectNode of(String type) {
    return JsonNodeFactory.instance.objectNode().put("resource_type", type);
  }

  /**
   * An object with its name and its marks.
   *
   * @param owner id of the design
   * @param elements ids of model elements
   */
  static ObjectNode object(
      String type, String id, String name, String owner, Collection<String> elements) {
    ObjectNode node = of(type).put("id", id).put("display_name", name(name, id));
    ArrayNode tags = node.putArray("tags");
    tag(tags, OWNER, owner);
    elements.stream().limit(TAGS - 3L).forEach(element -> tag(tags, ELEMENT, element));
    return node;
  }

  static void tag(ArrayNode tags, String scope, String value) {
    tags.addObject().put("scope", scope).put("tag", PlainText.oneLine(value, TAG));
  }

  private static String name(String name, String id) {
    String text = PlainText.oneLine(name, NAME);
    return text.isEmpty() ? id : text;
  }

  static String description(String text) {
    return PlainText.oneLine(text, DESCRIPTION);
  }

  static ArrayNode texts(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(texts.size());
    texts.forEach(array::add);
    return array;
  }

  /** {@code {"resource_type":"ChildGroup","Group":{…}}}. */
  static ObjectNode child(ObjectNode object) {
    String type = object.get("resource_type").asText();
    return JsonNodeFactory.instance
        .objectNode()
        .put("resource_type", "Child" + type)
        .setAll(Map.of(type, object));
  }
}
