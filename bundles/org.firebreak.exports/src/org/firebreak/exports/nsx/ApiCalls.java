package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.json.JsonFile;

/** The calls that bring a bundle into force, in order: method, path and file of the body. */
final class ApiCalls {
  static final String FILE = "calls.json";
  static final String API = "/policy/api/v1";

  private final ArrayNode calls = JsonNodeFactory.instance.arrayNode();

  void add(String method, String path, String body) {
    calls.addObject().put("method", method).put("path", API + path).put("body", body);
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  void write(ExportSink sink) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("firebreakNsxCalls", 1);
    root.set("calls", calls);
    try (JsonFile file = new JsonFile(sink, FILE, "Calls in their order", Set.of("calls"))) {
      file.write(root);
    }
  }
}
