package org.firebreak.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
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
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Load of devices year by year against the ceiling that they may reach. */
public final class UtilisationChart {
  private static final int MOST = 7;
  private static final int WIDTH = 720;
  private static final int HEIGHT = 320;

  /**
   * A device.
   *
   * @param name name of the device
   * @param loads load at the end of year 0 (today), 1, 2 and so on; 1 for fully loaded
   */
  public record Line(String name, List<Double> loads) {

    /** Copies the loads. */
    public Line {
      loads = List.copyOf(loads);
    }
  }

  private final List<Line> lines;
  private final double ceiling;

  private UtilisationChart(List<Line> lines, double ceiling) {
    this.lines = List.copyOf(lines.subList(0, Math.min(MOST, lines.size())));
    this.ceiling = ceiling;
  }

  /**
   * The chart of some devices; the first seven are drawn.
   *
   * @param ceiling load that may be reached, 0 to 1
   */
  public static Chart of(String id, String title, List<Line> lines, double ceiling) {
    UtilisationChart chart = new UtilisationChart(lines, ceiling);
    return new Chart(
        id, title, chart.description(), chart.table(id, title), WIDTH, HEIGHT, chart::paint);
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    for (Line line : lines) {
      int year = 0;
      while (year < line.loads().size() && line.loads().get(year) <= ceiling) {
        year++;
      }
      parts.add(
          year == line.loads().size()
              ? line.name() + " stays below it"
              : line.name() + (year == 0 ? " is above it today" : " passes it in year " + year));
    }
    return "The ceiling is at "
        + Unit.SHARE.format(ceiling)
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
        + ".";
  }

  private int years() {
    return lines.stream().mapToInt(line -> line.loads().size()).max().orElse(1);
  }

  private Table table(String id, String title) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.figure("year", "Year", Unit.COUNT));
    for (int i = 0; i < lines.size(); i++) {
      columns.add(Column.figure("device" + (i + 1), lines.get(i).name(), Unit.SHARE));
    }
    columns.add(Column.figure("ceiling", "Ceiling", Unit.SHARE));
    List<List<Cell>> rows = new ArrayList<>();
    for (int year = 0; year < years(); year++) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.count(year));
      for (Line line : lines) {
        row.add(
            year < line.loads().size()
                ? Cell.of(line.loads().get(year), Unit.SHARE)
                : Cell.empty());
      }
      row.add(Cell.of(ceiling, Unit.SHARE));
      rows.add(row);
    }
    return Table.of(id, title, columns, rows);
  }

  private void paint(Graphics2D graphics, Rectangle2D area, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    for (int i = 0; i < lines.size(); i++) {
      XYSeries series = new XYSeries(lines.get(i).name(), false, false);
      for (int year = 0; year < lines.get(i).loads().size(); year++) {
        series.add(year, 100 * lines.get(i).loads().get(year));
      }
      data.addSeries(series);
      renderer.setSeriesPaint(i, style.series(i));
      renderer.setSeriesStroke(i, new BasicStroke(1.8f));
      renderer.setSeriesShape(i, mark(i));
    }
    NumberAxis years = new NumberAxis("Year from now");
    years.setTickUnit(new NumberTickUnit(1, SiScale.plain("0")));
    years.setRange(-0.15, Math.max(1, years() - 1) + 0.15);
    NumberAxis load = new NumberAxis("Load (%)");
    load.setNumberFormatOverride(SiScale.plain("0"));
    load.setAutoRangeIncludesZero(true);
    XYPlot plot = new XYPlot(data, years, load, renderer);
    style.plot(plot);
    double highest =
        lines.stream().flatMap(line -> line.loads().stream()).mapToDouble(v -> v).max().orElse(1);
    load.setRange(0, 100 * Math.max(highest, ceiling) * 1.1);
    ValueMarker marker =
        new ValueMarker(
            100 * ceiling,
            style.color(Token.ERROR),
            new BasicStroke(
                1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0));
    marker.setLabel("ceiling " + Unit.SHARE.format(ceiling));
    marker.setLabelFont(ChartStyle.bold());
    marker.setLabelPaint(style.color(Token.ERROR));
    marker.setLabelBackgroundColor(new java.awt.Color(0, 0, 0, 0));
    marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
    marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
    plot.addRangeMarker(marker);
    style.draw(plot, true, graphics, area);
  }

  /** A mark of its own for each line, as the second cue. */
  static java.awt.Shape mark(int rank) {
    double r = 4;
    Path2D path = new Path2D.Double();
    switch (rank % 7) {
      case 0 -> path.append(new Ellipse2D.Double(-r, -r, 2 * r, 2 * r), false);
      case 1 -> path.append(new Rectangle2D.Double(-r, -r, 2 * r, 2 * r), false);
      case 2 -> polygon(path, 0, -r, r, r, -r, r);
      case 3 -> polygon(path, 0, -r, r, 0, 0, r, -r, 0);
      case 4 -> polygon(path, -r, -r, r, -r, 0, r);
      case 5 -> path.append(new Rectangle2D.Double(-r, -r / 2, 2 * r, r), false);
      default -> path.append(new Rectangle2D.Double(-r / 2, -r, r, 2 * r), false);
    }
    return path;
  }

  private static void polygon(Path2D path, double... points) {
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
  }
}
