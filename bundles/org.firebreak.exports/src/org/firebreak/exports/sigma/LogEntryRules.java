package org.firebreak.exports.sigma;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/** Rules on what the exported firewall rules themselves write, by the words they begin with. */
final class LogEntryRules {
  private static final String DEFINITION =
      "Log of hosts and firewalls with rules that Firebreak exported, unparsed";

  private final String author;
  private final ExportSink sink;

  LogEntryRules(String author, ExportSink sink) {
    this.author = author;
    this.sink = sink;
  }

  void write() throws IOException {
    write(
        "alert",
        "Firebreak tripwire",
        "A firewall denied a connection that trips a wire. The entry names the rule (T-…), which"
            + " leads to the tripwire.",
        List.of("firebreak:alert:", "firebreak-alert"),
        "high");
    write(
        "deny",
        "Connection denied by Firebreak's rules",
        "A firewall denied a connection that no flow of the design permits.",
        List.of("firebreak:deny:", "firebreak-deny-"),
        "low");
  }

  private void write(
      String name, String title, String description, List<String> words, String level)
      throws IOException {
    ObjectNode source =
        JsonNodeFactory.instance
            .objectNode()
            .put("product", "linux")
            .put("service", "syslog")
            .put("definition", DEFINITION);
    ObjectNode detection = JsonNodeFactory.instance.objectNode();
    words.forEach(detection.putArray("keywords")::add);
    detection.put("condition", "keywords");
    SigmaRule rule =
        new SigmaRule(
            StableId.of("log-entries", name),
            title,
            description,
            "log entries of exported rules",
            source,
            detection,
            List.of(),
            List.of("A flow that the design does not have yet"),
            level,
            Technique.tags(List.of()));
    try (ExportFile file = sink.open("log-entries/" + name + ".yml", title)) {
      rule.write(file, author);
    }
  }
}
