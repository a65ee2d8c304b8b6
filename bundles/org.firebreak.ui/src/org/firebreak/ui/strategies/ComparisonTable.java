package org.firebreak.ui.strategies;

import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.compare.StrategyComparison.Row;
import org.firebreak.scene.Token;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.lists.Grid.Column;

/** Every figure a row, every strategy a column; the best of each row is marked. */
final class ComparisonTable {
  private static final String BEST = "★ ";

  private final Grid<Row> grid;
  private List<String> heads = List.of();

  ComparisonTable(Composite parent) {
    grid = new Grid<>(parent, Row::metric);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
  }

  Grid<Row> grid() {
    return grid;
  }

  void show(StrategyComparison comparison) {
    List<String> wanted =
        java.util.stream.IntStream.range(0, comparison.results().size())
            .mapToObj(i -> head(comparison, i))
            .toList();
    if (!wanted.equals(heads)) {
      heads = wanted;
      grid.clear();
      grid.column(
          Column.<Row>of("Figure", row -> row.metric().label())
              .width(200, 5)
              .tip(ComparisonTable::explain));
      for (int i = 0; i < wanted.size(); i++) {
        int strategy = i;
        grid.column(
            Column.<Row>of(wanted.get(i), row -> value(row, strategy))
                .hint(
                    i == comparison.inForce()
                        ? "The strategy that the design has"
                        : "As if the design had this strategy")
                .width(112, 2)
                .figures()
                .colour(row -> isBest(row, strategy) ? Token.ACCENT : null)
                .tip(ComparisonTable::explain));
      }
      grid.layout();
    }
    grid.show(comparison.rows());
  }

  private static String head(StrategyComparison comparison, int index) {
    String name = comparison.results().get(index).strategy().name();
    return index == comparison.inForce() ? name + " (in force)" : name;
  }

  private static String explain(Row row) {
    return row.metric().label()
        + "\n"
        + row.explanation()
        + (row.metric().lowerIsBetter()
            ? "\nLess is better; the best is marked with a star."
            : "\nNo criterion: none is marked.");
  }

  private static String value(Row row, int strategy) {
    return (isBest(row, strategy) ? BEST : "") + row.texts().get(strategy);
  }

  /** The least, if the strategies differ at all. */
  private static boolean isBest(Row row, int strategy) {
    OptionalDouble least = known(row).min();
    OptionalDouble most = known(row).max();
    return row.metric().lowerIsBetter()
        && least.isPresent()
        && least.getAsDouble() < most.getAsDouble()
        && row.values().get(strategy) == least.getAsDouble();
  }

  private static java.util.stream.DoubleStream known(Row row) {
    return row.values().stream()
        .mapToDouble(Double::doubleValue)
        .filter(value -> !Double.isNaN(value));
  }
}
