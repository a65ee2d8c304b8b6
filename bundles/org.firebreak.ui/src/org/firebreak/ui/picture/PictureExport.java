package org.firebreak.ui.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.progress.Progress;
import org.firebreak.model.io.AtomicFile;
import org.firebreak.report.diagram.PageSetup;
import org.firebreak.report.diagram.Picture;
import org.firebreak.report.diagram.PictureFormat;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.WrittenFile;

/** Asks which picture of the diagram is wanted and writes it in the background. */
final class PictureExport {
  private PictureExport() {}

  static void ask(IWorkbenchWindow window, ShownDiagram diagram) {
    PictureSettings settings = new PictureSettings();
    new PictureDialog(window.getShell(), diagram, settings)
        .ask()
        .ifPresent(
            order -> {
              settings.remember(order);
              start(window, diagram, order);
            });
  }

  private static void start(IWorkbenchWindow window, ShownDiagram diagram, PictureOrder order) {
    BackgroundTask.start(
        window,
        "Drawing " + order.file().getFileName(),
        progress -> {
          byte[] picture = draw(diagram, order, progress);
          progress.check();
          AtomicFile.write(order.file(), picture);
          return order.file();
        },
        written -> WrittenFile.offer(window, "Diagram as Picture", written));
  }

  private static byte[] draw(ShownDiagram diagram, PictureOrder order, Progress progress)
      throws IOException {
    Picture picture =
        new Picture(
            diagram.scene(order.only(), order.findings(), progress),
            order.theme(),
            order.format() == PictureFormat.PNG ? order.scale() : 1,
            order.paper() == null ? null : PageSetup.onePage(order.paper()),
            diagram.titles());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    picture.write(order.format(), out, progress);
    return out.toByteArray();
  }
}
