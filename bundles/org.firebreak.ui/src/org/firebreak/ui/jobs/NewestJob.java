package org.firebreak.ui.jobs;

import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.core.progress.Progress;

/** Work of which only the newest counts: beginning another cancels it. For the UI thread. */
public final class NewestJob {
  /** Work on a thread of its own. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does the work.
     *
     * @throws IOException what went wrong, in words for the user
     * @throws IllegalArgumentException what was asked for and cannot be done
     */
    T run(Progress progress) throws IOException;
  }

  private final Display display;
  private final Runnable changed;
  private Job job;
  private int newest;

  /**
   * @param changed runs when work begins and when it ends
   */
  public NewestJob(Display display, Runnable changed) {
    this.display = display;
    this.changed = changed;
  }

  /** Whether work runs whose result is still wanted. */
  public boolean isRunning() {
    return job != null;
  }

  /** Begins; what runs still is cancelled. */
  public <T> void start(String title, Work<T> work, Consumer<T> done, Consumer<String> failed) {
    cancel();
    int number = ++newest;
    ICoreRunnable runnable =
        monitor -> {
          Runnable outcome;
          try {
            T result = work.run(new JobProgress(monitor));
            outcome = () -> done.accept(result);
          } catch (CancelledException e) {
            throw new OperationCanceledException();
          } catch (IOException | IllegalArgumentException e) {
            outcome = () -> failed.accept(e.getMessage());
          } catch (RuntimeException e) {
            ILog.of(NewestJob.class).error(title + " failed", e);
            outcome = () -> failed.accept("An internal error occurred; the error log says which.");
          }
          end(number, outcome);
        };
    job = Job.create(title, runnable);
    job.schedule();
    changed.run();
  }

  private void end(int number, Runnable outcome) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (number == newest) {
              job = null;
              outcome.run();
              changed.run();
            }
          });
    }
  }

  /** Ends what runs without a result. */
  public void cancel() {
    newest++;
    if (job != null) {
      job.cancel();
      job = null;
      changed.run();
    }
  }
}
