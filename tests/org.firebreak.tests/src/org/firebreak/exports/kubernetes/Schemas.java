package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.exports.Samples;

/** Strict schemas of the kinds of objects that are exported; {@code schemas/README.md}. */
final class Schemas {
  private static final Path FOLDER =
      Samples.root()
          .resolve("tests/org.firebreak.tests/src/org/firebreak/exports/kubernetes/schemas");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Map<String, String> FILES =
      Map.of(
          "NetworkPolicy", "k8s-networkpolicy-v1.schema.json",
          "CiliumNetworkPolicy", "cilium-cnp-subset.schema.json",
          "HostEndpoint", "calico-hostendpoint.schema.json",
          "GlobalNetworkPolicy", "calico-v3-globalnetworkpolicies.yaml",
          "GlobalNetworkSet", "calico-v3-globalnetworksets.yaml",
          "Tier", "calico-v3-tiers.yaml",
          "ClusterNetworkPolicy", "cnp-v0.2.0-standard-clusternetworkpolicies.yaml",
          "AdminNetworkPolicy", "anp-v0.1.7-standard-adminnetworkpolicies.yaml");

  private final Map<String, JsonSchema> schemas = new HashMap<>();

  /** What of an object does not fit, with its place; empty if all does. */
  List<String> violations(JsonNode object) throws IOException {
    String kind = object.path("kind").asText();
    if (!schemas.containsKey(kind)) {
      schemas.put(kind, load(kind));
    }
    return schemas.get(kind).validate(object).stream().map(Object::toString).toList();
  }

  private static JsonSchema load(String kind) throws IOException {
    String file = FILES.get(kind);
    if (file == null) {
      throw new IOException("no schema of " + kind);
    }
    JsonNode node =
        file.endsWith(".json")
            ? JSON.readTree(FOLDER.resolve(file).toFile())
            : strict(
                YAML.readTree(FOLDER.resolve(file).toFile())
                    .at("/spec/versions/0/schema/openAPIV3Schema"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(node);
  }

  /** What the schema of a resource definition says, as a JSON schema without unknown fields. */
  private static JsonNode strict(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      array.forEach(each -> copy.add(strict(each)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = JSON.createObjectNode();
    object
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().startsWith("x-kubernetes-")) {
                copy.set(field.getKey(), strict(field.getValue()));
              }
            });
    if (object.path("x-kubernetes-int-or-string").asBoolean()) {
      copy.remove(List.of("pattern", "anyOf"));
      copy.putArray("type").add("integer").add("string");
    }
    if (object.path("properties").isObject() && !object.has("additionalProperties")) {
      copy.put("additionalProperties", false);
    }
    return copy;
  }

  /** Every object in the manifests below a folder, in order of the files. */
  static List<JsonNode> objects(Path folder) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      try (MappingIterator<JsonNode> documents =
          YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
        documents.forEachRemaining(objects::add);
      }
    }
    return objects;
  }
}
