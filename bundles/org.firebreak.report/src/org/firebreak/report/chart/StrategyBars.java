package org.firebreak.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Strategies side by side: for each measure one bar a strategy, as long as its share of the largest
 * one, with the value beside it.
 */
public final class StrategyBars {
  private static final int WIDTH = 720;
  private static final int BAR = 17;
  private static final int GAP = 16;
  private static final double FULL = 100;

  /**
   * A measure.
   *
   * @param key stable name
   * @param label what is measured
   * @param unit unit of the values
   * @param values one value a strategy; NaN for unknown
   */
  public record Measure(String key, String label, Unit unit, List<Double> values) {

    /** Copies the values. */
    public Measure {
      values = List.copyOf(values);
    }
  }

  private final List<String> strategies;
  private final List<Measure> measures;

  private StrategyBars(List<String> strategies, List<Measure> measures) {
    this.strategies = List.copyOf(strategies);
    this.measures = List.copyOf(measures);
  }

  /**
   * The chart.
   *
   * @param strategies names in the order of the values
   */
  public static Chart of(String id, String title, List<String> strategies, List<Measure> measures) {
    StrategyBars chart = new StrategyBars(strategies, measures);
    return new Chart(
        id,
        title,
        "For each measure one bar a strategy ("
            + String.join(", ", strategies)
            + "); the longest bar is the largest value.",
        chart.table(id, title),
        WIDTH,
        60 + measures.size() * (BAR * strategies.size() + GAP),
        chart::paint);
  }

  private Table table(String id, String title) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("measure", "Measure"));
    for (int i = 0; i < strategies.size(); i++) {
      columns.add(Column.mixed("strategy" + (i + 1), strategies.get(i)));
    }
    columns.add(Column.text("unit", "Unit"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Measure measure : measures) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(measure.label()));
      measure.values().forEach(value -> row.add(Cell.of(value, measure.unit())));
      row.add(Cell.text(measure.unit().symbol()));
      rows.add(row);
    }
    return Table.of(id, title, columns, rows);
  }

  private void paint(Graphics2D graphics, Rectangle2D area, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int m = 0; m < measures.size(); m++) {
      double largest =
          measures.get(m).values().stream()
              .filter(Double::isFinite)
              .mapToDouble(Double::doubleValue)
              .max()
              .orElse(0);
      for (int s = 0; s < strategies.size(); s++) {
        double value = measures.get(m).values().get(s);
        double share = largest > 0 && Double.isFinite(value) ? FULL * value / largest : 0;
        data.addValue(share, name(s), (Integer) m);
      }
    }
    NumberAxis share = new NumberAxis();
    share.setRange(0, FULL * 1.25);
    share.setVisible(false);
    CategoryPlot plot =
        new CategoryPlot(
            data,
            new NamedAxis(measures.stream().map(Measure::label).toList()),
            share,
            renderer(style));
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.35f);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    style.plot(plot);
    plot.setRangeGridlinesVisible(false);
    style.draw(plot, true, graphics, area);
  }

  private String name(int strategy) {
    return ChartStyle.letter(strategy) + "  " + strategies.get(strategy);
  }

  private BarRenderer renderer(ChartStyle style) {
    BarRenderer renderer = new BarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setItemMargin(0.12);
    for (int i = 0; i < strategies.size(); i++) {
      renderer.setSeriesPaint(i, style.series(i));
    }
    renderer.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator() {
          private static final long serialVersionUID = 1L;

          @Override
          public String generateLabel(CategoryDataset data, int row, int column) {
            Measure measure = measures.get(column);
            return ChartStyle.letter(row) + "  " + measure.unit().format(measure.values().get(row));
          }
        });
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(ChartStyle.small());
    renderer.setDefaultItemLabelPaint(style.color(Token.INK));
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    return renderer;
  }
}
