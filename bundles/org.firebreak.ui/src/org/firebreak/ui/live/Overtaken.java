package org.firebreak.ui.live;

import java.util.function.BooleanSupplier;
import org.firebreak.core.progress.Progress;

/**
 * Progress of work that nobody waits for once something newer is asked.
 *
 * @param progress progress of the job
 * @param overtaken whether something newer is asked; from any thread
 */
public record Overtaken(Progress progress, BooleanSupplier overtaken) implements Progress {
  @Override
  public void begin(String task, long totalWork) {
    progress.begin(task, totalWork);
  }

  @Override
  public void worked(long units) {
    progress.worked(units);
  }

  @Override
  public boolean cancelled() {
    return overtaken.getAsBoolean() || progress.cancelled();
  }
}
