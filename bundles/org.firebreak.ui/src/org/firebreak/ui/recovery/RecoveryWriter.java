package org.firebreak.ui.recovery;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Does the work on the folder of the copies, in the order in which it is given. */
final class RecoveryWriter extends Job {
  /** A piece of work on files. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private final Queue<Work> queue = new ConcurrentLinkedQueue<>();
  private boolean failed;

  RecoveryWriter() {
    super("Keeping unsaved designs");
    setSystem(true);
    setPriority(DECORATE);
  }

  void add(Work work) {
    queue.add(work);
    schedule();
  }

  /** Waits until everything is done; for the end of the program. */
  void finish() {
    try {
      join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    for (Work work = queue.poll(); work != null; work = queue.poll()) {
      try {
        work.run();
        failed = false;
      } catch (IOException e) {
        if (!failed) {
          ILog.of(RecoveryWriter.class).warn("Unsaved designs cannot be kept for recovery", e);
        }
        failed = true;
      }
    }
    return Status.OK_STATUS;
  }
}
