package org.firebreak.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** Rates by hour of the day or the week, one above the other: what crosses, and when it peaks. */
public final class ProfileChart {
  private static final int MOST = 7;
  private static final int HOURS = 24;
  private static final int WIDTH = 720;
  private static final int HEIGHT = 320;
  private static final double THICK_ENOUGH = 0.09;
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

  private final List<RateSeries> series;
  private final int bins;

  private ProfileChart(List<RateSeries> all) {
    series = RateSeries.largest(all, MOST);
    bins = Math.max(HOURS, series.stream().mapToInt(each -> each.bins().size()).max().orElse(1));
  }

  /**
   * The chart of some rates on a common clock; the seven largest have names.
   *
   * @param all rates; clocks of 1, 24 or 168 hours repeat within the longest
   */
  public static Chart of(String id, String title, List<RateSeries> all) {
    ProfileChart chart = new ProfileChart(all);
    return new Chart(
        id, title, chart.description(), chart.table(id, title), WIDTH, HEIGHT, chart::paint);
  }

  private double total(int bin) {
    return series.stream().mapToDouble(each -> each.at(bin)).sum();
  }

  private int busiest() {
    int busiest = 0;
    for (int bin = 1; bin < bins; bin++) {
      busiest = total(bin) > total(busiest) ? bin : busiest;
    }
    return busiest;
  }

  private String description() {
    if (series.isEmpty()) {
      return "No flow has a rate.";
    }
    StringBuilder text = new StringBuilder("The sum peaks at ");
    text.append(Unit.BITS_PER_SECOND.format(total(busiest()))).append(" (").append(hour(busiest()));
    text.append("). Largest: ");
    for (int i = 0; i < Math.min(3, series.size()); i++) {
      text.append(i > 0 ? ", " : "")
          .append(series.get(i).name())
          .append(" with a peak of ")
          .append(Unit.BITS_PER_SECOND.format(series.get(i).peak()));
    }
    return text.append('.').toString();
  }

  private String hour(int bin) {
    String hour = String.format(Locale.ROOT, "%02d:00", bin % HOURS);
    return bins > HOURS ? DAYS[bin / HOURS % DAYS.length] + " " + hour : hour;
  }

