package org.firebreak.diagram.clipboard;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Element;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/** Finds who makes elements of copied rows. */
final class TablePastes {
  private static final String POINT = "org.firebreak.diagram.tables";

  private TablePastes() {}

  static void paste(String rows, DiagramContext context) {
    for (IConfigurationElement element :
        Platform.getExtensionRegistry().getConfigurationElementsFor(POINT)) {
      try {
        TablePaste paste = (TablePaste) element.createExecutableExtension("class");
        if (paste.takes(rows)) {
          paste.paste(rows, context, container(context));
          return;
        }
      } catch (CoreException e) {
        ILog.of(TablePastes.class).error("Rows of a spreadsheet cannot be pasted", e);
      }
    }
    MessageDialog.openInformation(
        context.site().getShell(),
        "Paste",
        "The text on the clipboard is no table of servers or flows. Copy rows of a spreadsheet:"
            + " names and addresses for servers; source, destination and service for flows.");
  }

  private static Element container(DiagramContext context) {
    List<Element> selected = context.selectedElements();
    if (selected.size() != 1) {
      return context.design();
    }
    return switch (selected.get(0)) {
      case Zone zone -> zone;
      case ServerGroup group -> group;
      case Server server -> (Element) server.eContainer();
      default -> context.design();
    };
  }
}
