package org.firebreak.ui.exporting;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.io.AtomicFile;
import org.firebreak.report.Report;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.findings.ProfileChoice;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;
import org.firebreak.ui.jobs.WrittenFile;

/** Asks where a report goes, with a preview, and writes it in the background. */
public final class ReportExport {

  private ReportExport() {}

  /** Asks and, unless the user cancels, starts. */
  public static void ask(IWorkbenchWindow window, DesignDocument document, ReportKind kind) {
    ReportSettings settings = new ReportSettings();
    ReportDialog dialog =
        new ReportDialog(
            window.getShell(), document.name(), source(window, document), kind, settings);
    dialog
        .ask()
        .ifPresent(
            order -> {
              settings.remember(order);
              start(window, document, order);
            });
  }

  /** Writes the report in the background and offers to open it; the suffix says the format. */
  public static void start(
      IWorkbenchWindow window, DesignDocument document, ReportKind kind, Path file) {
    start(window, document, new ReportOrder(kind, "", "", file));
  }

  private static void start(IWorkbenchWindow window, DesignDocument document, ReportOrder order) {
    ReportKind.Source source = source(window, document);
    BackgroundTask.start(
        window,
        order.kind().title() + " of " + document.name(),
        progress -> {
          Report report = order.kind().of(source, progress);
          progress.check();
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          report.write(order.format(), order.brand(), bytes);
          progress.check();
          AtomicFile.write(order.file(), bytes.toByteArray());
          return order.file();
        },
        written -> WrittenFile.offer(window, order.kind().title(), written));
  }

  private static ReportKind.Source source(IWorkbenchWindow window, DesignDocument document) {
    ProfileChoice profile = Findings.in(window).profile(document);
    Path file = document.file();
    return new ReportKind.Source(ChangedCopy.of(document.design()), file, () -> profile.read(file));
  }
}
