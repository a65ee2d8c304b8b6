package org.firebreak.ui.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.firebreak.core.progress.Progress;

/**
 * Shows the progress of work in a monitor of the workbench and hands its cancel button on. The
 * steps of the work share one bar: each takes half of what is left of it, since nobody knows how
 * many there will be.
 */
public final class JobProgress implements Progress {
  private static final int STEP = 1000;

  private final SubMonitor bar;
  private SubMonitor step;
  private long total;
  private long done;
  private int shown;

  public JobProgress(IProgressMonitor monitor) {
    bar = SubMonitor.convert(monitor);
  }

  @Override
  public synchronized void begin(String task, long totalWork) {
    bar.setWorkRemaining(2);
    step = bar.newChild(1, SubMonitor.SUPPRESS_NONE);
    step.setWorkRemaining(STEP);
    step.subTask(task);
    total = totalWork;
    done = 0;
    shown = 0;
  }

  @Override
  public synchronized void worked(long units) {
    if (step == null || total <= 0) {
      return;
    }
    done = Math.min(total, done + units);
    int now = (int) (done * STEP / total);
    if (now > shown) {
      step.worked(now - shown);
      shown = now;
    }
  }

  @Override
  public boolean cancelled() {
    return bar.isCanceled();
  }
}
