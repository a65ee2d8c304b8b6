package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.RuleFiles;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * What the files of a bundle say of a cluster.
 *
 * @param objects by what identifies them in a cluster, in the order in which they can be made
 * @param pods entries of labels files by server
 */
record StoredCluster(Map<String, JsonNode> objects, Map<String, JsonNode> pods) {
  /** What an object is for, in the order in which objects can be made. */
  enum Role {
    TIER,
    /** Isolates what no rule set selects. */
    ISOLATION,
    /** Permits and denials of a rule set. */
    RULE_SET,
    /** A host, with the labels by which it is selected. */
    HOST;

    static Role of(JsonNode object) {
      switch (object.path("kind").asText()) {
        case "Tier":
          return TIER;
        case "HostEndpoint":
          return HOST;
        default:
          for (String label : Labels.of(object.path("metadata")).keySet()) {
            if (label.endsWith("/rule-set")) {
              return RULE_SET;
            }
          }
          return ISOLATION;
      }
    }
  }

  private static final int MOST_CODE_POINTS = 1 << 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  static StoredCluster read(RuleFiles files, Progress progress) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CODE_POINTS);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(50);
    ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder().loaderOptions(options).build());
    Map<String, JsonNode> objects = new LinkedHashMap<>();
    Map<String, JsonNode> pods = new LinkedHashMap<>();
    for (String path : files.paths()) {
      progress.check();
      try (InputStream in = files.open(path)) {
        if (path.endsWith(".json")) {
          for (JsonNode pod : JSON.readTree(in).path("workloads")) {
            pods.put(pod.path("server").asText(), pod);
          }
        } else if (path.endsWith(".yaml")) {
          try (MappingIterator<JsonNode> all = yaml.readerFor(JsonNode.class).readValues(in)) {
            while (all.hasNext()) {
              JsonNode object = all.next();
              objects.put(key(object), object);
            }
          }
        }
      }
    }
    return new StoredCluster(sorted(objects), pods);
  }

  private static Map<String, JsonNode> sorted(Map<String, JsonNode> objects) {
    return objects.entrySet().stream()
        .sorted(Comparator.comparing(entry -> Role.of(entry.getValue())))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
  }

  /** Whether servers are hosts, and not pods. */
  boolean hasHosts() {
    return objects.values().stream().anyMatch(object -> Role.of(object) == Role.HOST);
  }

  /** Whether it has objects of a kind. */
  boolean has(String kind) {
    return objects.values().stream().anyMatch(object -> object.path("kind").asText().equals(kind));
  }

  /** Objects that another cluster lacks, those first that need others. */
  List<JsonNode> without(StoredCluster other) {
    return objects.entrySet().stream()
        .filter(entry -> !other.objects.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList()
        .reversed();
  }

  /** What identifies an object in a cluster. */
  static String key(JsonNode object) {
    return object.path("apiVersion").asText() + " " + name(object);
  }

  /** Kind, namespace and name of an object, or namespace and name of a pod. */
  static String name(JsonNode node) {
    if (node.has("server")) {
      return node.path("namespace").asText() + "/" + node.path("name").asText();
    }
    JsonNode metadata = node.path("metadata");
    String namespace = metadata.path("namespace").asText();
    return node.path("kind").asText()
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + metadata.path("name").asText();
  }
}
