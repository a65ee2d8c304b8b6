package org.firebreak.ui.recovery;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Offers the designs that a crash left unsaved, for those who chose Later. */
public final class RecoverHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    Safety.offerAgain(HandlerUtil.getActiveWorkbenchWindowChecked(event));
    return null;
  }
}
