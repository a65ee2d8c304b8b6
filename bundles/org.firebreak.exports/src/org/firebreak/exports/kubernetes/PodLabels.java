package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;

/** Labels that pods get in a step: a list for machines and commands for pods that run. */
final class PodLabels {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PodLabels() {}

  /**
   * Writes both files.
   *
   * @param path of the files, without what tells them apart
   * @param now pods as they are before the step, by server
   * @param changed pods as they are afterwards
   * @param removed pods that are no more where they were
   */
  static void write(
      ExportSink sink,
      String path,
      Map<String, JsonNode> now,
      List<JsonNode> changed,
      List<JsonNode> removed)
      throws IOException {
    try (ExportFile file = sink.open(path + ".json", "Labels that pods get")) {
      file.write("{\"" + LabelsFile.FORMAT + "\": 1,\n");
      write(file, "workloads", changed);
      file.write(",\n");
      write(file, "removed", removed);
      file.write("}\n");
    }
    try (ExportFile file = sink.open(path + ".sh", "Labels pods that run")) {
      file.write("#!/bin/sh\nset -eu\n");
      for (JsonNode pod : changed) {
        JsonNode old = now.get(pod.path("server").asText());
        file.write(
            old != null && old.path("namespace").equals(pod.path("namespace"))
                ? command(old, Labels.of(old), Labels.of(pod))
                : start(pod));
      }
      for (JsonNode pod : removed) {
        file.write(command(pod, Labels.of(pod), Map.of()));
      }
    }
  }

  private static void write(ExportFile file, String key, List<JsonNode> pods) throws IOException {
    file.write(" \"" + key + "\": [");
    String separator = "\n  ";
    for (JsonNode pod : pods) {
      file.write(separator).write(JSON.writeValueAsBytes(pod));
      separator = ",\n  ";
    }
    file.write("]");
  }

  private static String command(
      JsonNode pod, Map<String, String> before, Map<String, String> after) {
    List<String> words = new ArrayList<>(List.of("kubectl", "label", "pods"));
    words.add("--namespace=" + pod.path("namespace").asText());
    words.add("--selector=" + Labels.selector(before));
    words.add("--overwrite");
    after.forEach(
        (key, value) -> {
          if (!value.equals(before.get(key))) {
            words.add(key + "=" + value);
          }
        });
    before.keySet().stream()
        .filter(key -> !after.containsKey(key))
        .forEach(key -> words.add(key + "-"));
    return String.join(" ", words.stream().map(PodLabels::quoted).toList()) + "\n";
  }

  private static String start(JsonNode pod) {
    Map<String, String> quoted = new TreeMap<>();
    Labels.of(pod).forEach((key, value) -> quoted.put(quoted(key), quoted(value)));
    return "# new in namespace "
        + quoted(pod.path("namespace").asText())
        + ", start with the labels "
        + quoted
        + "\n";
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9=./_-]+")
        ? word
        : "'" + word.replaceAll("[\\p{Cntrl}']", "") + "'";
  }
}
