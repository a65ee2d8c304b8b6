package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.creating.NewDesignWizard;

/** Opens the wizard for a new design. */
public final class NewDesignHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    NewDesignWizard.open(HandlerUtil.getActiveWorkbenchWindowChecked(event));
    return null;
  }
}
