package org.firebreak.ui.strategies;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the view of strategies, with room for it. */
public final class StrategiesHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    try {
      IViewPart view =
          HandlerUtil.getActiveWorkbenchWindowChecked(event)
              .getActivePage()
              .showView(StrategiesView.ID);
      ((StrategiesView) view).enlargeIfLow();
      return null;
    } catch (PartInitException e) {
      throw new ExecutionException("The strategies view cannot be shown", e);
    }
  }
}
