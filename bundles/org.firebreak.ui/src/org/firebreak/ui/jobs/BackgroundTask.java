package org.firebreak.ui.jobs;

import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.Progress;

/**
 * Work that the user waits for: a job with progress and cancel, whose result comes back on the UI
 * thread. It must not touch an open design, which belongs to the UI thread; give it a copy.
 *
 * @param <T> result
 */
@FunctionalInterface
public interface BackgroundTask<T> {

  /**
   * Does the work, on a thread of its own.
   *
   * @throws IOException what went wrong, in words for the user
   * @throws IllegalArgumentException what the user asked for and cannot be done
   */
  T run(Progress progress) throws IOException;

  /**
   * Starts the work.
   *
   * @param title what is done, for instance {@code Exporting lab-shop}
   * @param done takes the result on the UI thread; is not called after a failure or a cancel
   */
  static <T> Job start(
      IWorkbenchWindow window, String title, BackgroundTask<T> task, Consumer<T> done) {
    Display display = window.getWorkbench().getDisplay();
    ICoreRunnable work =
        monitor -> {
          try {
            T result = task.run(new JobProgress(monitor));
            display.asyncExec(() -> done.accept(result));
          } catch (CancelledException e) {
            throw new OperationCanceledException();
          } catch (IOException | IllegalArgumentException e) {
            fail(window, title, e.getMessage());
          } catch (RuntimeException e) {
            ILog.of(BackgroundTask.class).error(title + " failed", e);
            fail(window, title, "An internal error occurred; the error log has the details.");
          }
        };
    Job job = Job.create(title, work);
    job.setUser(true);
    job.schedule();
    return job;
  }

  private static void fail(IWorkbenchWindow window, String title, String message) {
    window
        .getWorkbench()
        .getDisplay()
        .asyncExec(() -> MessageDialog.openError(window.getShell(), title, message));
  }
}
