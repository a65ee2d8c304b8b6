package org.firebreak.ui.picture;

import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes the picture that the extension names after the class: {@code …:export}, {@code …:copy}. */
public final class PictureHandler extends AbstractHandler implements IExecutableExtension {
  private static final Map<String, BiConsumer<IWorkbenchWindow, ShownDiagram>> ACTIONS =
      Map.of("export", PictureExport::ask, "copy", CopyImage::start);

  private BiConsumer<IWorkbenchWindow, ShownDiagram> action;

  @Override
  public void setInitializationData(IConfigurationElement element, String attribute, Object name) {
    action = ACTIONS.get(name);
    if (action == null) {
      throw new IllegalArgumentException("no picture is called " + name);
    }
  }

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    ShownDiagram.of(HandlerUtil.getActiveEditor(event))
        .ifPresentOrElse(
            diagram -> action.accept(window, diagram),
            () ->
                MessageDialog.openInformation(
                    window.getShell(),
                    "No diagram",
                    "The editor shows no diagram; open one first."));
    return null;
  }
}
