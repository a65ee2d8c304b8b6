package org.firebreak.ui.throughput;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the throughput view. */
public final class ThroughputHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    try {
      HandlerUtil.getActiveWorkbenchWindowChecked(event)
          .getActivePage()
          .showView(ThroughputView.ID);
      return null;
    } catch (PartInitException e) {
      throw new ExecutionException("The throughput view cannot be shown", e);
    }
  }
}
