package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects that several files configure because one firewall may have all of them. Such an object is
 * deleted once no file holds it any more, and what it loses it loses once, after every file has
 * changed its rules.
 */
final class SharedObjects {
  /** Sections, what refers to others first. */
  private static final List<String> ORDER =
      List.of(
          "rulebase",
          "log-settings profiles",
          "log-settings email",
          "profile-group",
          "application",
          "service-group",
          "service",
          "address-group",
          "address",
          "tag");

  private final Map<String, Integer> before = new HashMap<>();
  private final Set<String> after = new HashSet<>();
  private final Set<String> commands = new LinkedHashSet<>();

  /** Adds the tables of one file as they were and as they shall be. */
  void add(CommandTable from, CommandTable to) {
    from.entries().keySet().forEach(entry -> before.merge(entry, 1, Integer::sum));
    after.addAll(to.entries().keySet());
  }

  /** Whether some file still has an object. */
  boolean isKept(String entry) {
    return after.contains(entry);
  }

  /** Where to note what an object loses: among the file's own commands if no other file has it. */
  Collection<String> losses(String entry, List<String> own) {
    return before.getOrDefault(entry, 0) > 1 ? commands : own;
  }

  /** What shared objects lose, and their deletion, in an order in which no reference dangles. */
  List<String> commands() {
    List<String> sorted = new ArrayList<>(commands);
    sorted.sort(Comparator.comparingInt(command -> isWhole(command) ? 1 + rank(command) : 0));
    return sorted;
  }

  private boolean isWhole(String command) {
    return before.containsKey(command.replaceFirst("^delete ", ""));
  }

  private static int rank(String command) {
    String path = command.replaceFirst("^delete (vsys \\S+ |device-group \\S+ )?", "");
    for (int i = 0; i < ORDER.size(); i++) {
      if (path.startsWith(ORDER.get(i) + " ")) {
        return i;
      }
    }
    return ORDER.size();
  }
}
