package org.firebreak.ui.quarantine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.progress.Progress;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.ui.exporting.ExportResultDialog;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;
import org.firebreak.ui.preview.BundleOrder;

/**
 * Cuts servers off in the design, or lets them back, as one step that can be undone, and writes a
 * bundle with the change set from the state before.
 */
public final class QuarantineTask {
  private QuarantineTask() {}

  /** Asks and, unless the user cancels, does it. */
  public static void ask(
      IWorkbenchWindow window, DesignDocument document, List<Server> servers, boolean cutOff) {
    QuarantineDialog dialog = new QuarantineDialog(window.getShell(), document, servers, cutOff);
    if (dialog.open() != Window.OK) {
      return;
    }
    Design before = ChangedCopy.of(document.design());
    document
        .edit()
        .run(
            cutOff ? "Quarantine" : "Release from quarantine",
            () -> {
              servers.forEach(server -> server.setQuarantined(cutOff));
              if (cutOff && !dialog.responders().equals(document.design().getResponders())) {
                ECollections.setEList(document.design().getResponders(), dialog.responders());
              }
            });
    if (dialog.target() != null) {
      Design after = ChangedCopy.of(document.design());
      BackgroundTask.start(
          window,
          (cutOff ? "Quarantine in " : "Release in ") + document.name(),
          progress -> write(before, after, dialog.target(), progress),
          report -> ExportResultDialog.open(window.getShell(), report));
    }
  }

  private static ExportReport write(Design before, Design after, Path target, Progress progress)
      throws IOException {
    Path folder = Files.createTempDirectory("firebreak-before");
    Path zip = folder.resolve("before.zip");
    try {
      order(before, null).write(zip, progress);
      return order(after, zip).write(target, progress);
    } finally {
      Files.deleteIfExists(zip);
      Files.delete(folder);
    }
  }

  private static BundleOrder order(Design design, Path previous) {
    return new BundleOrder(design, Exporters.all(), Map.of(), CompileOptions.today(), previous);
  }
}
