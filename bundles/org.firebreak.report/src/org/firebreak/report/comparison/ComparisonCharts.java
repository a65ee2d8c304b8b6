package org.firebreak.report.comparison;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.compare.Metric;
import org.firebreak.core.compare.NamedStrategy;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.compare.StrategyResult;
import org.firebreak.core.optimise.FrontPoint;
import org.firebreak.core.optimise.Objective;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.report.chart.Chart;
import org.firebreak.report.chart.ParetoChart;
import org.firebreak.report.chart.StrategyBars;

/** The charts of a comparison, for reports and for the window. */
public final class ComparisonCharts {
  private static final List<Metric> SHOWN =
      List.of(
          Metric.WRITTEN_RULES,
          Metric.HOST_RULES,
          Metric.CENTRAL_THROUGHPUT,
          Metric.HOST_THROUGHPUT,
          Metric.RATED_THROUGHPUT,
          Metric.FABRIC,
          Metric.MULTI_HOP_MEAN,
          Metric.DIRECT_MEAN,
          Metric.EFFORT);

  private ComparisonCharts() {}

  /** The measures that matter most, a bar a strategy. */
  public static Chart bars(StrategyComparison comparison) {
    List<StrategyBars.Measure> measures = new ArrayList<>();
    for (Metric metric : SHOWN) {
      StrategyComparison.Row row = comparison.row(metric);
      if (row.values().stream().anyMatch(value -> value > 0)) {
        measures.add(
            new StrategyBars.Measure(metric.key(), metric.label(), metric.unit(), row.values()));
      }
    }
    return StrategyBars.of("strategies", "Strategies side by side", names(comparison), measures);
  }

  static List<String> names(StrategyComparison comparison) {
    return comparison.results().stream()
        .map(StrategyResult::strategy)
        .map(NamedStrategy::name)
        .toList();
  }

  /** Management effort of a change against the mean blast radius of the strategies. */
  public static Chart effort(StrategyComparison comparison) {
    List<ParetoChart.Point> points = new ArrayList<>();
    for (StrategyResult result : comparison.results()) {
      double effort = result.value(Metric.EFFORT);
      double radius = result.value(Metric.MULTI_HOP_MEAN);
      boolean front =
          comparison.results().stream()
              .noneMatch(
                  other ->
                      better(
                          other.value(Metric.EFFORT),
                          other.value(Metric.MULTI_HOP_MEAN),
                          effort,
                          radius));
      points.add(new ParetoChart.Point(result.strategy().name(), effort, radius, front, true));
    }
    return ParetoChart.of(
        "effort-radius",
        "Management effort against blast radius",
        "Management effort of a change",
        points);
  }

  private static boolean better(double effort, double radius, double other, double otherRadius) {
    return effort <= other && radius <= otherRadius && (effort < other || radius < otherRadius);
  }

  /** The hybrids that are worth their effort: each further group lowers the blast radius. */
  public static Chart front(ParetoFront front) {
    List<ParetoChart.Point> points = new ArrayList<>();
    int last = front.points().size() - 1;
    for (int i = 0; i <= last; i++) {
      FrontPoint point = front.points().get(i);
      points.add(
          new ParetoChart.Point(
              name(point), point.effort(), point.radius(), true, i == 0 || i == last));
    }
    return ParetoChart.of(
        "pareto-front",
        front.objective().equals(Objective.STANDARD)
            ? "Which groups to microsegment"
            : "Which groups to microsegment for a small " + front.objective().label(),
        front.effort().label(),
        front.objective().label(),
        points);
  }

  static String name(FrontPoint point) {
    List<String> groups = point.groups().stream().map(ElementRef::name).toList();
    return switch (groups.size()) {
      case 0 -> "no group";
      case 1, 2 -> String.join(", ", groups);
      default -> groups.size() + " groups";
    };
  }
}
