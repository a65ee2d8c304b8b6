package org.firebreak.ui.tables;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Answers a command of the workbench. */
final class PageCommand extends AbstractHandler {
  private final Runnable action;

  PageCommand(Runnable action) {
    this.action = action;
  }

  @Override
  public Object execute(ExecutionEvent event) {
    action.run();
    return null;
  }
}
