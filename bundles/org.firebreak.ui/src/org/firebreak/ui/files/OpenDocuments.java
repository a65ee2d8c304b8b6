package org.firebreak.ui.files;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Opens the designs that the desktop asks a running application to open, as macOS does when one is
 * double-clicked or dropped on the dock. Other desktops name them as an argument of the start.
 */
public final class OpenDocuments {
  private static final int AGAIN_MILLISECONDS = 200;

  private OpenDocuments() {}

  /** Listens from now on; call it before the workbench starts. */
  public static void on(Display display) {
    display.addListener(
        SWT.OpenDocument,
        event -> {
          Path file = Path.of(event.text);
          display.asyncExec(() -> open(display, file));
        });
  }

  /** The first request comes before there is a window. */
  private static void open(Display display, Path file) {
    if (display.isDisposed()) {
      return;
    }
    IWorkbenchWindow window =
        PlatformUI.isWorkbenchRunning() && PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0
            ? PlatformUI.getWorkbench().getWorkbenchWindows()[0]
            : null;
    if (window == null || window.getActivePage() == null) {
      display.timerExec(AGAIN_MILLISECONDS, () -> open(display, file));
    } else {
      DesignFiles.open(window, file);
    }
  }
}
