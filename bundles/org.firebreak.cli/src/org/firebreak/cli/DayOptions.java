package org.firebreak.cli;

import java.time.LocalDate;
import org.firebreak.core.policy.CompileOptions;
import picocli.CommandLine.Option;

/** Which flows count. */
final class DayOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "Judge the expiry of flows on this day (YYYY-MM-DD) instead of today; for results that"
              + " can be repeated.")
  private LocalDate asOf;

  @Option(names = "--approved-only", description = "Leave out flows that are only proposed.")
  private boolean approvedOnly;

  /** The day on which expiry is judged. */
  LocalDate evaluationDate() {
    return asOf == null ? LocalDate.now() : asOf;
  }

  /** Under the design's own strategy. */
  CompileOptions toCompileOptions() {
    return CompileOptions.on(evaluationDate()).withApprovedOnly(approvedOnly);
  }
}
