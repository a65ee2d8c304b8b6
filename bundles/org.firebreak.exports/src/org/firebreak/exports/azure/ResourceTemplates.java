package org.firebreak.exports.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.json.JsonFile;

/** Writes resources as ARM templates of as many as one takes. */
final class ResourceTemplates {
  private static final int RESOURCES = 800;

  /** Bytes of a template; Azure Resource Manager takes 4 MB. */
  private static final long SIZE = 3_900_000;

  private static final Set<String> LINES = Set.of("resources", "securityRules");

  private ResourceTemplates() {}

  /**
   * Writes templates.
   *
   * @param folder where, with a slash at the end
   * @return their paths
   */
  static List<String> write(
      ExportSink sink, String folder, String description, List<JsonNode> resources)
      throws IOException {
    List<String> paths = new ArrayList<>();
    for (List<JsonNode> part : parts(resources, node -> 2L * node.toString().length())) {
      String path = folder + "template-" + (paths.size() + 1) + ".json";
      paths.add(path);
      try (JsonFile file = new JsonFile(sink, path, description, LINES)) {
        file.write(template(part));
      }
    }
    return paths;
  }

  /**
   * Resources in their order, as many together as a template takes.
   *
   * @param size bytes of a resource
   */
  static <T> List<List<T>> parts(List<T> resources, ToLongFunction<T> size) {
    List<List<T>> parts = new ArrayList<>();
    long taken = SIZE;
    for (T resource : resources) {
      long more = size.applyAsLong(resource);
      if (taken + more > SIZE || parts.get(parts.size() - 1).size() == RESOURCES) {
        parts.add(new ArrayList<>());
        taken = 0;
      }
      parts.get(parts.size() - 1).add(resource);
      taken += more;
    }
    return parts;
  }

  private static ObjectNode template(List<JsonNode> resources) {
    ObjectNode root = StoredScope.MAPPER.createObjectNode();
    root.put(
        "$schema",
        "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#");
    root.put("contentVersion", "1.0.0.0");
    root.putObject("parameters")
        .putObject("location")
        .put("type", "string")
        .put("defaultValue", "[resourceGroup().location]");
    ArrayNode list = root.putArray("resources");
    Set<String> here = new HashSet<>();
    resources.forEach(each -> here.add(AzureText.resourceId(each.path("name").asText())));
    for (JsonNode resource : resources) {
      ObjectNode copy = resource.deepCopy();
      if (copy.has("dependsOn")) {
        ArrayNode depends = copy.putArray("dependsOn");
        for (JsonNode other : resource.get("dependsOn")) {
          if (here.contains(other.asText())) {
            depends.add(other);
          }
        }
      }
      list.add(copy);
    }
    return root;
  }
}
