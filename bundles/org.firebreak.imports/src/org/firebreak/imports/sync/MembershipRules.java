package org.firebreak.imports.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/** The groups, their membership rules, and the zones of a design by name. */
final class MembershipRules {
  /** What a label has to say for a group to take the server. */
  private record LabelRule(String key, String value) {}

  private final Map<LabelRule, List<ServerGroup>> byLabel = new HashMap<>();
  private final Map<String, List<ServerGroup>> groups = new HashMap<>();
  private final Map<String, List<Zone>> zones = new HashMap<>();
  private final Set<String> keys = new HashSet<>();

  MembershipRules(Design design) {
    add(design);
  }

  private void add(Container container) {
    for (ServerGroup group : container.getGroups()) {
      put(groups, group.getName(), group);
      LabelRule rule = rule(group);
      if (rule != null) {
        byLabel.computeIfAbsent(rule, each -> new ArrayList<>(1)).add(group);
        keys.add(rule.key());
      }
    }
    for (Zone zone : container.getZones()) {
      put(zones, zone.getName(), zone);
      add(zone);
    }
  }

  private static <T> void put(Map<String, List<T>> map, String name, T element) {
    if (name != null) {
      map.computeIfAbsent(Names.fold(name), each -> new ArrayList<>(1)).add(element);
    }
  }

  private static LabelRule rule(ServerGroup group) {
    String key = group.getMembershipLabel();
    String value = group.getMembershipValue();
    return key == null || key.isBlank() || value == null || value.isBlank()
        ? null
        : new LabelRule(key.strip(), value.strip());
  }

  /** The label key of a group's membership rule; {@code null} if it has none. */
  static String keyOf(ServerGroup group) {
    LabelRule rule = rule(group);
    return rule == null ? null : rule.key();
  }

  /** The membership rule of a group in words. */
  static String text(ServerGroup group) {
    LabelRule rule = rule(group);
    return rule.key() + "=" + rule.value();
  }

  /** Keys of labels that decide about membership. */
  Set<String> keys() {
    return keys;
  }

  /** The groups whose rules the labels fulfil. */
  List<ServerGroup> fulfilled(Map<String, String> labels) {
    List<ServerGroup> found = new ArrayList<>();
    for (String key : keys) {
      String value = labels.get(key);
      if (value != null) {
        found.addAll(byLabel.getOrDefault(new LabelRule(key, value.strip()), List.of()));
      }
    }
    return found;
  }

  List<ServerGroup> groups(String name) {
    return groups.getOrDefault(Names.fold(name), List.of());
  }

  List<Zone> zones(String name) {
    return zones.getOrDefault(Names.fold(name), List.of());
  }
}
