package org.firebreak.core.validation.rules.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Flows with figures that cannot be. */
public final class UnusableFigureRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-705",
          RuleCategory.THROUGHPUT,
          "Traffic figure that cannot be",
          FindingSeverity.ERROR,
          "Sizing leaves out figures that are negative or no number, packets that are smaller than"
              + " an IP header or larger than IP permits, a decrypted share outside 0 to 1, and an"
              + " hourly profile that is not 24 or 168 shares from 0 to 1: it takes them as"
              + " unknown, and the firewall comes out too small. Such figures come from tables that"
              + " were imported or merged; the window does not take them. What is found here is not"
              + " reported as missing (FB-701, FB-704) or contradictory (FB-702).",
          "Flow web → app has a decrypted share of 90. Write 0.9.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      List<String> problems = problems(flow.element());
      if (!problems.isEmpty()) {
        findings.add(
            finding(
                "Flow "
                    + flow.name()
                    + " states a figure that cannot be: "
                    + String.join(", ", problems),
                "Correct it, or clear it if it is not known",
                flow.ref()));
      }
    }
    return findings;
  }

  private static List<String> problems(Flow flow) {
    List<String> problems = List.of();
    for (TrafficFigure figure : TrafficFigure.values()) {
      if (figure.isWrong(flow)) {
        problems = problems.isEmpty() ? new ArrayList<>() : problems;
        problems.add(figure.problem(flow));
      }
    }
    String profile = HourlyShares.problem(flow);
    if (profile != null) {
      problems = problems.isEmpty() ? new ArrayList<>() : problems;
      problems.add(profile);
    }
    return problems;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String id = finding.elements().get(0).id();
    Optional<ActiveFlow> flow =
        context.activeFlows().stream().filter(each -> each.ref().id().equals(id)).findFirst();
    if (flow.isEmpty() || !isComplete(flow.get().element())) {
      return List.of();
    }
    return List.of(
        new Fix(
            "Correct the figures of " + flow.get().name() + ": " + changes(flow.get().element()),
            false,
            elements -> {
              Flow element = elements.get(Flow.class, id);
              if (problems(element).isEmpty()) {
                throw new OutdatedFixException("the figures have been corrected");
              }
              correct(element);
            }));
  }

  private static void correct(Flow flow) {
    for (TrafficFigure figure : TrafficFigure.values()) {
      if (figure.isWrong(flow)) {
        figure.set(flow, figure.corrected(flow));
      }
    }
    if (HourlyShares.problem(flow) != null) {
      flow.setHourlyProfile(HourlyShares.corrected(flow));
    }
  }

  /** Whether what is left after the correction is neither missing nor contradictory. */
  private static boolean isComplete(Flow flow) {
    Double average = after(TrafficFigure.AVERAGE, flow);
    Double peak = after(TrafficFigure.PEAK, flow);
    boolean rate =
        average != null
            || peak != null
            || flow.getAverageBitsPerSecond() == null && flow.getPeakBitsPerSecond() == null;
    boolean ordered = average == null || peak == null || average <= peak;
    boolean duration =
        after(TrafficFigure.CONNECTIONS, flow) == null
            || after(TrafficFigure.DURATION, flow) != null
            || flow.getMeanDurationSeconds() == null;
    return rate && ordered && duration;
  }

  private static Double after(TrafficFigure figure, Flow flow) {
    return figure.isWrong(flow) ? figure.corrected(flow) : figure.of(flow);
  }

  private static String changes(Flow flow) {
    List<String> changes = new ArrayList<>();
    for (TrafficFigure figure : TrafficFigure.values()) {
      if (figure.isWrong(flow)) {
        changes.add(figure.change(flow));
      }
    }
    if (HourlyShares.problem(flow) != null) {
      changes.add(
          HourlyShares.corrected(flow).isEmpty()
              ? "no hourly profile"
              : "hourly profile read as per cent");
    }
    return String.join(", ", changes);
  }
}
