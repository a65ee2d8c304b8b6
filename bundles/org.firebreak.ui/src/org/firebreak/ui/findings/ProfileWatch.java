package org.firebreak.ui.findings;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.FileStamp;
import org.firebreak.imports.profile.ProfileFiles;
import org.firebreak.ui.designs.OpenDesigns;

/** Notices that the project's own profile beside the active design was written or removed. */
final class ProfileWatch {
  private static final int PERIOD_MS = 1_500;

  private final IWorkbenchWindow window;
  private final OpenDesigns designs;
  private final Consumer<DesignDocument> changed;
  private final Display display;
  private final Look look = new Look();
  private volatile Path watched;
  private volatile FileStamp last = FileStamp.NONE;

  ProfileWatch(IWorkbenchWindow window, OpenDesigns designs, Consumer<DesignDocument> changed) {
    this.window = window;
    this.designs = designs;
    this.changed = changed;
    this.display = window.getWorkbench().getDisplay();
  }

  void start() {
    designs.addListener(this::follow);
    window.getShell().addListener(SWT.Activate, event -> look.schedule());
    window.getShell().addListener(SWT.Dispose, event -> stop());
    follow();
  }

  private void stop() {
    watched = null;
    look.cancel();
  }

  private void follow() {
    Path design = designs.active().map(DesignDocument::file).orElse(null);
    Path file = design == null ? null : design.resolveSibling(ProfileFiles.FILE_NAME);
    if (file == null || !file.equals(watched)) {
      // What it is like before the first look was read by the validation that runs now.
      last = file == null ? FileStamp.NONE : FileStamp.of(file);
      watched = file;
    }
    look.schedule(PERIOD_MS);
  }

  private void tell(Path file) {
    designs
        .active()
        .filter(document -> document.file() != null)
        .filter(document -> file.equals(document.file().resolveSibling(ProfileFiles.FILE_NAME)))
        .ifPresent(changed);
  }

  private final class Look extends Job {
    Look() {
      super("Looking for the validation profile");
      setSystem(true);
      setPriority(Job.DECORATE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
      Path file = watched;
      if (file != null) {
        FileStamp now = FileStamp.of(file);
        if (!now.equals(last)) {
          last = now;
          display.asyncExec(() -> tell(file));
        }
        schedule(PERIOD_MS);
      }
      return Status.OK_STATUS;
    }
  }
}
