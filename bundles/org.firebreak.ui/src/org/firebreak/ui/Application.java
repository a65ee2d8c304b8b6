package org.firebreak.ui;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.firebreak.ui.files.OpenDocuments;
import org.firebreak.ui.theme.Themes;
import org.firebreak.ui.window.FirebreakWorkbench;

/**
 * The application behind the product: opens the workbench window and runs until it is closed.
 *
 * <p>Paths among the arguments are designs to open. The workspace, which holds nothing but
 * preferences and the arrangement of the window, is where the start script says ({@code -data}).
 */
public final class Application implements IApplication {

  @Override
  public Object start(IApplicationContext context) {
    Themes.prepare();
    Display display = PlatformUI.createDisplay();
    OpenDocuments.on(display);
    try {
      Themes.chooseForFirstStart();
      Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
      int result =
          PlatformUI.createAndRunWorkbench(display, new FirebreakWorkbench((String[]) arguments));
      return result == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
    } finally {
      display.dispose();
    }
  }

  @Override
  public void stop() {
    if (!PlatformUI.isWorkbenchRunning()) {
      return;
    }
    Display display = PlatformUI.getWorkbench().getDisplay();
    display.syncExec(
        () -> {
          if (!display.isDisposed()) {
            PlatformUI.getWorkbench().close();
          }
        });
  }
}
