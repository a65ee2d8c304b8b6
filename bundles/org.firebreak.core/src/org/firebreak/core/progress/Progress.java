package org.firebreak.core.progress;

/** Listener and canceller of work that may take long. Implementations are thread-safe. */
public interface Progress {
  /** Reports to nobody and is never cancelled. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(String task, long totalWork) {}

        @Override
        public void worked(long units) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Starts a step of the work.
   *
   * @param task what is being done, in words for people
   * @param totalWork units of the whole step; 0 if unknown
   */
  void begin(String task, long totalWork);

  /** Some more units of the current step are done. */
  void worked(long units);

  /** Whether the user asked to stop; work ends at the next convenient place, changing nothing. */
  boolean cancelled();

  /**
   * Ends the work if the user asked for it.
   *
   * @throws CancelledException if {@link #cancelled()}
   */
  default void check() {
    if (cancelled()) {
      throw new CancelledException();
    }
  }

  /** For a part of a larger step: it may be cancelled too, and reports nothing. */
  default Progress silent() {
    return new Progress() {
      @Override
      public void begin(String task, long totalWork) {}

      @Override
      public void worked(long units) {}

      @Override
      public boolean cancelled() {
        return Progress.this.cancelled();
      }
    };
  }
}
