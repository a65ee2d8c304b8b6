package org.firebreak.ui.help;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.ui.images.Images;

/** The guide beside a dialog, which lets nobody reach the view behind it. */
final class HelpWindow {
  private static final Point SIZE = new Point(430, 560);
  private static final String KEY = HelpWindow.class.getName();

  private HelpWindow() {}

  /** Shows a section beside a dialog, with which it closes. */
  static void open(Shell dialog, String address) {
    if (dialog.getData(KEY) instanceof HelpPane pane && !pane.control().isDisposed()) {
      pane.open(address);
      pane.control().getShell().setActive();
      return;
    }
    Shell shell = new Shell(dialog, SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
    shell.setText("Help");
    shell.setImage(Images.get("help"));
    shell.setLayout(new FillLayout());
    HelpPane pane = new HelpPane(shell);
    pane.open(address);
    dialog.setData(KEY, pane);
    Rectangle beside = dialog.getBounds();
    Rectangle screen = dialog.getMonitor().getClientArea();
    int x = Math.min(beside.x + beside.width, screen.x + screen.width - SIZE.x);
    shell.setBounds(Math.max(x, screen.x), Math.max(beside.y, screen.y), SIZE.x, SIZE.y);
    shell.addListener(
        SWT.Traverse,
        event -> {
          if (event.detail == SWT.TRAVERSE_ESCAPE) {
            shell.close();
          }
        });
    shell.open();
  }
}
