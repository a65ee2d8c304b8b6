package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the simulate view. */
public final class SimulateHandler extends AbstractHandler {
  private static final String VIEW = "org.firebreak.ui.simulate";

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    try {
      HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(VIEW);
      return null;
    } catch (PartInitException e) {
      throw new ExecutionException("The simulate view cannot be shown", e);
    }
  }
}
