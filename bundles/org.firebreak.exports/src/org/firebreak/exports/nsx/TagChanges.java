package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Which VMs get and lose tags between two states of a space. */
final class TagChanges {
  /**
   * The change of one tag.
   *
   * @param add display names of VMs that get it
   * @param remove display names of VMs that lose it
   */
  record Operation(String scope, String tag, List<String> add, List<String> remove) {}

  private final SpaceState old;
  private final SpaceState wanted;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  TagChanges(SpaceState old, SpaceState wanted) {
    this.old = old;
    this.wanted = wanted;
    wanted
        .machines()
        .forEach(
            (id, machine) -> {
              if (!machine.hasTagOf(old.machines().get(id))) {
                operation(machine).add().add(machine.name());
              }
            });
    old.machines()
        .forEach(
            (id, machine) -> {
              if (!machine.hasTagOf(wanted.machines().get(id))) {
                operation(machine).remove().add(machine.name());
              }
            });
  }

  private Operation operation(SpaceState.Machine machine) {
    return operations.computeIfAbsent(
        machine.key(),
        key -> new Operation(machine.scope(), machine.tag(), new ArrayList<>(), new ArrayList<>()));
  }

  Collection<Operation> operations() {
    return operations.values();
  }

  /** The operations as far as VMs get tags. */
  Collection<Operation> additions() {
    return operations.values().stream()
        .filter(each -> !each.add().isEmpty())
        .map(each -> new Operation(each.scope(), each.tag(), each.add(), List.of()))
        .toList();
  }

  /** The operations as far as VMs lose tags. */
  Collection<Operation> removals() {
    return operations.values().stream()
        .filter(each -> !each.remove().isEmpty())
        .map(each -> new Operation(each.scope(), each.tag(), List.of(), each.remove()))
        .toList();
  }

  /** Whether a VM has another tag than before. */
  boolean moves() {
    return old.machines().entrySet().stream()
        .anyMatch(
            entry -> {
              SpaceState.Machine now = wanted.machines().get(entry.getKey());
              return now != null && !now.hasTagOf(entry.getValue());
            });
  }

  /** VMs that get or lose a tag. */
  Collection<SpaceState.Machine> changing() {
    return changing(Map.of(), Map.of());
  }

  /** VMs that get or lose a tag, or that other policies apply to. */
  Collection<SpaceState.Machine> changingRules() {
    return changing(policies(old), policies(wanted));
  }

  private Collection<SpaceState.Machine> changing(
      Map<String, TreeSet<String>> before, Map<String, TreeSet<String>> after) {
    Map<String, SpaceState.Machine> all = new LinkedHashMap<>(old.machines());
    all.putAll(wanted.machines());
    Map<String, SpaceState.Machine> changing = new LinkedHashMap<>();
    all.forEach(
        (id, machine) -> {
          SpaceState.Machine now = wanted.machines().get(id);
          if (now == null
              || !now.hasTagOf(old.machines().get(id))
              || !Objects.equals(before.get(now.key()), after.get(now.key()))) {
            changing.put(id, machine);
          }
        });
    return changing.values();
  }

  /** The policies that apply to VMs with a tag. */
  private static Map<String, TreeSet<String>> policies(SpaceState state) {
    Map<String, TreeSet<String>> policies = new LinkedHashMap<>();
    state
        .policies()
        .forEach(
            (id, policy) -> {
              for (JsonNode path : policy.path("scope")) {
                String text = path.asText();
                ObjectNode group = state.groups().get(text.substring(text.lastIndexOf('/') + 1));
                if (group != null) {
                  policies
                      .computeIfAbsent(
                          group.path("expression").path(0).path("value").asText(),
                          key -> new TreeSet<>())
                      .add(id);
                }
              }
            });
    return policies;
  }
}
