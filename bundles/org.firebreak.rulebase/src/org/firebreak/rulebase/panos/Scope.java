package org.firebreak.rulebase.panos;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Entries of one vsys, of one device group, or those shared by all. */
final class Scope {
  /** Which rules are tried first: Panorama's, the firewall's own, Panorama's again. */
  enum Base {
    PRE,
    LOCAL,
    POST
  }

  private final String name;
  private final Map<Kind, Map<String, Entry>> objects = new EnumMap<>(Kind.class);
  private final Map<Base, Map<String, Entry>> rules = new EnumMap<>(Base.class);
  private String parent;

  Scope(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Name of the device group above; {@code null} if the shared one is. */
  String parent() {
    return parent;
  }

  void parent(String deviceGroup) {
    parent = deviceGroup;
  }

  /** Entries of a kind by name, in order, to be added to. */
  Map<String, Entry> entries(Kind kind) {
    return objects.computeIfAbsent(kind, key -> new LinkedHashMap<>());
  }

  /** Security rules by name, in order, to be added to. */
  Map<String, Entry> rules(Base base) {
    return rules.computeIfAbsent(base, key -> new LinkedHashMap<>());
  }

  boolean hasRules() {
    return rules.values().stream().anyMatch(entries -> !entries.isEmpty());
  }
}
