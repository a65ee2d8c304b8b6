package org.firebreak.exports.sigma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;

/**
 * The detection of a rule on logged connections: a selection that all must match, alternatives of
 * which one must, and exceptions of which none may.
 */
final class Detection {
  /** Values in one rule; more would be too long for the searches of a SIEM. */
  static final int MAX_VALUES = 2000;

  private final ObjectNode node = JsonNodeFactory.instance.objectNode();
  private final List<String> conditions = new ArrayList<>();
  private int exceptions;
  private int values;
  private boolean excludesAll;

  /** Every connection of the rule has these ends and ports; {@code null} for any. */
  void require(String name, AddressSet source, AddressSet destination, Intervals ports) {
    put(name, source, destination, ports);
    conditions.add(name);
  }

  /** One end is in the set. */
  void requireEnd(String name, AddressSet end) {
    put(name + "_source", end, null, null);
    put(name + "_destination", null, end, null);
    conditions.add("1 of " + name + "_*");
  }

  /** Connections that the rule is not about. */
  void except(AddressSet source, AddressSet destination, Intervals ports) {
    if (source == null && destination == null && ports == null) {
      excludesAll = true;
      return;
    }
    put("permitted_" + ++exceptions, source, destination, ports);
  }

  void exceptPorts(String name, Intervals ports) {
    put(name, null, null, ports);
    conditions.add("not " + name);
  }

  private void put(String name, AddressSet source, AddressSet destination, Intervals ports) {
    List<ObjectNode> parts =
        ports == null ? List.of(JsonNodeFactory.instance.objectNode()) : Ports.conditions(ports);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (ObjectNode part : parts) {
      ObjectNode map = JsonNodeFactory.instance.objectNode();
      addEnd(map, "src_ip|cidr", source);
      addEnd(map, "dst_ip|cidr", destination);
      map.setAll(part);
      part.forEach(value -> values += value.isArray() ? value.size() : 1);
      list.add(map);
    }
    node.set(name, list.size() == 1 ? list.get(0) : list);
  }

  private void addEnd(ObjectNode map, String field, AddressSet end) {
    if (end != null) {
      ArrayNode prefixes = map.putArray(field);
      for (AddressRange range : end.ranges()) {
        if (isTooLarge()) {
          return;
        }
        List<String> texts = range.toPrefixes();
        texts.forEach(prefixes::add);
        values += texts.size();
      }
    }
  }

  /** Whether no connection is left. */
  boolean isEmpty() {
    return excludesAll;
  }

  boolean isTooLarge() {
    return values > MAX_VALUES;
  }

  ObjectNode node() {
    if (exceptions > 0) {
      conditions.add("not 1 of permitted_*");
    }
    return node.put("condition", String.join(" and ", conditions));
  }
}
