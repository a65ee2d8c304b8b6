package org.firebreak.diagram.canvas;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.firebreak.diagram.live.Background;

/** Begins when nothing was asked for a moment, and works in a job that nobody sees. */
final class QuietWork implements Background {
  private static final int QUIET = 120;

  private final Control owner;
  private final Display display;
  private long latest;
  private Job running;

  /**
   * @param owner control without which the work is of no use
   */
  QuietWork(Control owner) {
    this.owner = owner;
    this.display = owner.getDisplay();
    owner.addListener(SWT.Dispose, event -> cancel());
  }

  @Override
  public <T> void request(Supplier<Supplier<T>> prepare, Consumer<T> done) {
    long number = ++latest;
    cancel();
    display.timerExec(
        QUIET,
        () -> {
          if (isWanted(number)) {
            begin(prepare.get(), done, number);
          }
        });
  }

  private <T> void begin(Supplier<T> work, Consumer<T> done, long number) {
    Job job =
        new Job("Routing lines") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            T result;
            try {
              result = work.get();
            } catch (CancellationException e) {
              return Status.CANCEL_STATUS;
            } finally {
              // The thread is used again for other jobs.
              Thread.interrupted();
            }
            if (!display.isDisposed()) {
              display.asyncExec(
                  () -> {
                    if (isWanted(number)) {
                      done.accept(result);
                    }
                  });
            }
            return Status.OK_STATUS;
          }

          @Override
          protected void canceling() {
            Thread thread = getThread();
            if (thread != null) {
              thread.interrupt();
            }
          }
        };
    job.setSystem(true);
    running = job;
    job.schedule();
  }

  private void cancel() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  private boolean isWanted(long number) {
    return number == latest && !owner.isDisposed();
  }
}
