package org.firebreak.diagram;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.DesignFileException;

/** Loads a design off the UI thread and hands it, or what is wrong with it, over on it. */
final class OpenJob extends Job {
  private final Path file;
  private final Display display;
  private final Consumer<Design> loaded;
  private final Consumer<DesignFileException> failed;

  OpenJob(
      Path file, Display display, Consumer<Design> loaded, Consumer<DesignFileException> failed) {
    super("Opening " + file.getFileName());
    this.file = file;
    this.display = display;
    this.loaded = loaded;
    this.failed = failed;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
    try {
      Design design = DesignFile.load(file);
      hand(() -> loaded.accept(design));
    } catch (DesignFileException e) {
      hand(() -> failed.accept(e));
    }
    return Status.OK_STATUS;
  }

  private void hand(Runnable result) {
    if (!display.isDisposed()) {
      display.asyncExec(result);
    }
  }
}
