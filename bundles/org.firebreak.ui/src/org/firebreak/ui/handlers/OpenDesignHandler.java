package org.firebreak.ui.handlers;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.files.DesignFiles;

/** Opens the design that the parameter names, or asks for one. */
public final class OpenDesignHandler extends AbstractHandler {
  static final String PATH = "org.firebreak.ui.open.path";

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    String path = event.getParameter(PATH);
    if (path == null) {
      DesignFiles.ask(window);
    } else {
      DesignFiles.open(window, Path.of(path));
    }
    return null;
  }
}
