package org.firebreak.ui.printing;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.picture.ShownDiagram;

/** Shows the pages of the diagram and prints them. */
public final class PrintHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    ShownDiagram.of(HandlerUtil.getActiveEditor(event))
        .ifPresentOrElse(
            diagram -> prepare(window, diagram),
            () ->
                MessageDialog.openInformation(
                    window.getShell(), "Print", "The editor shows no diagram; open one first."));
    return null;
  }

  private static void prepare(IWorkbenchWindow window, ShownDiagram diagram) {
    BackgroundTask.start(
        window,
        "Preparing to print “" + diagram.name() + "”",
        progress -> diagram.scene(false, true, progress),
        scene -> new Printing(window, scene, diagram.titles()).ask());
  }
}
