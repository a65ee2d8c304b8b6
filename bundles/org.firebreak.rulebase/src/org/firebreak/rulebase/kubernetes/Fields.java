package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Takes fields of objects, and refuses those that are not known. */
final class Fields {
  private Fields() {}

  /** Refuses an object that has another field than these. */
  static void only(JsonNode object, String... known) throws UnreadableException {
    List<String> names = Arrays.asList(known);
    for (Iterator<String> fields = object.fieldNames(); fields.hasNext(); ) {
      String field = fields.next();
      if (!names.contains(field)) {
        throw new UnreadableException("field " + field + " is not read");
      }
    }
  }

  static String text(JsonNode node, String what) throws UnreadableException {
    if (!node.isTextual()) {
      throw new UnreadableException(what + " is no text");
    }
    return node.asText();
  }

  /** A list; empty if it is missing. */
  static JsonNode list(JsonNode object, String field) throws UnreadableException {
    JsonNode list = object.path(field);
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      throw new UnreadableException(field + " is no list");
    }
    return list;
  }

  /** A number of a port. */
  static int port(JsonNode node) throws UnreadableException {
    if (!node.canConvertToInt() || !node.isIntegralNumber()) {
      throw new UnreadableException("port " + node.asText() + " is named and not a number");
    }
    int port = node.asInt();
    if (port < 0 || port > 65_535) {
      throw new UnreadableException("there is no port " + port);
    }
    return port;
  }
}
