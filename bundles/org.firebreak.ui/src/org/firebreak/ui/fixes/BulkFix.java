package org.firebreak.ui.fixes;

import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;

/** Applies many fixes as one step; in the background when they take longer. */
final class BulkFix {
  /** More fixes than these change a copy first, which is then taken over at once. */
  private static final int MANY = 200;

  private final IWorkbenchWindow window;
  private final DesignDocument document;

  BulkFix(IWorkbenchWindow window, DesignDocument document) {
    this.window = window;
    this.document = document;
  }

  void apply(String label, List<Fix> fixes) {
    ModelEdit edit = document.edit();
    if (fixes.size() <= MANY) {
      Fixes.apply(edit, label, fixes);
      return;
    }
    boolean[] edited = new boolean[1];
    ModelEdit.Listener listener = change -> edited[0] = true;
    edit.addListener(listener);
    Design copy = ChangedCopy.of(document.design());
    BackgroundTask.start(
            window,
            "Fixing " + fixes.size() + " findings",
            progress -> {
              // An edit of its own for the copy: only the whole is undone.
              Fixes.apply(new ModelEdit(copy), label, fixes);
              progress.check();
              return copy;
            },
            changed -> {
              if (edited[0]) {
                MessageDialog.openInformation(
                    window.getShell(),
                    "Quick Fix",
                    "The design was edited meanwhile, so nothing was fixed. Try again.");
              } else {
                edit.run(label, () -> ChangedCopy.apply(changed, document.design()));
              }
            })
        .addJobChangeListener(
            org.eclipse.core.runtime.jobs.IJobChangeListener.onDone(
                event ->
                    window
                        .getWorkbench()
                        .getDisplay()
                        .asyncExec(() -> edit.removeListener(listener))));
  }
}
