package org.firebreak.ui.findings;

import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.ValidationContext;

/**
 * Something that is asked of a design in the background.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface Question<T> {
  /**
   * Finds the answer, on a thread of its own.
   *
   * @param context a copy of the design with the ids of the open one; only to be read
   */
  T answer(ValidationContext context, Progress progress);
}
