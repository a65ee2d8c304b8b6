package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.exporting.ExportWizard;

/** Opens the export wizard for the active design. */
public final class ExportBundleHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    OpenDesigns.in(window).active().ifPresent(document -> ExportWizard.open(window, document));
    return null;
  }
}
