package org.firebreak.ui.picture;

import java.io.IOException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.progress.Progress;
import org.firebreak.report.diagram.DiagramPng;
import org.firebreak.report.diagram.DiagramSvg;
import org.firebreak.report.diagram.Picture;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.ui.jobs.BackgroundTask;

/**
 * Puts the diagram, or what of it is selected, on the clipboard: as pixels for all programs and as
 * SVG for those that take it.
 */
final class CopyImage {
  /** What programs paste without trouble. */
  private static final double MOST_PIXELS = 40e6;

  /** Both forms of the picture. */
  private record Copied(ImageData image, String svg) {}

  private CopyImage() {}

  static void start(IWorkbenchWindow window, ShownDiagram diagram) {
    Display display = window.getWorkbench().getDisplay();
    BackgroundTask.start(
        window,
        "Copying “" + diagram.name() + "” as image",
        progress -> draw(diagram, progress),
        copied -> put(display, copied));
  }

  private static Copied draw(ShownDiagram diagram, Progress progress) throws IOException {
    boolean only = diagram.selected() > 0;
    Scene scene = diagram.scene(only, new PictureSettings().findings(), progress);
    progress.check();
    double area = Math.max(1, (double) scene.bounds().width() * scene.bounds().height());
    double scale = Math.min(Picture.SHARP, Math.sqrt(MOST_PIXELS / area));
    return new Copied(
        SwtImages.of(DiagramPng.image(scene, Theme.LIGHT, scale)),
        DiagramSvg.text(scene, Theme.LIGHT));
  }

  private static void put(Display display, Copied copied) {
    Clipboard clipboard = new Clipboard(display);
    try {
      clipboard.setContents(
          new Object[] {copied.image(), copied.svg()},
          new Transfer[] {ImageTransfer.getInstance(), SvgTransfer.getInstance()});
    } finally {
      clipboard.dispose();
    }
  }
}
