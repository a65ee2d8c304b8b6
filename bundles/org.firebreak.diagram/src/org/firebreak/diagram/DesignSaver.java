package org.firebreak.diagram;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.firebreak.core.progress.Progress;
import org.firebreak.model.io.DesignFile;

/** Saves a document for an editor: asks for a file where it must, says so if it fails. */
final class DesignSaver {
  private static final String ENDING = "." + DesignFile.EXTENSION;

  private final Shell shell;
  private final DesignDocument document;

  DesignSaver(Shell shell, DesignDocument document) {
    this.shell = shell;
    this.document = document;
  }

  /** Saves to the document's file, or to one that the user chooses if it has none. */
  void save(IProgressMonitor monitor) {
    if (document.file() == null) {
      saveAs(monitor);
    } else if (document.isFileChanged() && !mayReplace()) {
      monitor.setCanceled(true);
    } else {
      write(document.file(), monitor);
    }
  }

  /** Saves to a file that the user chooses; nothing happens if he chooses none. */
  void saveAs(IProgressMonitor monitor) {
    Optional<Path> file = ask();
    if (file.isEmpty()) {
      monitor.setCanceled(true);
    } else {
      write(file.get(), monitor);
    }
  }

  /** A file that somebody else has written meanwhile is not replaced unasked. */
  private boolean mayReplace() {
    return !Files.exists(document.file())
        || MessageDialog.open(
                MessageDialog.WARNING,
                shell,
                "Save Design",
                document.file()
                    + " was changed by another program after it was opened. Saving replaces that"
                    + " change.",
                SWT.SHEET,
                "Replace",
                "Cancel")
            == 0;
  }

  private Optional<Path> ask() {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE | SWT.SHEET);
    dialog.setText("Save Design");
    dialog.setOverwrite(true);
    dialog.setFilterExtensions(new String[] {"*" + ENDING});
    dialog.setFilterNames(new String[] {"Firebreak designs (*" + ENDING + ")"});
    Path now = document.file();
    if (now != null) {
      dialog.setFilterPath(now.getParent().toString());
      dialog.setFileName(now.getFileName().toString());
    } else {
      dialog.setFileName(document.name().replaceAll("[^\\p{L}\\p{N}._ -]", "-") + ENDING);
    }
    String chosen = dialog.open();
    if (chosen == null) {
      return Optional.empty();
    }
    Path file = Path.of(chosen.endsWith(ENDING) ? chosen : chosen + ENDING);
    Optional<DesignDocument> other = DesignDocuments.find(file).filter(open -> open != document);
    if (other.isPresent()) {
      MessageDialog.openError(
          shell,
          "Save Design",
          file + " is open in another editor. Close it there, or choose another name.");
      return Optional.empty();
    }
    boolean renamed = !chosen.endsWith(ENDING) && Files.exists(file);
    boolean replace =
        !renamed
            || MessageDialog.openQuestion(
                shell, "Save Design", file.getFileName() + " exists already. Replace it?");
    return replace ? Optional.of(file) : Optional.empty();
  }

  /** The bytes are made here; writing and syncing them does not block the window. */
  private void write(Path file, IProgressMonitor monitor) {
    DesignDocument.Snapshot snapshot = document.snapshot(file);
    try {
      PlatformUI.getWorkbench()
          .getProgressService()
          .busyCursorWhile(
              inner -> {
                try {
                  snapshot.write(Progress.NONE);
                } catch (IOException e) {
                  throw new InvocationTargetException(e);
                }
              });
      document.saved(snapshot);
    } catch (InvocationTargetException e) {
      monitor.setCanceled(true);
      MessageDialog.openError(
          shell,
          "Save Design",
          "The design was not saved; the file is as it was before.\n\n"
              + e.getCause().getMessage()
              + "\n\nCheck that the folder exists and can be written, or save under another name.");
    } catch (InterruptedException e) {
      monitor.setCanceled(true);
      Thread.currentThread().interrupt();
    }
  }
}
