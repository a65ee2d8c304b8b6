package org.firebreak.ui.printing;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.model.io.AtomicFile;
import org.firebreak.report.diagram.DiagramPdf;
import org.firebreak.report.diagram.PageSetup;
import org.firebreak.report.diagram.PageTitles;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.ui.jobs.BackgroundTask;

/** From the preview to the printer, or to a PDF file. Light colours, whatever the window has. */
final class Printing {
  private final IWorkbenchWindow window;
  private final Scene scene;
  private final PageTitles titles;

  Printing(IWorkbenchWindow window, Scene scene, PageTitles titles) {
    this.window = window;
    this.scene = scene;
    this.titles = titles;
  }

  void ask() {
    PrintPreview preview = new PrintPreview(window.getShell(), scene, titles, new PrintSettings());
    switch (preview.ask()) {
      case PRINT -> print(new PrintRun(scene, preview.plan()));
      case PDF -> save(preview.setup());
      case NOTHING -> {
        // Looking was all that was wanted.
      }
    }
  }

  private void print(PrintRun run) {
    PrintDialog dialog = new PrintDialog(window.getShell(), SWT.PRIMARY_MODAL);
    dialog.setPrinterData(run.prepared(new PrinterData()));
    PrinterData data = dialog.open();
    if (data != null) {
      BackgroundTask.start(
          window,
          "Printing “" + titles.diagram() + "”",
          progress -> run.print(data, titles.design() + " – " + titles.diagram(), progress),
          pages -> {
            // The printer shows that it is done.
          });
    }
  }

  private void save(PageSetup setup) {
    FileDialog dialog = new FileDialog(window.getShell(), SWT.SAVE);
    dialog.setText("Save pages as PDF");
    dialog.setFilterNames(new String[] {"PDF"});
    dialog.setFilterExtensions(new String[] {"*.pdf"});
    dialog.setFileName(titles.diagram().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".pdf");
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) {
      write(setup, Path.of(chosen));
    }
  }

  private void write(PageSetup setup, Path file) {
    BackgroundTask.start(
        window,
        "Writing " + file.getFileName(),
        progress -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          DiagramPdf.write(scene, Theme.LIGHT, setup, titles, out, progress);
          AtomicFile.write(file, out.toByteArray());
          return file;
        },
        written ->
            MessageDialog.openInformation(
                window.getShell(), "Save pages as PDF", "Written to " + written));
  }
}
