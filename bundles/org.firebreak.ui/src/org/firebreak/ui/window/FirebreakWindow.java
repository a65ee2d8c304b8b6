package org.firebreak.ui.window;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Size, title and bars of the window, and what it opens at start. */
final class FirebreakWindow extends WorkbenchWindowAdvisor {
  private static final Point PREFERRED = new Point(1440, 900);

  FirebreakWindow(IWorkbenchWindowConfigurer configurer, String[] arguments) {
    super(configurer);
  }

  @Override
  public void preWindowOpen() {
    IWorkbenchWindowConfigurer window = getWindowConfigurer();
    Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
    window.setInitialSize(
        new Point(Math.min(PREFERRED.x, screen.width), Math.min(PREFERRED.y, screen.height)));
    window.setTitle("Firebreak");
    window.setShowCoolBar(true);
    window.setShowStatusLine(true);
    window.setShowProgressIndicator(true);
    window.setShowPerspectiveBar(false);
  }
}
