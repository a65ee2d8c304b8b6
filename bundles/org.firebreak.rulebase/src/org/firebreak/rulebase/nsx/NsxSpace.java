package org.firebreak.rulebase.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.rulebase.Unread;

/** The objects of one space or project, as later files have changed those of earlier ones. */
final class NsxSpace {
  /**
   * An object and the file where it stands.
   *
   * @param children rules of a policy by id; empty for others
   */
  record Entry(String file, JsonNode node, Map<String, Entry> children) {
    String text(String field) {
      return node.path(field).asText("");
    }
  }

  /**
   * A VM.
   *
   * @param id model id of the server
   */
  record Machine(String id, String name, List<String[]> tags) {}

  private static final int SHOWN = 200;

  private final Map<String, Entry> services = new HashMap<>();
  private final Map<String, Entry> groups = new HashMap<>();
  private final Map<String, Entry> policies = new LinkedHashMap<>();
  private final List<Machine> machines = new ArrayList<>();
  private final Set<String> tagged = new TreeSet<>();
  private String root = "";

  List<Machine> machines() {
    return machines;
  }

  /** Path of the objects of the space; empty if no file tells it. */
  String root() {
    return root;
  }

  /** Names of VMs with each tag that they have. */
  Set<String> tagged() {
    return tagged;
  }

  /**
   * The last part of the path of an object.
   *
   * @throws UnreadableException if it is in another space
   */
  String id(String path) throws UnreadableException {
    if (!root.isEmpty() && !path.startsWith(root + "/")) {
      throw new UnreadableException(path + " is in another space or project");
    }
    return path.substring(path.lastIndexOf('/') + 1);
  }

  Map<String, Entry> policies() {
    return policies;
  }

  Entry group(String id) {
    return groups.get(id);
  }

  Entry service(String id) {
    return services.get(id);
  }

  void addMachines(JsonNode root, String file, List<Unread> unread) {
    this.root = root.path("root").asText("");
    for (JsonNode machine : root.path("virtual_machines")) {
      List<String[]> tags = new ArrayList<>();
      for (JsonNode tag : machine.path("tags")) {
        tags.add(
            new String[] {
              tag.path("scope").asText("").toLowerCase(Locale.ROOT),
              tag.path("tag").asText("").toLowerCase(Locale.ROOT)
            });
      }
      String name = machine.path("display_name").asText("");
      for (JsonNode tag : machine.path("tags")) {
        tagged.add(name + " " + tag.path("scope").asText() + "|" + tag.path("tag").asText());
      }
      String id = machine.path("server_id").asText(name);
      if (id.isEmpty()) {
        unread.add(unread(file, machine, "a VM without id and name"));
      } else {
        machines.add(new Machine(id, name, tags));
      }
    }
  }

  void addTree(JsonNode root, String file, List<Unread> unread) {
    for (JsonNode child : root.path("children")) {
      switch (child.path("resource_type").asText()) {
        case "ChildService" -> put(services, child, "Service", file);
        case "ChildGroup" -> put(groups, child, "Group", file);
        case "ChildSecurityPolicy" -> putPolicy(child, file, unread);
        case "ChildResourceReference" -> addReference(child, file, unread);
        case "ChildPolicyContextProfile", "ChildTier0", "ChildTier1", "ChildSegment" -> {}
        default -> unread.add(unread(file, child, "an object of this type is not known"));
      }
    }
  }

  private void addReference(JsonNode child, String file, List<Unread> unread) {
    switch (child.path("target_type").asText()) {
      case "Domain" -> addTree(child, file, unread);
      case "SecurityPolicy" -> {
        Entry policy = policies.get(child.path("id").asText());
        if (policy == null) {
          unread.add(unread(file, child, "rules of a policy that is in no file"));
        } else {
          addRules(policy, child, file, unread);
        }
      }
      default -> unread.add(unread(file, child, "a reference of this type is not known"));
    }
  }

  private void putPolicy(JsonNode child, String file, List<Unread> unread) {
    JsonNode node = child.path("SecurityPolicy");
    Entry old = policies.get(node.path("id").asText());
    put(policies, child, "SecurityPolicy", file);
    Entry policy = policies.get(node.path("id").asText());
    if (policy != null) {
      if (old != null) {
        policy.children().putAll(old.children());
      }
      addRules(policy, node, file, unread);
      for (JsonNode rule : node.path("rules")) {
        policy
            .children()
            .put(rule.path("id").asText(), new Entry(file, rule, new LinkedHashMap<>()));
      }
    }
  }

  private static void addRules(Entry policy, JsonNode parent, String file, List<Unread> unread) {
    for (JsonNode child : parent.path("children")) {
      if (child.path("resource_type").asText().equals("ChildRule")) {
        put(policy.children(), child, "Rule", file);
      } else {
        unread.add(unread(file, child, "a policy holds something else than rules"));
      }
    }
  }

  private static void put(Map<String, Entry> map, JsonNode child, String type, String file) {
    JsonNode node = child.path(type);
    String id = node.path("id").asText();
    if (child.path("marked_for_delete").asBoolean()) {
      map.remove(id);
    } else {
      map.put(id, new Entry(file, node, new LinkedHashMap<>()));
    }
  }

  static Unread unread(String place, JsonNode node, String reason) {
    String text = node.toString();
    return new Unread(place, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text, reason);
  }
}
