package org.firebreak.ui.live;

import java.io.IOException;
import java.nio.file.Path;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.imports.appliances.ApplianceFiles;

/**
 * A design sized under the strategy in force, with its parameters and the appliances of its own;
 * parameters that cannot be used are named among the assumptions.
 *
 * @param policy the policy that was sized
 * @param catalogue the shipped appliances and those beside the file of the design
 */
public record Sized(SizingStudy study, CompiledPolicy policy, ApplianceCatalogue catalogue) {
  /**
   * Sizes; to be called on a thread of its own.
   *
   * @param file file of the design; {@code null} if it has none yet
   * @throws IllegalArgumentException if the own appliances cannot be used; the message says why
   * @throws org.firebreak.core.progress.CancelledException if the job was cancelled or overtaken
   */
  public static Sized of(ValidationContext context, Path file, Progress progress) {
    ApplianceCatalogue catalogue;
    try {
      catalogue = ApplianceFiles.of(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    progress.check();
    return new Sized(
        SizingStudy.of(context.design(), context.policy(), catalogue, progress),
        context.policy(),
        catalogue);
  }
}
