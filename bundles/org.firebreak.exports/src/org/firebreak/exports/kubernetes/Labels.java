package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Labels of pods and hosts, and those of one that is between two groups. */
final class Labels {
  private static final String SERVER = "/server";

  /** The dot keeps the value apart from that of every server. */
  private static final String MOVING = ".moving";

  private Labels() {}

  /** The labels of a pod's entry or of an object's metadata. */
  static Map<String, String> of(JsonNode holder) {
    Map<String, String> labels = new TreeMap<>();
    holder
        .path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return labels;
  }

  /**
   * Labels that nothing selects but what isolates: a server label of a value that no server has, by
   * the names of both bundles, and neither group nor zone.
   *
   * @param after labels that come later; none if the pod is no more
   */
  static Map<String, String> closed(Map<String, String> before, Map<String, String> after) {
    Map<String, String> closed = new TreeMap<>(before);
    String value = "";
    for (Map.Entry<String, String> label : before.entrySet()) {
      if (label.getKey().endsWith(SERVER)) {
        String prefix = label.getKey().substring(0, label.getKey().length() - SERVER.length());
        value = label.getValue() + MOVING;
        closed.put(label.getKey(), value);
        closed.remove(prefix + "/group");
        closed.remove(prefix + "/zone");
      }
    }
    for (Map.Entry<String, String> label : after.entrySet()) {
      if (label.getKey().endsWith(SERVER)) {
        closed.put(label.getKey(), value);
      } else if (label.getKey().endsWith("/namespace")) {
        closed.put(label.getKey(), label.getValue());
      }
    }
    return closed;
  }

  /** The label that tells a server from all others; {@code null} if there is none. */
  static String selector(Map<String, String> labels) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (label.getKey().endsWith(SERVER)) {
        return label.getKey() + "=" + label.getValue();
      }
    }
    return null;
  }

  /** The same pod or object with other labels. */
  static ObjectNode with(JsonNode node, Map<String, String> labels) {
    ObjectNode copy = node.deepCopy();
    ObjectNode holder = copy.has("metadata") ? (ObjectNode) copy.get("metadata") : copy;
    ObjectNode list = holder.putObject("labels");
    labels.forEach(list::put);
    return copy;
  }
}
