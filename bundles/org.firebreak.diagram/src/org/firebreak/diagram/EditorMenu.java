package org.firebreak.diagram;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.firebreak.diagram.canvas.Icons;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/** The context menu of a diagram. */
final class EditorMenu {
  private final DiagramContext context;
  private final MenuManager menu = new MenuManager();

  EditorMenu(DiagramContext context) {
    this.context = context;
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(this::fill);
  }

  /** Hangs the menu on the canvas and lets others add to it. */
  void register(IWorkbenchPartSite site) {
    context.canvas().viewer().setContextMenu(menu);
    site.registerContextMenu(DiagramEditor.MENU_ID, menu, context.canvas().viewer());
  }

  private void fill(IMenuManager shown) {
    shown.add(command(IWorkbenchCommandConstants.EDIT_UNDO));
    shown.add(command(IWorkbenchCommandConstants.EDIT_REDO));
    shown.add(new Separator());
    shown.add(command(IWorkbenchCommandConstants.EDIT_CUT));
    shown.add(command(IWorkbenchCommandConstants.EDIT_COPY));
    shown.add(command(IWorkbenchCommandConstants.EDIT_PASTE));
    shown.add(new Separator());
    shown.add(task("Add…", null, "quickAdd"));
    addIfEnabled(shown, task("Connect…", "flow", "connect"));
    Action rename = task("Rename", null, "rename");
    rename.setActionDefinitionId(IWorkbenchCommandConstants.FILE_RENAME);
    addIfEnabled(shown, rename);
    shown.add(new Separator());
    shown.add(task("Arrange", "arrange", "arrange"));
    addIfEnabled(shown, task("Arrange Selection", null, "arrangeSelection"));
    shown.add(task("Fit to Window", "fit", "fit"));
    shown.add(command(IWorkbenchCommandConstants.EDIT_SELECT_ALL));
    shown.add(new Separator());
    new HandMenus(context).fill(shown);
    shown.add(new Separator());
    addIfEnabled(shown, task("Route Automatically", null, "routeAutomatically"));
    Action remove = task("Remove from Diagram", null, "removeFromDiagram");
    remove.setActionDefinitionId(IWorkbenchCommandConstants.EDIT_DELETE);
    shown.add(remove);
    shown.add(task("Delete from Design…", "delete", "delete"));
    shown.add(new Separator());
    shown.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
  }

  private static void addIfEnabled(IMenuManager shown, Action action) {
    if (action.isEnabled()) {
      shown.add(action);
    }
  }

  private static IContributionItem command(String id) {
    return new CommandContributionItem(
        new CommandContributionItemParameter(
            PlatformUI.getWorkbench(), null, id, CommandContributionItem.STYLE_PUSH));
  }

  /** A {@linkplain DiagramTasks task} of the diagram, enabled as it is now. */
  private Action task(String text, String icon, String name) {
    DiagramTask task = DiagramTasks.named(name);
    Action action =
        new Action(text) {
          @Override
          public void run() {
            task.run(context);
          }
        };
    action.setEnabled(task.isEnabled(context));
    action.setActionDefinitionId("org.firebreak.ui." + name);
    if (icon != null) {
      action.setImageDescriptor(Icons.descriptor(icon));
    }
    return action;
  }
}
