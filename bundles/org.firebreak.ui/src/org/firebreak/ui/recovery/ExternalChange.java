package org.firebreak.ui.recovery;

import java.nio.file.Path;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.FileStamp;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.DesignFileException;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.jobs.ChangedCopy;

/** What is done about a file that another program has changed or removed while it was open. */
final class ExternalChange {
  private final IWorkbenchWindow window;
  private final DesignDocument document;
  private final FileHash hashes;
  private final Path file;
  private final FileStamp known;

  ExternalChange(IWorkbenchWindow window, DesignDocument document, FileHash hashes) {
    this.window = window;
    this.document = document;
    this.hashes = hashes;
    this.file = document.file();
    this.known = document.stamp();
  }

  /**
   * Reads the file in the background and asks the user if it says something else.
   *
   * @param done is called on the UI thread when it is settled
   */
  void settle(Runnable done) {
    Display display = window.getWorkbench().getDisplay();
    Design mine = ChangedCopy.of(document.design());
    ICoreRunnable work =
        monitor -> {
          FileStamp now = FileStamp.of(file);
          Runnable answer = answer(mine, now);
          if (!display.isDisposed()) {
            display.asyncExec(
                () -> {
                  try {
                    if (isStillOpen() && document.stamp().equals(known)) {
                      answer.run();
                    }
                  } finally {
                    done.run();
                  }
                });
          }
        };
    Job job = Job.create("Reading " + file.getFileName(), work);
    job.setSystem(true);
    job.schedule();
  }

  private Runnable answer(Design mine, FileStamp now) {
    if (!now.exists()) {
      return this::missing;
    }
    String before = hashes.of(file, known);
    if (!before.isEmpty() && before.equals(FileHash.now(file))) {
      return () -> document.fileTouched(now);
    }
    try {
      Design theirs = DesignFile.load(file);
      DesignDifference difference = DesignDifference.between(mine, theirs);
      return difference.isEmpty()
          ? () -> document.fileTouched(now)
          : () -> ask(theirs, difference, now);
    } catch (DesignFileException e) {
      return () -> unreadable(e, now);
    }
  }

  private void ask(Design theirs, DesignDifference difference, FileStamp now) {
    ChangedFileDialog dialog =
        new ChangedFileDialog(window.getShell(), file, document.isDirty(), difference);
    if (dialog.open() == ChangedFileDialog.RELOAD) {
      Replacement.of(document, theirs, "Reload from file");
      document.matchesFile(now);
    } else {
      document.keepApart(now);
    }
  }

  private void unreadable(DesignFileException problem, FileStamp now) {
    document.keepApart(now);
    MessageDialog.openWarning(
        window.getShell(),
        ChangedFileDialog.TITLE,
        file
            + " was changed by another program and is no design that can be read now. What is open"
            + " here stays, as unsaved.\n\n"
            + problem.getMessage());
  }

  private void missing() {
    document.keepApart(FileStamp.NONE);
    int answer =
        MessageDialog.open(
            MessageDialog.WARNING,
            window.getShell(),
            "File Removed",
            file
                + " was removed or renamed by another program. The design is still open here, as"
                + " unsaved; saving writes the file again.",
            SWT.SHEET,
            "Keep Open",
            "Close Design");
    if (answer == 1) {
      close();
    }
  }

  private boolean isStillOpen() {
    return OpenDesigns.in(window).all().contains(document)
        && window.getShell() != null
        && !window.getShell().isDisposed();
  }

  private void close() {
    for (IEditorReference reference : window.getActivePage().getEditorReferences()) {
      if (OpenDesigns.shownBy(reference.getEditor(false)).filter(document::equals).isPresent()) {
        window.getActivePage().closeEditors(new IEditorReference[] {reference}, false);
      }
    }
  }
}
