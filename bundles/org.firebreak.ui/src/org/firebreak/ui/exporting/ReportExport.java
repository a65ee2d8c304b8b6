package org.firebreak.ui.exporting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.model.io.AtomicFile;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.ProfileChoice;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;
import org.firebreak.ui.jobs.WrittenFile;

/** Asks where a report goes and writes it in the background. */
public final class ReportExport {

  private ReportExport() {}

  /** Asks and, unless the user cancels, starts. */
  public static void ask(IWorkbenchWindow window, DesignDocument document, Report report) {
    FileDialog dialog = new FileDialog(window.getShell(), SWT.SAVE);
    dialog.setText(report.title());
    dialog.setFilterNames(new String[] {"Web page"});
    dialog.setFilterExtensions(new String[] {"*.html"});
    dialog.setFileName(
        document.name().replaceAll("\\.firebreak$", "") + "-" + report.fileName() + ".html");
    if (document.file() != null) {
      dialog.setFilterPath(document.file().getParent().toString());
    }
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) {
      start(window, document, report, Path.of(chosen));
    }
  }

  /** Writes the report in the background and offers to open it. */
  public static void start(
      IWorkbenchWindow window, DesignDocument document, Report report, Path file) {
    Design copy = ChangedCopy.of(document.design());
    ProfileChoice profile = Findings.in(window).profile(document);
    Path design = document.file();
    BackgroundTask.start(
        window,
        report.title() + " of " + document.name(),
        progress -> {
          String html = report.html(copy, () -> profile.read(design), progress);
          progress.check();
          AtomicFile.write(file, html.getBytes(StandardCharsets.UTF_8));
          return file;
        },
        written -> WrittenFile.offer(window, report.title(), written));
  }
}
