package org.firebreak.report;

import java.util.Optional;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.report.comparison.ComparisonDocument;

/** Strategies side by side. */
public final class ComparisonReport {

  private ComparisonReport() {}

  /**
   * The report: every measure of every strategy, devices, and how the effort is counted. The same
   * comparison gives the same report.
   *
   * @param front hybrids worth their effort; empty to leave them out
   */
  public static Report of(StrategyComparison comparison, Optional<ParetoFront> front) {
    return Report.of(ComparisonDocument.of(comparison, front));
  }
}
