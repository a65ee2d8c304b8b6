package org.firebreak.cli;

import java.time.LocalDate;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.model.StrategyKind;
import picocli.CommandLine.Option;

/** What a policy depends on besides the design. */
final class PolicyOptions {
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

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      converter = StrategyConverter.class,
      description = "Use group, micro or hybrid segmentation instead of the design's own strategy.")
  private StrategyKind strategy;

  CompileOptions toCompileOptions() {
    return new CompileOptions(asOf == null ? LocalDate.now() : asOf, approvedOnly, strategy);
  }
}
