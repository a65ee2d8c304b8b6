package org.firebreak.core.validation.rules.throughput;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.describe.Quantity;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Flow;

/** Flows whose average exceeds their peak. */
public final class AverageAbovePeakRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-702",
          RuleCategory.THROUGHPUT,
          "Average above peak",
          FindingSeverity.ERROR,
          "The peak is the throughput in the busiest bin, so that no average can exceed it. Either"
              + " the two were exchanged, or one is in another unit (Mbit/s against Gbit/s). Sizing"
              + " counts with the peak, so a peak that is too low makes the firewall too small.",
          "Flow web → app has an average of 900 Mbit/s and a peak of 90 Mbit/s. Exchange them, or"
              + " correct the unit.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (isFound(flow.element())) {
        findings.add(
            finding(
                "Flow "
                    + flow.name()
                    + " has an average of "
                    + rate(flow.element().getAverageBitsPerSecond())
                    + " above its peak of "
                    + rate(flow.element().getPeakBitsPerSecond()),
                "Exchange the two, or correct the unit of one",
                flow.ref()));
      }
    }
    return findings;
  }

  private static boolean isFound(Flow flow) {
    return TrafficFigure.AVERAGE.isUsable(flow)
        && TrafficFigure.PEAK.isUsable(flow)
        && flow.getAverageBitsPerSecond() > flow.getPeakBitsPerSecond();
  }

  private static String rate(double value) {
    return Quantity.BITS_PER_SECOND.format(value);
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String id = finding.elements().get(0).id();
    return List.of(
        new Fix(
            "Exchange average and peak of " + finding.elements().get(0).name(),
            false,
            elements -> {
              Flow flow = elements.get(Flow.class, id);
              if (!isFound(flow)) {
                throw new OutdatedFixException("the average is no longer above the peak");
              }
              Double average = flow.getAverageBitsPerSecond();
              flow.setAverageBitsPerSecond(flow.getPeakBitsPerSecond());
              flow.setPeakBitsPerSecond(average);
            }));
  }
}
