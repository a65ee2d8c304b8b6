package org.firebreak.exports.aci;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import org.firebreak.exports.PlainText;

/** Managed objects as JSON: {@code {"class":{"attributes":{…},"children":[…]}}}. */
final class Mo {
  /** Mark of the objects that Firebreak writes. */
  static final String OWNER = "orchestrator:firebreak";

  private static final int DESCRIPTION = 128;
  private static final int ALIAS = 63;
  private static final int VALUE = 256;

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final ObjectNode body;
  private final ObjectNode attributes;

  private Mo(String type) {
    body = root.putObject(type);
    attributes = body.putObject("attributes");
  }

  /** An object without mark, such as a relation. */
  static Mo of(String type, String... attributes) {
    Mo object = new Mo(type);
    for (int i = 0; i < attributes.length; i += 2) {
      object.attributes.put(attributes[i], attributes[i + 1]);
    }
    return object;
  }

  /** An object that is ours. */
  static Mo owned(String type, String... attributes) {
    return of(type, attributes).with("annotation", OWNER);
  }

  Mo with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** Says what people call it and what it is for. */
  Mo called(String name, String description) {
    String alias = ascii(name).replaceAll("[^A-Za-z0-9_.]+", "-");
    String cut = alias.substring(0, Math.min(ALIAS, alias.length())).replaceAll("^-+|-+$", "");
    if (!cut.isEmpty()) {
      with("nameAlias", cut);
    }
    String text = ascii(description).replaceAll("[^a-zA-Z0-9!#$%()*,\\-./:;@ _{|}~?&+]", "?");
    return text.isEmpty()
        ? this
        : with("descr", text.substring(0, Math.min(DESCRIPTION, text.length())).strip());
  }

  private static String ascii(String text) {
    return Normalizer.normalize(PlainText.oneLine(text, 1000), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replace("→", "to");
  }

  Mo add(Mo child) {
    ArrayNode children = body.withArray("children");
    children.add(child.root);
    return this;
  }

  /** Says from which element of the model it comes. */
  Mo note(String key, String value) {
    return value == null
        ? this
        : add(of("tagAnnotation", "key", key, "value", PlainText.oneLine(value, VALUE)));
  }

  ObjectNode json() {
    return root;
  }
}
