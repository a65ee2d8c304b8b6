package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.exports.ExportException;
import org.firebreak.rulebase.RuleFiles;

/** The objects of one space or project as the files of a bundle say them, by id. */
final class SpaceState {
  /**
   * A VM and its tag.
   *
   * @param name display name
   */
  record Machine(String name, String scope, String tag) {
    boolean hasTagOf(Machine other) {
      return other != null && key().equals(other.key());
    }

    /** The tag as conditions of groups say it. */
    String key() {
      return scope + '|' + tag;
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private String root = "";
  private final Map<String, ObjectNode> services = new LinkedHashMap<>();
  private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
  private final Map<String, ObjectNode> policies = new LinkedHashMap<>();
  private final Map<String, Map<String, ObjectNode>> rules = new LinkedHashMap<>();
  private final Map<String, Machine> machines = new LinkedHashMap<>();

  /**
   * The spaces of a bundle by folder.
   *
   * @throws ExportException if a file is not one of an export
   */
  static Map<String, SpaceState> read(RuleFiles files) throws IOException {
    Map<String, SpaceState> spaces = new TreeMap<>();
    for (String path : files.paths()) {
      int slash = path.indexOf('/');
      if (slash > 0 && path.indexOf('/', slash + 1) < 0 && path.endsWith(".json")) {
        SpaceState space =
            spaces.computeIfAbsent(path.substring(0, slash), folder -> new SpaceState());
        try (InputStream in = files.open(path)) {
          space.add(MAPPER.readTree(in));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
          throw new ExportException(path + " is not the file of an export: " + e.getMessage());
        }
      }
    }
    return spaces;
  }

  private void add(JsonNode document) {
    if (document.has("firebreakVmTags")) {
      root = document.path("root").asText();
      for (JsonNode machine : document.path("virtual_machines")) {
        JsonNode tag = machine.path("tags").path(0);
        machines.put(
            machine.path("server_id").asText(),
            new Machine(
                machine.path("display_name").asText(),
                tag.path("scope").asText(),
                tag.path("tag").asText()));
      }
      return;
    }
    for (JsonNode child : document.path("children")) {
      if (child.has("Service")) {
        put(services, child.get("Service"));
      }
      for (JsonNode inDomain : child.path("children")) {
        if (inDomain.has("Group")) {
          put(groups, inDomain.get("Group"));
        } else if (inDomain.has("SecurityPolicy")) {
          addPolicy(inDomain.get("SecurityPolicy"));
        }
      }
    }
  }

  private void addPolicy(JsonNode node) {
    ObjectNode policy = node.deepCopy();
    Map<String, ObjectNode> own = new LinkedHashMap<>();
    for (JsonNode child : policy.path("children")) {
      put(own, child.path("Rule"));
    }
    policy.remove("children");
    put(policies, policy);
    rules.put(policy.path("id").asText(), own);
  }

  private static void put(Map<String, ObjectNode> map, JsonNode node) {
    if (node instanceof ObjectNode object) {
      map.put(object.path("id").asText(), object);
    }
  }

  String root() {
    return root;
  }

  /** Id of the design that its policies belong to. */
  String owner() {
    for (ObjectNode policy : policies.values()) {
      for (JsonNode tag : policy.path("tags")) {
        if (tag.path("scope").asText().equals(Nodes.OWNER)) {
          return tag.path("tag").asText();
        }
      }
    }
    return "";
  }

  Map<String, ObjectNode> services() {
    return services;
  }

  Map<String, ObjectNode> groups() {
    return groups;
  }

  /** The policies without their rules. */
  Map<String, ObjectNode> policies() {
    return policies;
  }

  Map<String, ObjectNode> rules(String policy) {
    return rules.getOrDefault(policy, Map.of());
  }

  /** VMs by id of their server. */
  Map<String, Machine> machines() {
    return machines;
  }
}