  private Table table(String id, String title) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("hour", "Hour"));
    for (int i = 0; i < series.size(); i++) {
      columns.add(Column.figure("series" + (i + 1), series.get(i).name(), Unit.BITS_PER_SECOND));
    }
    columns.add(Column.figure("total", "Total", Unit.BITS_PER_SECOND));
    List<List<Cell>> rows = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(hour(bin)));
      for (RateSeries each : series) {
        row.add(Cell.of(each.at(bin), Unit.BITS_PER_SECOND));
      }
      row.add(Cell.of(total(bin), Unit.BITS_PER_SECOND));
      rows.add(row);
    }
    return Table.of(id, title, columns, rows);
  }

  private void paint(Graphics2D graphics, Rectangle2D area, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    double peak = total(busiest());
    SiScale scale = SiScale.of(peak, Unit.BITS_PER_SECOND.symbol());
    NumberAxis range = scale.axis("Rate");
    range.setRange(0, Math.max(peak / scale.factor(), 1e-9) * 1.06);
    XYPlot plot = new XYPlot(new XYSeriesCollection(), hours(), range, new XYAreaRenderer());
    style.plot(plot);
    plot.setNoDataMessage(series.isEmpty() ? "No figures" : null);
    LegendItemCollection legend = new LegendItemCollection();
    double[] below = new double[bins];
    for (int i = 0; i < series.size(); i++) {
      plot.addAnnotation(
          new XYShapeAnnotation(
              step(i, below, scale),
              new BasicStroke(0.8f),
              style.color(Token.CANVAS),
              color(style, i)));
      LegendItem item = new LegendItem(label(i), color(style, i));
      item.setShape(new Rectangle2D.Double(-5, -5, 10, 10));
      legend.add(item);
      for (int bin = 0; bin < bins; bin++) {
        below[bin] += series.get(i).at(bin);
      }
    }
    plot.setFixedLegendItems(legend);
    for (int day = HOURS; day < bins; day += HOURS) {
      plot.addDomainMarker(
          new ValueMarker(day, style.color(Token.CARD_BORDER), new BasicStroke(1)),
          Layer.BACKGROUND);
    }
    letters(plot, style, peak, scale);
    style.draw(plot, true, graphics, area);
  }

  /** Outline of a series above those below it; each hour is a step. */
  private Path2D step(int rank, double[] below, SiScale scale) {
    double[] top = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      top[bin] = below[bin] + series.get(rank).at(bin);
    }
    Path2D path = new Path2D.Double();
    path.moveTo(0, below[0] / scale.factor());
    for (int bin = 0; bin < bins; bin++) {
      if (bin == 0 || top[bin] != top[bin - 1]) {
        path.lineTo(bin, top[bin] / scale.factor());
      }
      if (bin == bins - 1 || top[bin] != top[bin + 1]) {
        path.lineTo(bin + 1.0, top[bin] / scale.factor());
      }
    }
    for (int bin = bins - 1; bin >= 0; bin--) {
      if (bin == bins - 1 || below[bin] != below[bin + 1]) {
        path.lineTo(bin + 1.0, below[bin] / scale.factor());
      }
      if (bin == 0 || below[bin] != below[bin - 1]) {
        path.lineTo(bin, below[bin] / scale.factor());
      }
    }
    path.closePath();
    return path;
  }

  private String label(int rank) {
    return series.get(rank).isRest()
        ? series.get(rank).name()
        : ChartStyle.letter(rank) + "  " + series.get(rank).name();
  }

  private Color color(ChartStyle style, int rank) {
    return series.get(rank).isRest() ? style.color(Token.SERIES_OTHER) : style.series(rank);
  }

  /** Names of days in their middle, or every third hour. */
  private NumberAxis hours() {
    if (bins == HOURS) {
      NumberAxis axis = new NumberAxis("Hour of the day");
      axis.setRange(0, bins);
      axis.setTickUnit(new NumberTickUnit(3, SiScale.plain("00")));
      return axis;
    }
    String[] names = new String[bins + 1];
    Arrays.fill(names, "");
    for (int day = 0; day * HOURS < bins; day++) {
      names[day * HOURS + HOURS / 2] = DAYS[day % DAYS.length];
    }
    SymbolAxis axis = new SymbolAxis("Hour of the week", names);
    axis.setRange(0, bins);
    axis.setGridBandsVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickUnit(new NumberTickUnit(HOURS / 2.0));
    return axis;
  }

  /** The letter of each series where it is thickest. */
  private void letters(XYPlot plot, ChartStyle style, double peak, SiScale scale) {
    double[] below = new double[bins];
    for (int i = 0; i < series.size(); i++) {
      int best = 0;
      for (int bin = 0; bin < bins; bin++) {
        best = series.get(i).at(bin) > series.get(i).at(best) ? bin : best;
      }
      int end = best;
      while (end + 1 < bins
          && series.get(i).at(end + 1) == series.get(i).at(best)
          && below[end + 1] == below[best]) {
        end++;
      }
      double rate = series.get(i).at(best);
      if (rate > THICK_ENOUGH * peak && !series.get(i).isRest()) {
        XYTextAnnotation letter =
            new XYTextAnnotation(
                ChartStyle.letter(i),
                (best + end + 1) / 2.0,
                (below[best] + rate / 2) / scale.factor());
        letter.setFont(ChartStyle.bold());
        letter.setPaint(style.color(Token.CANVAS));
        letter.setTextAnchor(TextAnchor.CENTER);
        plot.addAnnotation(letter);
      }
      for (int bin = 0; bin < bins; bin++) {
        below[bin] += series.get(i).at(bin);
      }
    }
  }
}
