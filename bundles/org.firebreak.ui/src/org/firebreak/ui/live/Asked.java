package org.firebreak.ui.live;

import org.firebreak.core.progress.Progress;

/** A search for an answer, which may be cancelled by itself or with its job. */
final class Asked {
  private volatile boolean cancelled;

  void cancel() {
    cancelled = true;
  }

  /** The progress of the job, as the search sees it. */
  Progress of(Progress job) {
    return new Progress() {
      @Override
      public void begin(String task, long totalWork) {
        job.begin(task, totalWork);
      }

      @Override
      public void worked(long units) {
        job.worked(units);
      }

      @Override
      public boolean cancelled() {
        return cancelled || job.cancelled();
      }
    };
  }
}
