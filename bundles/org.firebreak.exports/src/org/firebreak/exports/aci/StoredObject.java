package org.firebreak.exports.aci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An object of a bundle, to be compared with that of another bundle. */
final class StoredObject {
  /** Attributes that tell objects of one class in one parent apart. */
  private static final Map<String, List<String>> NAMING =
      Map.ofEntries(
          Map.entry("fvTenant", List.of("name")),
          Map.entry("fvCtx", List.of("name")),
          Map.entry("fvAp", List.of("name")),
          Map.entry("fvESg", List.of("name")),
          Map.entry("fvAEPg", List.of("name")),
          Map.entry("fvIpAttr", List.of("name")),
          Map.entry("fvTagSelector", List.of("matchKey", "matchValue")),
          Map.entry("fvEPSelector", List.of("matchExpression")),
          Map.entry("fvEpIpTag", List.of("ip", "ctxName")),
          Map.entry("fvRsProv", List.of("tnVzBrCPName")),
          Map.entry("fvRsCons", List.of("tnVzBrCPName")),
          Map.entry("fvRsIntraEpg", List.of("tnVzBrCPName")),
          Map.entry("tagTag", List.of("key")),
          Map.entry("tagAnnotation", List.of("key")),
          Map.entry("vzFilter", List.of("name")),
          Map.entry("vzEntry", List.of("name")),
          Map.entry("vzBrCP", List.of("name")),
          Map.entry("vzSubj", List.of("name")),
          Map.entry("vzRsSubjFiltAtt", List.of("tnVzFilterName")),
          Map.entry("vzRsFiltAtt", List.of("tnVzFilterName")),
          Map.entry("l3extOut", List.of("name")),
          Map.entry("l3extInstP", List.of("name")),
          Map.entry("l3extSubnet", List.of("ip")));

  /** What others may use too, or may have made: it stays, and so do settings of it. */
  private static final Set<String> SHARED =
      Set.of("fvTenant", "fvCtx", "vzAny", "fvAp", "l3extOut", "fvEpTags");

  private final String type;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Map<String, StoredObject> children = new LinkedHashMap<>();

  StoredObject(String type) {
    this.type = type;
  }

  String attribute(String name) {
    return attributes.get(name);
  }

  /** Adds the objects of a document below this one. */
  void add(JsonNode document) {
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      JsonNode values = field.getValue().path("attributes");
      StringBuilder key = new StringBuilder(field.getKey());
      for (String name : NAMING.getOrDefault(field.getKey(), List.of())) {
        key.append('|').append(values.path(name).asText());
      }
      StoredObject child =
          children.computeIfAbsent(key.toString(), added -> new StoredObject(field.getKey()));
      for (Map.Entry<String, JsonNode> value : values.properties()) {
        child.attributes.put(value.getKey(), value.getValue().asText());
      }
      field.getValue().path("children").forEach(child::add);
    }
  }

  /** The objects of two files about one tenant. */
  static StoredObject join(StoredObject one, StoredObject other) {
    one.children.putAll(other.children);
    return one;
  }

  Map<String, StoredObject> children() {
    return children;
  }

  /**
   * What turns one object into the other, as an object with the changes alone.
   *
   * @param from what is there; {@code null} for nothing
   * @param to what shall be; {@code null} for nothing
   * @return {@code null} if nothing is to be done
   */
  static ObjectNode change(StoredObject from, StoredObject to) {
    StoredObject either = to == null ? from : to;
    if (to == null && !SHARED.contains(from.type)) {
      return from.node(Map.of("status", "deleted"), List.of());
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (to != null) {
      to.attributes.forEach(
          (name, value) -> {
            if (from == null || !value.equals(from.attributes.get(name))) {
              values.put(name, value);
            }
          });
    }
    if (from != null && to != null) {
      from.attributes.keySet().stream()
          .filter(name -> !to.attributes.containsKey(name))
          .forEach(name -> values.put(name, ""));
    }
    Map<String, StoredObject> before = from == null ? Map.of() : from.children;
    Map<String, StoredObject> after = to == null ? Map.of() : to.children;
    Set<String> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    List<ObjectNode> changes =
        keys.stream()
            .map(key -> change(before.get(key), after.get(key)))
            .filter(Objects::nonNull)
            .toList();
    boolean isNew = from == null;
    return isNew || !values.isEmpty() || !changes.isEmpty() ? either.node(values, changes) : null;
  }

  private ObjectNode node(Map<String, String> values, List<ObjectNode> changes) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode body = root.putObject(type);
    ObjectNode named = body.putObject("attributes");
    for (String name : NAMING.getOrDefault(type, List.of())) {
      named.put(name, attributes.get(name));
    }
    values.forEach(named::put);
    if (!changes.isEmpty()) {
      body.putArray("children").addAll(changes);
    }
    return root;
  }
}
