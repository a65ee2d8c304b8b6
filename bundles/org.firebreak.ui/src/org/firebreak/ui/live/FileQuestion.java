package org.firebreak.ui.live;

import java.nio.file.Path;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.ValidationContext;

/**
 * Something that is asked of a design and of what lies beside its file.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface FileQuestion<T> {
  /**
   * Finds the answer, on a thread of its own.
   *
   * @param context a copy of the design with the ids of the open one; only to be read
   * @param file file of the design; {@code null} if it has none yet
   * @param progress cancelled too once an edit has overtaken the question
   */
  T answer(ValidationContext context, Path file, Progress progress);
}
