package org.firebreak.ui.preview;

import java.io.IOException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.images.Images;

/** A preview beside the diagram, which can be used meanwhile. */
public final class PreviewWindow {
  private static final Point SIZE = new Point(1000, 620);

  private PreviewWindow() {}

  /**
   * Opens a window, which closes the preview when it is closed.
   *
   * @param element element whose rules are shown; {@code null} for all
   * @param marked whether these are to be found among others; else the bundle has nothing else
   */
  public static void open(
      IWorkbenchWindow window,
      DesignDocument document,
      Preview preview,
      ElementRef element,
      boolean marked) {
    Shell parent = window.getShell();
    Shell shell = new Shell(parent, SWT.SHELL_TRIM | SWT.MODELESS);
    shell.setText(
        (element == null ? "Policy Bundle of " : "Rules of " + element.name() + " on Platforms – ")
            + document.name());
    shell.setImage(Images.get("bundle"));
    shell.setLayout(new FillLayout());
    PreviewPane pane = new PreviewPane(shell, window, document);
    pane.show(preview, marked ? element : null);
    shell.addListener(
        SWT.Traverse,
        event -> {
          if (event.detail == SWT.TRAVERSE_ESCAPE) {
            shell.close();
          }
        });
    shell.addListener(SWT.Dispose, event -> close(preview));
    Rectangle around = parent.getBounds();
    int width = Math.min(SIZE.x, around.width);
    int height = Math.min(SIZE.y, around.height);
    shell.setBounds(
        around.x + (around.width - width) / 2,
        around.y + (around.height - height) / 2,
        width,
        height);
    shell.open();
  }

  /** Deletes what a preview wrote. */
  public static void close(Preview preview) {
    try {
      preview.close();
    } catch (IOException e) {
      ILog.of(PreviewWindow.class).warn("The folder of a preview cannot be deleted", e);
    }
  }
}
