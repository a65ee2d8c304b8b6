package org.firebreak.diagram;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.firebreak.diagram.commands.DiagramEdits;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.model.Diagram;

/** What can be done with the diagrams of a design on their tabs. */
final class TabMenu {
  private final EditorTabs tabs;
  private final DesignDocument document;
  private final DiagramEdits edits;
  private CTabFolder folder;
  private Diagram diagram;

  TabMenu(EditorTabs tabs, DesignDocument document) {
    this.tabs = tabs;
    this.document = document;
    this.edits = new DiagramEdits(document.edit());
  }

  void register(CTabFolder shown) {
    folder = shown;
    MenuManager menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(manager -> fill(menu));
    folder.setMenu(menu.createContextMenu(folder));
    folder.addListener(SWT.Dispose, event -> menu.dispose());
    folder.addListener(
        SWT.MenuDetect,
        event -> {
          CTabItem tab = folder.getItem(folder.toControl(new Point(event.x, event.y)));
          diagram = EditorTabs.diagram(tab);
          event.doit = tab == null || diagram != null;
        });
    folder.addListener(
        SWT.MouseDoubleClick,
        event -> {
          diagram = EditorTabs.diagram(folder.getItem(new Point(event.x, event.y)));
          if (diagram != null) {
            rename();
          }
        });
  }

  private void fill(MenuManager menu) {
    menu.add(action("New Diagram…", true, this::add));
    if (diagram != null) {
      int count = document.design().getDiagrams().size();
      int index = document.design().getDiagrams().indexOf(diagram);
      menu.add(action("Duplicate", true, () -> tabs.showDiagram(edits.duplicate(diagram))));
      menu.add(action("Rename…", true, this::rename));
      menu.add(action("Delete Diagram", count > 1, () -> edits.delete(diagram)));
      menu.add(new Separator());
      menu.add(action("Move Left", index > 0, () -> edits.move(diagram, -1)));
      menu.add(action("Move Right", index < count - 1, () -> edits.move(diagram, 1)));
    }
  }

  void add() {
    String name = ask("New Diagram", edits.freeName("Diagram"));
    if (name != null) {
      tabs.showDiagram(edits.add(name, DiagramPreferences.now().routing()));
    }
  }

  private void rename() {
    String name = ask("Rename Diagram", diagram.getName());
    if (name != null && !name.equals(diagram.getName())) {
      edits.rename(diagram, name);
    }
  }

  private String ask(String title, String proposal) {
    InputDialog dialog =
        new InputDialog(
            folder.getShell(),
            title,
            "Name of the diagram:",
            proposal,
            text -> text.isBlank() ? "A diagram needs a name." : null);
    return dialog.open() == Window.OK ? dialog.getValue().strip() : null;
  }

  private static IAction action(String text, boolean enabled, Runnable run) {
    Action action =
        new Action(text) {
          @Override
          public void run() {
            run.run();
          }
        };
    action.setEnabled(enabled);
    return action;
  }
}
