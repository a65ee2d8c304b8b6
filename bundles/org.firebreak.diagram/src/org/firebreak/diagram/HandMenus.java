package org.firebreak.diagram;

import java.util.List;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.firebreak.diagram.task.CheckedTask;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/** Submenus of the context menu: tasks named as the workbench names their commands. */
final class HandMenus {
  private static final String PREFIX = "org.firebreak.ui.";
  private static final String LINE = "";

  private static final List<String> SELECT =
      List.of(
          "selectSameKind", "selectSameGroup", "selectConnected", "selectInverse", "selectNone");
  private static final List<String> ALIGN =
      List.of(
          "alignLeft",
          "alignCenter",
          "alignRight",
          LINE,
          "alignTop",
          "alignMiddle",
          "alignBottom",
          LINE,
          "distributeHorizontally",
          "distributeVertically",
          LINE,
          "matchWidth",
          "matchHeight",
          "matchSize");
  private static final List<String> ORDER =
      List.of("bringToFront", "bringForward", "sendBackward", "sendToBack");
  private static final List<String> EXPAND =
      List.of(
          "toggleCollapse",
          LINE,
          "collapseAll",
          "expandAll",
          LINE,
          "expandToZones",
          "expandToGroups",
          "expandToServers");
  private static final List<String> LINES =
      List.of("unfoldFlows", LINE, "routeOrthogonal", "routeStraight", "routeManual");

  private final DiagramContext context;

  HandMenus(DiagramContext context) {
    this.context = context;
  }

  /** Adds the tasks on what is selected; submenus in which nothing can be done are left out. */
  void fill(IMenuManager shown) {
    addIfEnabled(shown, "duplicate");
    addIfEnabled(shown, "pin");
    addMenu(shown, "Select", SELECT);
    addMenu(shown, "Align", ALIGN);
    addMenu(shown, "Order", ORDER);
    addMenu(shown, "Expand", EXPAND);
    addMenu(shown, "Lines", LINES);
    addIfEnabled(shown, "zoomToSelection");
  }

  private void addIfEnabled(IMenuManager shown, String name) {
    if (DiagramTasks.named(name).isEnabled(context)) {
      shown.add(action(name));
    }
  }

  private void addMenu(IMenuManager shown, String label, List<String> names) {
    MenuManager menu = new MenuManager(label);
    boolean useful = false;
    for (String name : names) {
      if (name.equals(LINE)) {
        menu.add(new Separator());
      } else {
        IAction action = action(name);
        menu.add(action);
        useful |= action.isEnabled();
      }
    }
    if (useful) {
      shown.add(menu);
    }
  }

  private IAction action(String name) {
    DiagramTask task = DiagramTasks.named(name);
    Action action =
        new Action(label(name), style(task)) {
          @Override
          public void run() {
            if (task.isEnabled(context)) {
              task.run(context);
            }
          }
        };
    action.setActionDefinitionId(PREFIX + name);
    action.setEnabled(task.isEnabled(context));
    if (task instanceof CheckedTask checked) {
      action.setChecked(checked.isChecked(context));
    }
    return action;
  }

  private static int style(DiagramTask task) {
    if (task instanceof CheckedTask checked) {
      return checked.isChoice() ? IAction.AS_RADIO_BUTTON : IAction.AS_CHECK_BOX;
    }
    return IAction.AS_PUSH_BUTTON;
  }

  private static String label(String name) {
    try {
      ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
      return commands.getCommand(PREFIX + name).getName();
    } catch (NotDefinedException e) {
      throw new IllegalStateException("no command for the task " + name, e);
    }
  }
}
