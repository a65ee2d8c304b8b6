package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.rulebase.Unread;

/** One configuration: the shared scope, the vsys and the device groups. */
final class Configuration {
  private static final int TEXT = 200;

  private final Scope shared = new Scope("shared");
  private final Map<String, Scope> systems = new LinkedHashMap<>();
  private final Map<String, Scope> deviceGroups = new LinkedHashMap<>();
  private final List<Unread> unread = new ArrayList<>();

  Scope shared() {
    return shared;
  }

  Scope system(String name) {
    return systems.computeIfAbsent(name, Scope::new);
  }

  Scope deviceGroup(String name) {
    return deviceGroups.computeIfAbsent(name, Scope::new);
  }

  void unread(String place, String text, String reason) {
    unread(place, text, reason, false);
  }

  void unread(String place, String text, String reason, boolean denies) {
    String shown = text.length() > TEXT ? text.substring(0, TEXT - 1) + "…" : text;
    unread.add(new Unread(place, shown, reason, denies));
  }

  List<Unread> unread() {
    return unread;
  }

  /**
   * Scopes whose firewalls enforce rules, each with the scopes that it inherits from, own first.
   */
  List<List<Scope>> chains() {
    List<List<Scope>> chains = new ArrayList<>();
    for (Scope system : systems.values()) {
      chains.add(List.of(system, shared));
    }
    for (Scope group : deviceGroups.values()) {
      List<Scope> chain = new ArrayList<>();
      for (Scope each = group; each != null && !chain.contains(each); ) {
        chain.add(each);
        each = each.parent() == null ? null : deviceGroups.get(each.parent());
      }
      chain.add(shared);
      chains.add(chain);
    }
    if (chains.isEmpty()) {
      chains.add(List.of(shared));
    }
    return chains.stream().filter(chain -> chain.stream().anyMatch(Scope::hasRules)).toList();
  }
}
