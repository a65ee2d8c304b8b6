package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.importing.ImportWizard;

/** Opens the import wizard. */
public final class ImportHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    ImportWizard.open(HandlerUtil.getActiveWorkbenchWindowChecked(event));
    return null;
  }
}
