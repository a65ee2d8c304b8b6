package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.firebreak.exports.MemoryFiles;

/** What a manager holds: objects by path, and the tags of VMs. */
final class NsxManager {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final Map<String, JsonNode> objects = new TreeMap<>();
  final Map<String, Set<String>> tags = new TreeMap<>();
  final Map<String, String> names = new HashMap<>();
  private final ObjectNode machines;

  private final String folder;

  NsxManager(Map<String, String> bundle) throws Exception {
    this(bundle, "shared");
  }

  /**
   * One project.
   *
   * @param folder of the project in the bundle
   */
  NsxManager(Map<String, String> bundle, String folder) throws Exception {
    this.folder = folder;
    JsonNode list = MAPPER.readTree(bundle.getOrDefault(folder + "/vm-tags.json", "{}"));
    machines = list.deepCopy();
    for (JsonNode machine : list.path("virtual_machines")) {
      String name = machine.path("display_name").asText();
      names.put(machine.path("server_id").asText(), name);
      tags.put(name, new HashSet<>());
      for (JsonNode tag : machine.path("tags")) {
        tags.get(name).add(tag.path("scope").asText() + "|" + tag.path("tag").asText());
      }
    }
    for (Map.Entry<String, String> file : bundle.entrySet()) {
      if (file.getKey().startsWith(folder + "/")
          && file.getKey().substring(folder.length()).matches("/\\d.*json")) {
        patch(MAPPER.readTree(file.getValue()), "");
      }
    }
  }

  /** VMs that another bundle names exist already, without tags. */
  void knowVmsOf(Map<String, String> bundle) throws Exception {
    JsonNode list = MAPPER.readTree(bundle.getOrDefault(folder + "/vm-tags.json", "{}"));
    if (machines.isEmpty()) {
      machines.setAll((ObjectNode) list);
    }
    for (JsonNode machine : list.path("virtual_machines")) {
      String name = machine.path("display_name").asText();
      names.put(machine.path("server_id").asText(), name);
      tags.putIfAbsent(name, new HashSet<>());
    }
  }

  void apply(JsonNode call, MemoryFiles changes) throws Exception {
    JsonNode body = MAPPER.readTree(changes.content().get(call.path("body").asText()));
    if (call.path("method").asText().equals("PATCH")) {
      patch(body, "");
      assertReferencesExist();
      return;
    }
    String tag =
        body.path("tag").path("scope").asText() + "|" + body.path("tag").path("tag").asText();
    for (JsonNode name : body.path("apply_to").path(0).path("resource_ids")) {
      tags.computeIfAbsent(name.asText(), key -> new HashSet<>()).add(tag);
    }
    for (JsonNode name : body.path("remove_from").path(0).path("resource_ids")) {
      tags.get(name.asText()).remove(tag);
    }
  }

  private void patch(JsonNode node, String path) {
    for (JsonNode child : node.path("children")) {
      String type = child.path("resource_type").asText().substring("Child".length());
      if (type.equals("ResourceReference")) {
        patch(child, path);
        continue;
      }
      ObjectNode object = child.path(type).deepCopy();
      String own = path + "/" + type + "/" + object.path("id").asText();
      if (child.path("marked_for_delete").asBoolean()) {
        assertThat(objects.remove(own)).as(own).isNotNull();
        objects.keySet().removeIf(key -> key.startsWith(own + "/"));
      } else {
        patch(object, own);
        object.remove("children");
        objects.put(own, object);
      }
    }
  }

  private void assertReferencesExist() {
    for (JsonNode object : objects.values()) {
      for (String field : List.of("source_groups", "destination_groups", "services", "scope")) {
        object.path(field).forEach(path -> assertExists(path.asText()));
      }
      object.path("expression").path(0).path("paths").forEach(path -> assertExists(path.asText()));
    }
  }

  private void assertExists(String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(
            path.equals("ANY")
                || objects.containsKey("/Group/" + id)
                || objects.containsKey("/Service/" + id))
        .as(path)
        .isTrue();
  }

  /** The state as a bundle that the reader understands. */
  MemoryFiles files() {
    Map<String, String> content = new TreeMap<>();
    ObjectNode list = machines.deepCopy();
    ArrayNode entries = list.putArray("virtual_machines");
    names.forEach(
        (id, name) -> {
          ArrayNode own =
              entries.addObject().put("server_id", id).put("display_name", name).putArray("tags");
          for (String tag : tags.get(name)) {
            own.addObject()
                .put("scope", tag.substring(0, tag.indexOf('|')))
                .put("tag", tag.substring(tag.indexOf('|') + 1));
          }
        });
    content.put(folder + "/vm-tags.json", list.toString());
    content.put(folder + "/1.json", tree().toString());
    return new MemoryFiles(content);
  }

  private ObjectNode tree() {
    ObjectNode root = MAPPER.createObjectNode().put("resource_type", "Infra");
    ArrayNode children = root.putArray("children");
    ArrayNode inDomain = MAPPER.createArrayNode();
    Map<String, List<JsonNode>> rules =
        objects.entrySet().stream()
            .filter(entry -> entry.getKey().contains("/Rule/"))
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getKey().replaceFirst("/Rule/.*", ""),
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    objects.forEach(
        (path, object) -> {
          String type = path.split("/")[1];
          if (path.contains("/Rule/")) {
            return;
          }
          ObjectNode child = MAPPER.createObjectNode().put("resource_type", "Child" + type);
          ObjectNode copy = object.deepCopy();
          if (type.equals("SecurityPolicy")) {
            ArrayNode own = copy.putArray("children");
            for (JsonNode rule : rules.getOrDefault(path, new ArrayList<>())) {
              own.addObject().put("resource_type", "ChildRule").set("Rule", rule);
            }
          }
          child.set(type, copy);
          (type.equals("Service") ? children : inDomain).add(child);
        });
    children
        .addObject()
        .put("resource_type", "ChildResourceReference")
        .put("id", "default")
        .put("target_type", "Domain")
        .set("children", inDomain);
    return root;
  }
}
