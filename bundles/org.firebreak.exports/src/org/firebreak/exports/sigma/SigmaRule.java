package org.firebreak.exports.sigma;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.List;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.PlainText;

/**
 * One Sigma rule.
 *
 * @param id UUID
 * @param about what it is made from: ids of the rule in firewalls and of the element in the design
 * @param logSource fields of the log source
 */
record SigmaRule(
    String id,
    String title,
    String description,
    String about,
    ObjectNode logSource,
    ObjectNode detection,
    List<String> fields,
    List<String> falsePositives,
    String level,
    List<String> tags) {
  static final List<String> FIREWALL_FIELDS = List.of("src_ip", "src_port", "dst_ip", "dst_port");

  private static final int TITLE = 200;
  private static final int TEXT = 2000;
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  static ObjectNode firewallLogs() {
    return JsonNodeFactory.instance.objectNode().put("category", "firewall");
  }

  static void write(ObjectNode node, ExportFile file) throws IOException {
    file.write(YAML.writeValueAsBytes(node));
  }

  void write(ExportFile file, String author) throws IOException {
    file.write("# Firebreak; ").write(PlainText.oneLine(about, TITLE)).newLine();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("title", PlainText.oneLine(title, TITLE));
    node.put("id", id);
    node.put("status", "experimental");
    node.put("description", PlainText.oneLine(description, TEXT));
    node.put("author", PlainText.oneLine(author, TITLE));
    if (!tags.isEmpty()) {
      tags.forEach(node.putArray("tags")::add);
    }
    node.set("logsource", logSource);
    node.set("detection", detection);
    if (!fields.isEmpty()) {
      fields.forEach(node.putArray("fields")::add);
    }
    falsePositives.forEach(node.putArray("falsepositives")::add);
    node.put("level", level);
    write(node, file);
  }
}
