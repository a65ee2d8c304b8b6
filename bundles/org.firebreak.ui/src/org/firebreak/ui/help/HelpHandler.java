package org.firebreak.ui.help;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.FrameworkUtil;

/** Opens the guide: an address of it in the view, its first steps, or all in the browser. */
public final class HelpHandler extends AbstractHandler implements IExecutableExtension {
  private static final String BROWSER = "browser";
  private static final String TUTORIAL = "tutorial";

  private String address = HelpPane.CONTENTS;

  /** The address stands behind the class in {@code plugin.xml}. */
  @Override
  public void setInitializationData(IConfigurationElement element, String property, Object data) {
    address = String.valueOf(data);
  }

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    if (address.equals(BROWSER)) {
      browse(window);
    } else if (address.equals(TUTORIAL)) {
      TutorialView.open(window);
    } else {
      HelpView.open(window, address.equals("contents") ? HelpPane.CONTENTS : address);
    }
    return null;
  }

  private static void browse(IWorkbenchWindow window) {
    Path folder =
        Platform.getStateLocation(FrameworkUtil.getBundle(HelpHandler.class))
            .append("help")
            .toPath();
    try {
      Path first = GuideHtml.write(Guide.get(), folder);
      if (!Program.launch(first.toUri().toString())) {
        MessageDialog.openInformation(
            window.getShell(),
            "User Guide",
            "No browser could be started. The guide is in " + first + ".");
      }
    } catch (IOException e) {
      MessageDialog.openError(
          window.getShell(), "User Guide", "The guide cannot be written: " + e.getMessage());
    }
  }
}
