package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One named entry of a configuration: an object, a rule. */
final class Entry {
  private final String name;
  private final String place;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private String unknown;

  Entry(String name, String place) {
    this.name = name;
    this.place = place;
  }

  String name() {
    return name;
  }

  /** File and line where it begins. */
  String place() {
    return place;
  }

  /** Adds values to an attribute; {@code path} is its element names with spaces between. */
  void add(String path, List<String> more) {
    values.computeIfAbsent(path, key -> new ArrayList<>(more.size())).addAll(more);
  }

  /** Notes a part whose meaning is not known; the first one is kept. */
  void unknown(String part) {
    if (unknown == null) {
      unknown = part;
    }
  }

  /** The first part whose meaning is not known; {@code null} if all are known. */
  String unknown() {
    return unknown;
  }

  /** Values of an attribute; empty if it is not there. */
  List<String> all(String path) {
    return values.getOrDefault(path, List.of());
  }

  /** The last value of an attribute, since a later command replaces it. */
  String one(String path, String otherwise) {
    List<String> all = all(path);
    return all.isEmpty() ? otherwise : all.get(all.size() - 1);
  }

  boolean has(String path) {
    return values.containsKey(path);
  }

  Set<String> paths() {
    return values.keySet();
  }
}
