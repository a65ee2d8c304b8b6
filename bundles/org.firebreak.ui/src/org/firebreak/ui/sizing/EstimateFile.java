package org.firebreak.ui.sizing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.imports.estimate.EstimateImport;
import org.firebreak.imports.estimate.EstimateReport;
import org.firebreak.model.Design;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;

/** Brings a table of estimates into a design, in the background and as one undoable step. */
final class EstimateFile {
  private static final int MOST_LINES = 12;

  private EstimateFile() {}

  static void read(IWorkbenchWindow window, DesignDocument document, Path file) {
    Design copy = ChangedCopy.of(document.design());
    int[] edits = {0};
    ModelEdit.Listener count = change -> edits[0]++;
    document.edit().addListener(count);
    BackgroundTask.start(
            window,
            "Importing estimates",
            progress -> EstimateImport.run(new ModelEdit(copy), file, progress),
            report -> {
              if (edits[0] > 0) {
                MessageDialog.openInformation(
                    window.getShell(),
                    "Import Estimates",
                    "The design was edited meanwhile. Nothing was imported; import once more.");
                return;
              }
              document
                  .edit()
                  .run(
                      "Import Estimates of " + file.getFileName(),
                      () -> ChangedCopy.apply(copy, document.design()));
              tell(window, report);
            })
        .addJobChangeListener(
            IJobChangeListener.onDone(
                event ->
                    window
                        .getWorkbench()
                        .getDisplay()
                        .asyncExec(() -> document.edit().removeListener(count))));
  }

  private static void tell(IWorkbenchWindow window, EstimateReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        report.changed()
            + (report.changed() == 1 ? " flow" : " flows")
            + " changed, "
            + report.unchanged()
            + " had the same estimate, "
            + report.problems().size()
            + " of "
            + report.rows()
            + " rows not taken.");
    lines.addAll(report.problems());
    lines.addAll(report.remarks());
    int shown = Math.min(MOST_LINES, lines.size());
    String text = String.join("\n", lines.subList(0, shown));
    if (shown < lines.size()) {
      text += "\n… and " + (lines.size() - shown) + " more";
    }
    MessageDialog.openInformation(window.getShell(), "Import Estimates", text);
  }
}
