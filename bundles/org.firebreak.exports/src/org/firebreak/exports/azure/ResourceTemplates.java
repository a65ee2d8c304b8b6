package org.firebreak.exports.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.json.JsonFile;

/** Writes resources as ARM templates of as many as one takes. */
final class ResourceTemplates {
  private static final int RESOURCES = 800;
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
    for (int from = 0; from < resources.size(); from += RESOURCES) {
      String path = folder + "template-" + (paths.size() + 1) + ".json";
      paths.add(path);
      try (JsonFile file = new JsonFile(sink, path, description, LINES)) {
        file.write(template(resources.subList(from, Math.min(from + RESOURCES, resources.size()))));
      }
    }
    return paths;
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
