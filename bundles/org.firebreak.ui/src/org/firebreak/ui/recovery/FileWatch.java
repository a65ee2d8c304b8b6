package org.firebreak.ui.recovery;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DesignDocuments;
import org.firebreak.diagram.FileStamp;
import org.firebreak.ui.designs.OpenDesigns;

/**
 * Notices that files of open designs are changed or removed by others: looks at their time and size
 * every few seconds and when the window is activated. A file that is still being written is left
 * until it rests.
 */
final class FileWatch implements OpenDesigns.Listener {
  private static final int PERIOD_MS = 3_000;
  private static final int REST_MS = 400;

  private final IWorkbenchWindow window;
  private final OpenDesigns designs;
  private final FileHash hashes;
  private final Display display;
  private final Look look = new Look();
  private final Listener activation = event -> lookNow();
  private final Set<Path> asked = new HashSet<>();
  private volatile Map<Path, FileStamp> watched = Map.of();

  FileWatch(IWorkbenchWindow window, OpenDesigns designs, FileHash hashes) {
    this.window = window;
    this.designs = designs;
    this.hashes = hashes;
    this.display = window.getWorkbench().getDisplay();
  }

  void start() {
    designs.addListener(this);
    window.getShell().addListener(SWT.Activate, activation);
    designsChanged();
  }

  void stop() {
    watched = Map.of();
    designs.removeListener(this);
    look.cancel();
  }

  @Override
  public void designsChanged() {
    Map<Path, FileStamp> files = new HashMap<>();
    for (DesignDocument document : designs.all()) {
      if (document.file() != null) {
        files.put(document.file(), document.stamp());
      }
    }
    watched = Map.copyOf(files);
    if (files.isEmpty()) {
      look.cancel();
    } else {
      lookNow();
    }
  }

  private void lookNow() {
    look.wakeUp();
    look.schedule();
  }

  @Override
  public void happened(DesignDocument document, DesignDocument.Event event) {
    if (event == DesignDocument.Event.SAVED) {
      designsChanged();
    }
  }

  private void changed(Path file) {
    DesignDocument document = DesignDocuments.find(file).orElse(null);
    if (document == null || !document.isFileChanged() || !asked.add(file)) {
      return;
    }
    new ExternalChange(window, document, hashes)
        .settle(
            () -> {
              asked.remove(file);
              designsChanged();
            });
  }

  /** Looks at all files once, then again after a while. */
  private final class Look extends Job {
    private final Map<Path, FileStamp> unsettled = new HashMap<>();

    Look() {
      super("Watching open designs");
      setSystem(true);
      setPriority(DECORATE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
      Map<Path, FileStamp> files = watched;
      unsettled.keySet().retainAll(files.keySet());
      boolean moving = false;
      for (Map.Entry<Path, FileStamp> entry : files.entrySet()) {
        moving |= look(entry.getKey(), entry.getValue());
      }
      if (!files.isEmpty() && !monitor.isCanceled()) {
        schedule(moving ? REST_MS : PERIOD_MS);
      }
      return Status.OK_STATUS;
    }

    /** Whether the file has changed since the last look, so that the next must be soon. */
    private boolean look(Path file, FileStamp known) {
      FileStamp now = FileStamp.of(file);
      if (now.equals(known)) {
        unsettled.remove(file);
        hashes.of(file, known);
        return false;
      }
      if (now.equals(unsettled.put(file, now)) && !display.isDisposed()) {
        display.asyncExec(() -> changed(file));
        return false;
      }
      return true;
    }
  }
}
