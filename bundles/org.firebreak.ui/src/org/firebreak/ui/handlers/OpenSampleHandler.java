package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.files.Samples;

/** Opens the user's copy of the sample that the parameter names. */
public final class OpenSampleHandler extends AbstractHandler {
  static final String NAME = "org.firebreak.ui.sample.name";

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    String name = event.getParameter(NAME);
    Samples.all().stream()
        .filter(sample -> sample.fileName().equals(name))
        .findFirst()
        .ifPresent(sample -> DesignFiles.openSample(window, sample));
    return null;
  }
}
