package org.firebreak.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** What appliances can carry against what is needed. */
public final class CapacityChart {
  private static final int MOST = 14;
  private static final int WIDTH = 720;
  private static final int ROW = 24;
  private static final double SPREAD = 3;

  /** Where labels begin, as a multiple of the longest bar. */
  private static final double LABEL_AT = 1.03;

  /** Share of the width that bars and labels have at least; names and margins have the rest. */
  private static final double BARS = 0.52;

  /**
   * An appliance.
   *
   * @param name its name
   * @param usable throughput that may be used: rated · derate · ceiling, bit/s
   * @param verdict what the check says of all its dimensions
   * @param tone whether that is good
   */
  public record Bar(String name, double usable, String verdict, Tone tone) {}

  private final List<Bar> bars;
  private final double need;

  private CapacityChart(List<Bar> bars, double need) {
    this.bars = List.copyOf(bars.subList(0, Math.min(MOST, bars.size())));
    this.need = need;
  }

  /**
   * The chart of some appliances in the order given; the first 14 are drawn.
   *
   * @param need throughput that is needed, bit/s
   */
  public static Chart of(String id, String title, List<Bar> bars, double need) {
    CapacityChart chart = new CapacityChart(bars, need);
    return new Chart(
        id,
        title,
        chart.description(),
        chart.table(id, title),
        WIDTH,
        96 + ROW * Math.max(2, chart.bars.size()),
        chart::paint);
  }

  private String description() {
    long enough = bars.stream().filter(bar -> bar.usable() >= need).count();
    return "Needed are "
        + Unit.BITS_PER_SECOND.format(need)
        + "; "
        + enough
        + " of the "
        + bars.size()
        + " appliances shown can use as much.";
  }

  private Table table(String id, String title) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Bar bar : bars) {
      rows.add(
          List.of(
              Cell.text(bar.name()),
              Cell.of(bar.usable(), Unit.BITS_PER_SECOND),
              Cell.of(need, Unit.BITS_PER_SECOND),
              Cell.text(bar.verdict(), bar.tone())));
    }
    return Table.of(
        id,
        title,
        List.of(
            Column.text("appliance", "Appliance"),
            Column.figure("usableBps", "Usable", Unit.BITS_PER_SECOND),
            Column.figure("needBps", "Needed", Unit.BITS_PER_SECOND),
            Column.text("verdict", "Verdict")),
        rows);
  }

  private void paint(Graphics2D graphics, Rectangle2D area, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    double most = Math.max(need, bars.stream().mapToDouble(Bar::usable).max().orElse(0));
    double shown = Math.min(most, SPREAD * need);
    SiScale scale = SiScale.of(shown, Unit.BITS_PER_SECOND.symbol());
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int i = 0; i < bars.size(); i++) {
      double drawn = Math.min(bars.get(i).usable(), shown);
      data.addValue(drawn / scale.factor(), "usable", (Integer) i);
    }
    CategoryAxis names = new NamedAxis(bars.stream().map(Bar::name).toList());
    names.setMaximumCategoryLabelWidthRatio(0.4f);
    NumberAxis rate = scale.axis("Usable throughput at the end of the horizon");
    CategoryPlot plot = new CategoryPlot(data, names, rate, renderer(style));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    style.plot(plot);
    double room = Math.max(0.2, 1 - widestLabel() / (area.getWidth() * BARS));
    rate.setRange(0, Math.max(shown / scale.factor(), 1e-9) * LABEL_AT / room);
    plot.addRangeMarker(
        new ValueMarker(need / scale.factor(), style.color(Token.INK), new BasicStroke(1.8f)),
        Layer.FOREGROUND);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      CategoryTextAnnotation text =
          new CategoryTextAnnotation(label(bar), (Integer) i, shown * LABEL_AT / scale.factor());
      text.setFont(ChartStyle.small());
      text.setPaint(style.color(Token.INK));
      text.setTextAnchor(TextAnchor.CENTER_LEFT);
      plot.addAnnotation(text);
    }
    LegendItemCollection legend = new LegendItemCollection();
    LegendItem line =
        new LegendItem("needed " + Unit.BITS_PER_SECOND.format(need), style.color(Token.INK));
    line.setShape(new Rectangle2D.Double(-1, -6, 2, 12));
    legend.add(line);
    plot.setFixedLegendItems(legend);
    style.draw(plot, true, graphics, area);
  }

  private static String label(Bar bar) {
    return Unit.BITS_PER_SECOND.format(bar.usable()) + " · " + bar.verdict();
  }

  private double widestLabel() {
    FontRenderContext context = new FontRenderContext(null, true, true);
    return bars.stream()
        .mapToDouble(bar -> ChartStyle.small().getStringBounds(label(bar), context).getWidth())
        .max()
        .orElse(0);
  }

  private BarRenderer renderer(ChartStyle style) {
    BarRenderer renderer =
        new BarRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public Paint getItemPaint(int row, int column) {
            return style.color(
                switch (bars.get(column).tone()) {
                  case GOOD -> Token.SERIES_C;
                  case BAD -> Token.SERIES_OTHER;
                  default -> Token.SERIES_E;
                });
          }
        };
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setMaximumBarWidth(0.2);
    return renderer;
  }
}
