package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.problems.ProblemsView;

/** Validates the active design at once and shows the problems. */
public final class ValidateHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    try {
      window.getActivePage().showView(ProblemsView.ID);
    } catch (PartInitException e) {
      throw new ExecutionException("The problems view cannot be shown", e);
    }
    Findings.in(window).validateNow();
    return null;
  }
}
