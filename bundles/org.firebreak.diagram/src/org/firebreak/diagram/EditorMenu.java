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

/** The context menu of a diagram. */
final class EditorMenu {
  private final DiagramPage page;
  private final MenuManager menu = new MenuManager();

  EditorMenu(DiagramPage page) {
    this.page = page;
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(this::fill);
  }

  /** Hangs the menu on the canvas and lets others add to it. */
  void register(IWorkbenchPartSite site) {
    page.canvas().viewer().setContextMenu(menu);
    site.registerContextMenu(DiagramEditor.MENU_ID, menu, page.canvas().viewer());
  }

  private void fill(IMenuManager shown) {
    shown.add(command(IWorkbenchCommandConstants.EDIT_UNDO));
    shown.add(command(IWorkbenchCommandConstants.EDIT_REDO));
    shown.add(new Separator());
    shown.add(action("Arrange", "arrange", page::arrange));
    shown.add(action("Fit to Window", "fit", page::fit));
    shown.add(command(IWorkbenchCommandConstants.EDIT_SELECT_ALL));
    shown.add(new Separator());
    if (!page.selectedBentLines().isEmpty()) {
      shown.add(action("Route Automatically", null, page::routeAutomatically));
    }
    Action remove = action("Remove from Diagram", null, page::removeFromDiagram);
    remove.setEnabled(page.canRemoveFromDiagram());
    shown.add(remove);
    Action delete = action("Delete from Design", "delete", page::delete);
    delete.setEnabled(!page.canvas().selectedElements().isEmpty());
    delete.setActionDefinitionId(IWorkbenchCommandConstants.EDIT_DELETE);
    shown.add(delete);
    shown.add(new Separator());
    shown.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
  }

  private static IContributionItem command(String id) {
    return new CommandContributionItem(
        new CommandContributionItemParameter(
            PlatformUI.getWorkbench(), null, id, CommandContributionItem.STYLE_PUSH));
  }

  private static Action action(String text, String icon, Runnable what) {
    Action action =
        new Action(text) {
          @Override
          public void run() {
            what.run();
          }
        };
    if (icon != null) {
      action.setImageDescriptor(Icons.descriptor(icon));
    }
    return action;
  }
}
