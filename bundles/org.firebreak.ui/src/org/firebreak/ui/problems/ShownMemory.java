package org.firebreak.ui.problems;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.Preferences;

/** Keeps how problems are grouped from one start to the next; the platform writes it at the end. */
final class ShownMemory {
  private static final String NODE = "org.firebreak.ui";
  private static final String GROUPING = "problems.grouping";

  private ShownMemory() {}

  static Shown load() {
    String name = node().get(GROUPING, Grouping.NONE.name());
    for (Grouping grouping : Grouping.values()) {
      if (grouping.name().equals(name)) {
        return Shown.ALL.withGrouping(grouping);
      }
    }
    return Shown.ALL;
  }

  static void save(Shown shown) {
    node().put(GROUPING, shown.grouping().name());
  }

  private static Preferences node() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
