package org.firebreak.ui.strategies;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the view of strategies. */
public final class StrategiesHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    try {
      HandlerUtil.getActiveWorkbenchWindowChecked(event)
          .getActivePage()
          .showView(StrategiesView.ID);
      return null;
    } catch (PartInitException e) {
      throw new ExecutionException("The strategies view cannot be shown", e);
    }
  }
}
