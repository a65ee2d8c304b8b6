package org.firebreak.ui.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Properties;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.core.table.TableKind;
import org.osgi.service.prefs.Preferences;

/** Remembers the order, the widths and the visibility of a table's columns. */
final class ColumnMemory {
  private static final String NODE = "org.firebreak.ui/tables";
  private static final String COUNT = "columns";

  private final TableKind kind;

  ColumnMemory(TableKind kind) {
    this.kind = kind;
  }

  void save(TableGrid grid) {
    Properties state = new Properties();
    state.setProperty(COUNT, Integer.toString(kind.columns().size()));
    grid.data().saveState("data", state);
    grid.order().saveState("order", state);
    grid.hidden().saveState("hidden", state);
    StringWriter text = new StringWriter();
    try {
      state.store(text, null);
      node().put(kind.name(), text.toString());
    } catch (IOException e) {
      ILog.of(ColumnMemory.class).error("The columns of a table cannot be remembered", e);
    }
  }

  /** Gives the grid the columns it had; those of another version are left alone. */
  void load(TableGrid grid) {
    Properties state = new Properties();
    try {
      state.load(new StringReader(node().get(kind.name(), "")));
    } catch (IOException | IllegalArgumentException e) {
      ILog.of(ColumnMemory.class).warn("The columns of a table are not remembered", e);
      return;
    }
    if (Integer.toString(kind.columns().size()).equals(state.getProperty(COUNT))) {
      grid.data().loadState("data", state);
      grid.order().loadState("order", state);
      grid.hidden().loadState("hidden", state);
    }
  }

  private static Preferences node() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
