package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.rulebase.RuleFiles;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Writes the steps between two bundles of Kubernetes objects.
 *
 * <pre>
 * 1-apply.yaml   new and changed objects: kubectl apply --server-side -f
 * 2-labels.json  pods that get other labels, come or go
 * 3-delete.yaml  objects that are no more: kubectl delete -f
 * </pre>
 *
 * What isolates pods is applied before anything is deleted, and old permits stay until the pods
 * carry their new labels; so nothing is open in between that neither bundle permits.
 */
public final class ManifestChanges implements ChangeWriter {
  private static final int MOST_CODE_POINTS = 1 << 30;

  private final ObjectMapper yaml;
  private final ObjectMapper json = new ObjectMapper(new JsonFactory());

  public ManifestChanges() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CODE_POINTS);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(50);
    yaml = new ObjectMapper(YAMLFactory.builder().loaderOptions(options).build());
  }

  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Map<String, JsonNode> before = objects(from, progress);
    Map<String, JsonNode> after = objects(to, progress);
    List<JsonNode> apply = new ArrayList<>();
    after.forEach(
        (key, object) -> {
          if (!object.equals(before.get(key))) {
            apply.add(object);
          }
        });
    write(sink, "1-apply.yaml", "New and changed objects", apply);
    writeLabels(workloads(from), workloads(to), sink);
    List<JsonNode> delete = new ArrayList<>();
    before.forEach(
        (key, object) -> {
          if (!after.containsKey(key)) {
            delete.add(0, named(object));
          }
        });
    write(sink, "3-delete.yaml", "Objects that are no more", delete);
  }

  private static void write(
      ExportSink sink, String path, String description, List<JsonNode> objects) throws IOException {
    if (!objects.isEmpty()) {
      try (ManifestFile file = ManifestFile.open(sink, path, description)) {
        for (JsonNode object : objects) {
          file.add(object);
        }
      }
    }
  }

  private void writeLabels(
      Map<String, JsonNode> before, Map<String, JsonNode> after, ExportSink sink)
      throws IOException {
    ArrayNode changed = json.createArrayNode();
    after.forEach(
        (server, pod) -> {
          if (!pod.equals(before.get(server))) {
            changed.add(pod);
          }
        });
    ArrayNode removed = json.createArrayNode();
    before.forEach(
        (server, pod) -> {
          if (!after.containsKey(server)) {
            removed.add(pod);
          }
        });
    if (changed.isEmpty() && removed.isEmpty()) {
      return;
    }
    try (ExportFile file = sink.open("2-labels.json", "Pods that get other labels, come or go")) {
      file.write("{\"" + LabelsFile.FORMAT + "\": 1,\n");
      write(file, "workloads", changed);
      file.write(",\n");
      write(file, "removed", removed);
      file.write("}\n");
    }
  }

  private void write(ExportFile file, String key, ArrayNode pods) throws IOException {
    file.write(" \"" + key + "\": [");
    String separator = "\n  ";
    for (JsonNode pod : pods) {
      file.write(separator).write(json.writeValueAsBytes(pod));
      separator = ",\n  ";
    }
    file.write("]");
  }

  /** Objects of all manifests by what identifies them in a cluster. */
  private Map<String, JsonNode> objects(RuleFiles files, Progress progress) throws IOException {
    Map<String, JsonNode> objects = new LinkedHashMap<>();
    for (String path : files.paths()) {
      progress.check();
      if (path.endsWith(".yaml")) {
        try (InputStream in = files.open(path);
            MappingIterator<JsonNode> documents = yaml.readerFor(JsonNode.class).readValues(in)) {
          while (documents.hasNext()) {
            JsonNode object = documents.next();
            objects.put(
                object.path("apiVersion").asText()
                    + " "
                    + object.path("kind").asText()
                    + " "
                    + object.path("metadata").path("namespace").asText()
                    + "/"
                    + object.path("metadata").path("name").asText(),
                object);
          }
        }
      }
    }
    return objects;
  }

  private Map<String, JsonNode> workloads(RuleFiles files) throws IOException {
    Map<String, JsonNode> pods = new LinkedHashMap<>();
    for (String path : files.paths()) {
      if (path.endsWith(".json")) {
        try (InputStream in = files.open(path)) {
          for (JsonNode pod : json.readTree(in).path("workloads")) {
            pods.put(pod.path("server").asText(), pod);
          }
        }
      }
    }
    return pods;
  }

  /** What is enough to delete an object. */
  private ObjectNode named(JsonNode object) {
    ObjectNode named = json.createObjectNode();
    named.set("apiVersion", object.get("apiVersion"));
    named.set("kind", object.get("kind"));
    ObjectNode metadata = named.putObject("metadata");
    metadata.set("name", object.path("metadata").path("name"));
    if (object.path("metadata").has("namespace")) {
      metadata.set("namespace", object.path("metadata").path("namespace"));
    }
    return named;
  }
}
