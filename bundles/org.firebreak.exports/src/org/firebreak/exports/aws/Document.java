package org.firebreak.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A CloudFormation template, or a Terraform module, as resources by name.
 *
 * @param stack whether it is a template
 * @param resources by logical id; in a module by type and id
 */
record Document(ObjectNode root, boolean stack, Map<String, JsonNode> resources) {
  private static final String RESOURCES = "Resources";
  private static final String RESOURCE = "resource";

  static Document of(ObjectNode root, boolean stack) {
    return new Document(root, stack, resources(root, stack));
  }

  private static Map<String, JsonNode> resources(ObjectNode root, boolean stack) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    if (stack) {
      root.get(RESOURCES).properties().forEach(each -> all.put(each.getKey(), each.getValue()));
    } else {
      for (Map.Entry<String, JsonNode> type : root.get(RESOURCE).properties()) {
        type.getValue()
            .properties()
            .forEach(each -> all.put(type.getKey() + "." + each.getKey(), each.getValue()));
      }
    }
    return all;
  }

  boolean isRule(String id) {
    return stack ? type(id).endsWith("gress") : id.contains("gress_rule.");
  }

  /** What a rule matches; what it is described by does not matter. */
  JsonNode meaning(String id) {
    JsonNode rule = resources.get(id);
    ObjectNode meaning = (stack ? rule.path("Properties") : rule).deepCopy();
    meaning.remove(List.of("Description", "description", "tags"));
    return meaning;
  }

  /** The prefix lists by name, with their entries. */
  Map<String, Set<String>> lists() {
    Map<String, Set<String>> lists = new LinkedHashMap<>();
    resources.forEach(
        (id, resource) -> {
          boolean list = stack ? type(id).endsWith("PrefixList") : id.contains("prefix_list.");
          if (list) {
            Set<String> entries = new TreeSet<>();
            (stack ? resource.at("/Properties/Entries") : resource.path("entry"))
                .forEach(entry -> entries.add(entry.path(stack ? "Cidr" : "cidr").asText()));
            lists.put(id, entries);
          }
        });
    return lists;
  }

  /** Whether a rule refers to one of some prefix lists. */
  boolean refersTo(String rule, Set<String> lists) {
    for (JsonNode value : meaning(rule)) {
      List<JsonNode> texts = new ArrayList<>(List.of(value));
      value.forEach(texts::add);
      value.forEach(inner -> inner.forEach(texts::add));
      for (JsonNode each : texts) {
        String text = each.asText();
        int dash = text.lastIndexOf('-');
        String bare = text.replaceFirst("^\\$\\{(.*)\\.id}$", "$1");
        if (lists.contains(bare) || lists.contains(text.substring(dash + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private String type(String id) {
    return root.get(RESOURCES).path(id).path("Type").asText();
  }

  /** A copy without some resources. */
  Document without(Set<String> ids) {
    ObjectNode copy = root.deepCopy();
    for (String id : ids) {
      if (stack) {
        ((ObjectNode) copy.get(RESOURCES)).remove(id);
      } else {
        int dot = id.indexOf('.');
        ObjectNode resources = (ObjectNode) copy.get(RESOURCE);
        ObjectNode type = (ObjectNode) resources.get(id.substring(0, dot));
        type.remove(id.substring(dot + 1));
        if (type.isEmpty()) {
          resources.remove(id.substring(0, dot));
        }
      }
    }
    return of(copy, stack);
  }

  /** A copy of this template that still has what only another one has. */
  Document with(Document older) {
    ObjectNode copy = root.deepCopy();
    for (String section : List.of(RESOURCES, "Outputs")) {
      ObjectNode mine = copy.withObjectProperty(section);
      for (Map.Entry<String, JsonNode> each : older.root.path(section).properties()) {
        if (!mine.has(each.getKey())) {
          mine.set(each.getKey(), each.getValue());
        }
      }
    }
    return of(copy, stack);
  }

  /** Whether what it holds is exported to other stacks. */
  boolean isExported() {
    return stack && root.has("Outputs");
  }
}
