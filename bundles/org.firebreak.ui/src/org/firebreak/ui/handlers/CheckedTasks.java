package org.firebreak.ui.handlers;

import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.firebreak.diagram.DiagramTasks;
import org.firebreak.diagram.task.CheckedTask;
import org.firebreak.diagram.task.DiagramContext;

/** Entries of menus for tasks of diagrams, with marks as they are when the menu opens. */
final class CheckedTasks {
  private CheckedTasks() {}

  static IContributionItem[] items(List<String> names) {
    return names.stream().map(CheckedTasks::item).toArray(IContributionItem[]::new);
  }

  private static IContributionItem item(String name) {
    String id = "org.firebreak.ui." + name;
    DiagramContext context = DiagramTaskHandler.context();
    CheckedTask task = (CheckedTask) DiagramTasks.named(name);
    Action action =
        new Action(label(id), task.isChoice() ? IAction.AS_RADIO_BUTTON : IAction.AS_CHECK_BOX) {
          @Override
          public void run() {
            execute(id);
          }
        };
    action.setActionDefinitionId(id);
    action.setEnabled(context != null && task.isEnabled(context));
    action.setChecked(context != null && task.isChecked(context));
    return new ActionContributionItem(action);
  }

  private static String label(String id) {
    try {
      return service(ICommandService.class).getCommand(id).getName();
    } catch (CommandException e) {
      throw new IllegalStateException("no command " + id, e);
    }
  }

  private static void execute(String id) {
    try {
      service(IHandlerService.class).executeCommand(id, null);
    } catch (CommandException e) {
      throw new IllegalStateException("the command cannot be executed: " + id, e);
    }
  }

  private static <T> T service(Class<T> type) {
    return PlatformUI.getWorkbench().getService(type);
  }
}
