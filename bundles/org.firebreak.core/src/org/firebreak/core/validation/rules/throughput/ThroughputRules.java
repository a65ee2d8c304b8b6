package org.firebreak.core.validation.rules.throughput;

import java.util.List;
import org.firebreak.core.validation.ValidationRule;

/** The rules of this kind. A new rule is a class and a line here. */
public final class ThroughputRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new MissingEstimateRule(),
          new AverageAbovePeakRule(),
          new PeakAboveLinkRule(),
          new MissingDurationRule(),
          new UnusableFigureRule());

  private ThroughputRules() {}

  public static List<ValidationRule> all() {
    return ALL;
  }
}
