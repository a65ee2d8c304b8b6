package org.firebreak.ui.strategies;

import java.util.List;
import java.util.stream.IntStream;
import org.firebreak.core.compare.Metric;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.optimise.FrontPoint;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.report.chart.Chart;
import org.firebreak.report.chart.ParetoChart;
import org.firebreak.report.chart.StrategyBars;

/** The charts of the view. */
final class FrontCharts {
  private static final List<Metric> SHOWN =
      List.of(
          Metric.WRITTEN_RULES,
          Metric.CENTRAL_THROUGHPUT,
          Metric.HOST_THROUGHPUT,
          Metric.FABRIC,
          Metric.MULTI_HOP_MEAN,
          Metric.DIRECT_MEAN,
          Metric.EFFORT);

  private FrontCharts() {}

  /** The measures that matter most, a bar a strategy. */
  static Chart bars(StrategyComparison comparison) {
    return StrategyBars.of(
        "strategies",
        "Strategies side by side",
        comparison.results().stream().map(result -> result.strategy().name()).toList(),
        SHOWN.stream()
            .map(comparison::row)
            .filter(row -> row.values().stream().anyMatch(value -> value > 0))
            .map(
                row ->
                    new StrategyBars.Measure(
                        row.metric().key(),
                        row.metric().label(),
                        row.metric().unit(),
                        row.values()))
            .toList());
  }

  /** The hybrids that are worth their effort. */
  static Chart front(ParetoFront front) {
    return ParetoChart.of(
        "pareto-front", "Which groups to microsegment", front.effort().label(), points(front));
  }

  /** In the order of the front; the first and the last bear their names. */
  static List<ParetoChart.Point> points(ParetoFront front) {
    int last = front.points().size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            i -> {
              FrontPoint point = front.points().get(i);
              return new ParetoChart.Point(
                  name(point), point.effort(), point.radius(), true, i == 0 || i == last);
            })
        .toList();
  }

  private static String name(FrontPoint point) {
    List<String> groups = point.groups().stream().map(ElementRef::name).toList();
    return switch (groups.size()) {
      case 0 -> "no group";
      case 1, 2 -> String.join(", ", groups);
      default -> groups.size() + " groups";
    };
  }
}
