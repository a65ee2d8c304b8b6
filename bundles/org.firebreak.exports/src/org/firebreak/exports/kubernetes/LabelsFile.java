package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/**
 * The file {@code labels.json}: in which namespace the pods of each server run and which labels
 * they carry.
 *
 * <pre>
 * {"firebreakLabels": 1,
 *  "workloads": [
 *   {"server": "UUID", "name": "web1", "namespace": "shop", "labels": {"PREFIX/server": "web1"}}]}
 * </pre>
 */
public final class LabelsFile {
  /** Key of the format's version. */
  public static final String FORMAT = "firebreakLabels";

  private LabelsFile() {}

  /** Writes the pods of some rule sets. */
  public static void write(ExportSink sink, String path, List<RuleSet> sets, Workloads workloads)
      throws IOException {
    try (ExportFile file = sink.open(path, "Labels and namespaces of the pods")) {
      StringWriter text = new StringWriter();
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      DefaultIndenter lines = new DefaultIndenter(" ", "\n");
      printer.indentObjectsWith(lines);
      printer.indentArraysWith(lines);
      try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(printer)) {
        json.writeStartObject();
        json.writeNumberField(FORMAT, 1);
        json.writeArrayFieldStart("workloads");
        for (RuleSet set : sets) {
          for (PolicyServer server : set.servers()) {
            printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
            write(json, workloads.of(server));
            printer.indentObjectsWith(lines);
          }
          json.flush();
          file.write(text.getBuffer());
          text.getBuffer().setLength(0);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      file.write(text.getBuffer()).newLine();
    }
  }

  private static void write(JsonGenerator json, Workload pod) throws IOException {
    json.writeStartObject();
    json.writeStringField("server", pod.server().ref().id());
    json.writeStringField("name", pod.server().ref().name());
    json.writeStringField("namespace", pod.namespace());
    json.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : pod.labels().entrySet()) {
      json.writeStringField(label.getKey(), label.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
