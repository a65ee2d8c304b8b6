package org.firebreak.exports.gcp;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.Slugs;

/**
 * A firewall rule.
 *
 * @param network partial URL of its network
 * @param target network tag of the instances at which it is in force
 * @param sourceTag network tag of the instances that it lets in; {@code null} to name addresses
 * @param peers addresses of the other end, of one family
 * @param own addresses of the instance that it speaks of; empty for all
 * @param services ports by protocol; none for all ports
 */
record Firewall(
    String network,
    boolean ingress,
    int priority,
    boolean allow,
    boolean log,
    String target,
    String sourceTag,
    List<String> peers,
    List<String> own,
    Map<String, List<String>> services) {
  /** The name of a rule that matches this, and nothing else is called so. */
  String name(String prefix, String ruleId) {
    String slug = Slugs.plain(ruleId, '-', 24);
    String matched =
        String.join(
            "\n",
            network,
            ingress + " " + priority + " " + allow,
            target,
            String.valueOf(sourceTag),
            peers.toString(),
            own.toString(),
            services.toString());
    return prefix + (slug.isEmpty() ? "" : "-" + slug) + "-" + Slugs.shortHash(matched);
  }

  void write(JsonGenerator json, String name, String description) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("description", description);
    json.writeStringField("network", network);
    json.writeStringField("direction", ingress ? "INGRESS" : "EGRESS");
    json.writeNumberField("priority", priority);
    write(json, "targetTags", List.of(target));
    if (sourceTag != null) {
      write(json, "sourceTags", List.of(sourceTag));
    }
    write(json, ingress ? "sourceRanges" : "destinationRanges", peers);
    write(json, ingress ? "destinationRanges" : "sourceRanges", own);
    json.writeArrayFieldStart(allow ? "allowed" : "denied");
    for (Map.Entry<String, List<String>> service : services.entrySet()) {
      json.writeStartObject();
      json.writeStringField("IPProtocol", service.getKey());
      write(json, "ports", service.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("logConfig");
    json.writeBooleanField("enable", log);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(field);
      for (String text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }
}
