package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.exports.MemoryFiles;

/** What a cluster holds: objects by identity, and pods by server. */
final class Cluster {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  final Map<String, JsonNode> objects = new TreeMap<>();
  final Map<String, JsonNode> pods = new TreeMap<>();

  static Cluster of(MemoryFiles files) throws Exception {
    Cluster cluster = new Cluster();
    for (Map.Entry<String, String> file : files.content().entrySet()) {
      if (file.getKey().endsWith(".yaml")) {
        documents(file.getValue()).forEach(object -> cluster.objects.put(id(object), object));
      } else if (file.getKey().endsWith(".json")) {
        JSON.readTree(file.getValue())
            .path("workloads")
            .forEach(pod -> cluster.pods.put(pod.get("server").asText(), pod));
      }
    }
    return cluster;
  }

  /**
   * The single calls of a step, in their order. A pod that comes to another namespace is there
   * before it is no more where it was.
   */
  List<Runnable> calls(String path, String content) throws Exception {
    List<Runnable> calls = new ArrayList<>();
    if (path.endsWith(".yaml")) {
      for (JsonNode object : documents(content)) {
        calls.add(path.endsWith("-delete.yaml") ? () -> delete(object) : () -> apply(object));
      }
    } else {
      JsonNode root = JSON.readTree(content);
      Set<String> elsewhere = new HashSet<>(root.path("workloads").findValuesAsText("server"));
      for (JsonNode pod : root.path("removed")) {
        String server = pod.get("server").asText();
        if (!elsewhere.contains(server)) {
          calls.add(() -> assertThat(pods.remove(server)).isNotNull());
        }
      }
      root.path("workloads")
          .forEach(pod -> calls.add(() -> pods.put(pod.get("server").asText(), pod)));
    }
    return calls;
  }

  /** A policy of Calico needs its tier. */
  private void apply(JsonNode object) {
    JsonNode tier = object.at("/spec/tier");
    if (object.path("apiVersion").asText().startsWith("projectcalico") && tier.isTextual()) {
      assertThat(objects).containsKey("Tier /" + tier.asText());
    }
    objects.put(id(object), object);
  }

  private void delete(JsonNode named) {
    assertThat(objects.remove(id(named))).isNotNull();
    if (named.path("kind").asText().equals("Tier")) {
      String tier = named.at("/metadata/name").asText();
      assertThat(objects.values())
          .noneMatch(object -> object.at("/spec/tier").asText().equals(tier));
    }
  }

  private static List<JsonNode> documents(String manifest) throws Exception {
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(manifest)) {
      return all.readAll();
    }
  }

  private static String id(JsonNode object) {
    assertThat(object.path("apiVersion").asText()).isNotEmpty();
    return object.path("kind").asText()
        + " "
        + object.at("/metadata/namespace").asText()
        + "/"
        + object.at("/metadata/name").asText();
  }

  /** The state as files that the reader takes. */
  MemoryFiles files() throws Exception {
    StringBuilder manifest = new StringBuilder();
    for (JsonNode object : objects.values()) {
      manifest.append(YAML.writeValueAsString(object));
    }
    ObjectNode labels = JSON.createObjectNode().put("firebreakLabels", 1);
    labels.putArray("workloads").addAll(pods.values());
    MemoryFiles files = new MemoryFiles();
    files.content().put("all.yaml", manifest.toString());
    files.content().put("labels.json", JSON.writeValueAsString(labels));
    return files;
  }
}
