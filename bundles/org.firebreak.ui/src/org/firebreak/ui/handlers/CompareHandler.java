package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.compare.CompareWindow;
import org.firebreak.ui.designs.OpenDesigns;

/** Compares the active design with another version of it, or with a policy bundle. */
public final class CompareHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    OpenDesigns.in(window).active().ifPresent(document -> CompareWindow.ask(window, document));
    return null;
  }
}
