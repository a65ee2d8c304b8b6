package org.firebreak.ui.recovery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DesignDocuments;
import org.firebreak.ui.files.DesignFiles;

/** Asks, after the start, what shall become of the designs that a crash left unsaved. */
final class RecoveryOffer {
  private static final String LABEL = "Recover unsaved changes";

  private final IWorkbenchWindow window;
  private final RecoveryStore store;
  private final RecoveryWriter writer;
  private final Autosave autosave;

  RecoveryOffer(
      IWorkbenchWindow window, RecoveryStore store, RecoveryWriter writer, Autosave autosave) {
    this.window = window;
    this.store = store;
    this.writer = writer;
    this.autosave = autosave;
  }

  /**
   * Looks in the background; the dialog comes only if there is something to recover.
   *
   * @param wanted whether the user asked, who is told then that there is nothing
   */
  void start(boolean wanted) {
    Display display = window.getWorkbench().getDisplay();
    ICoreRunnable work =
        monitor -> {
          try {
            List<Recovered> found =
                store.abandoned().stream()
                    .map(entry -> Recovered.read(entry, store, monitor))
                    .toList();
            found.stream().filter(Recovered::isNeedless).forEach(this::remove);
            List<Recovered> needed = found.stream().filter(each -> !each.isNeedless()).toList();
            if ((wanted || !needed.isEmpty()) && !display.isDisposed()) {
              display.asyncExec(() -> ask(needed));
            }
          } catch (IOException e) {
            ILog.of(RecoveryOffer.class).warn("Unsaved designs cannot be recovered", e);
          }
        };
    Job job = Job.create("Looking for unsaved designs", work);
    job.setSystem(true);
    job.schedule();
  }

  private void ask(List<Recovered> found) {
    if (window.getShell() == null || window.getShell().isDisposed()) {
      return;
    }
    if (found.isEmpty()) {
      MessageDialog.openInformation(
          window.getShell(), RecoveryDialog.TITLE, "No unsaved designs were left behind.");
      return;
    }
    RecoveryDialog dialog = new RecoveryDialog(window.getShell(), found);
    switch (dialog.open()) {
      case RecoveryDialog.RECOVER -> {
        List<Recovered> open =
            dialog.chosen().stream()
                .filter(each -> each.design() != null)
                .filter(this::recover)
                .toList();
        // What was recovered is kept anew before the old copy goes.
        autosave.keepNow();
        open.forEach(this::remove);
      }
      case RecoveryDialog.DISCARD -> dialog.chosen().forEach(this::remove);
      default -> {
        // Later: the copies stay for the next start.
      }
    }
  }

  /** Answers whether the design is open now. */
  private boolean recover(Recovered recovered) {
    if (recovered.difference() != null && DesignFiles.open(window, recovered.entry().file())) {
      Optional<DesignDocument> document = DesignDocuments.find(recovered.entry().file());
      if (document.isPresent()) {
        Replacement.of(document.get(), recovered.design(), LABEL);
        return true;
      }
    }
    return DesignFiles.openUntitled(window, recovered.design());
  }

  private void remove(Recovered recovered) {
    writer.add(() -> store.remove(recovered.entry().key()));
  }
}
