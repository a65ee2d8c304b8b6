package org.firebreak.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.firebreak.core.reach.RadiusKind;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Effort against blast radius: what every choice costs, and which are not worth it. */
public final class ParetoChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final double NEAR = 0.12;

  /** Share of the axis on the left that a name needs. */
  private static final double ROOM = 0.25;

  private static final String FRONT = "on the Pareto front";
  private static final String OTHER = "more effort for no less reach";
  private static final String MARKED = "named";

  /**
   * A choice.
   *
   * @param name its name
   * @param effort what it costs, in the unit of the axis
   * @param blastRadius servers that an intruder reaches
   * @param front whether no other choice is better in both
   * @param named whether its name is written beside it
   */
  public record Point(
      String name, double effort, double blastRadius, boolean front, boolean named) {}

  private final List<Point> points;
  private final String effort;
  private final String radius;

  private ParetoChart(List<Point> points, String effort, String radius) {
    this.points =
        points.stream()
            .sorted(
                Comparator.comparingDouble(Point::effort)
                    .thenComparing(Comparator.comparingDouble(Point::blastRadius).reversed())
                    .thenComparing(Point::name))
            .toList();
    this.effort = effort;
    this.radius = radius;
  }

  /**
   * The chart of the mean blast radius.
   *
   * @param effort label of the axis of effort, with its unit
   */
  public static Chart of(String id, String title, String effort, List<Point> points) {
    return of(id, title, effort, RadiusKind.MEAN.label(), points);
  }

  /**
   * The chart.
   *
   * @param effort label of the axis of effort, with its unit
   * @param radius label of the axis of the blast radius
   */
  public static Chart of(
      String id, String title, String effort, String radius, List<Point> points) {
    ParetoChart chart = new ParetoChart(points, effort, capital(radius));
    long front = points.stream().filter(Point::front).count();
    String description =
        points.size()
            + " choices by effort and blast radius; "
            + front
            + " of them are on the Pareto front, where less reach takes more effort.";
    return new Chart(id, title, description, chart.table(id, title), WIDTH, HEIGHT, chart::paint);
  }

  /**
   * Where the choices are drawn, for what reacts to a pointer.
   *
   * @param area area in which the chart is drawn
   * @return places in the order of the points given
   */
  public static List<Point2D> places(
      List<Point> points, String effort, String radius, Rectangle2D area) {
    ChartStyle style = new ChartStyle(Theme.LIGHT);
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      new ParetoChart(points, effort, capital(radius)).paint(graphics, area, style);
    } finally {
      graphics.dispose();
    }
    return points.stream().map(each -> style.place(each.effort(), each.blastRadius())).toList();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private Table table(String id, String title) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Point point : points) {
      rows.add(
          List.of(
              Cell.text(point.name()),
              Cell.of(point.effort(), Unit.COUNT),
              Cell.of(point.blastRadius(), Unit.COUNT),
              Cell.text(point.front() ? "yes" : "no")));
    }
    return Table.of(
        id,
        title,
        List.of(
            Column.text("choice", "Choice"),
            Column.figure("effort", effort, Unit.COUNT),
            Column.figure("blastRadius", radius + " in servers", Unit.COUNT),
            Column.text("front", "On the front")),
        rows);
  }

  private void paint(Graphics2D graphics, Rectangle2D area, Theme theme) {
    paint(graphics, area, new ChartStyle(theme));
  }

  private void paint(Graphics2D graphics, Rectangle2D area, ChartStyle style) {
    XYSeries front = new XYSeries(FRONT, false, true);
    XYSeries other = new XYSeries(OTHER, false, true);
    XYSeries marked = new XYSeries(MARKED, false, true);
    for (Point point : points) {
      (point.front() ? front : other).add(point.effort(), point.blastRadius());
      if (point.named()) {
        marked.add(point.effort(), point.blastRadius());
      }
    }
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(front);
    data.addSeries(other);
    data.addSeries(marked);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    renderer.setSeriesPaint(0, style.color(Token.SERIES_A));
    renderer.setSeriesStroke(0, new BasicStroke(1.4f));
    renderer.setSeriesShape(0, UtilisationChart.mark(0));
    renderer.setSeriesLinesVisible(1, false);
    renderer.setSeriesPaint(1, style.color(Token.SERIES_OTHER));
    renderer.setSeriesShape(1, UtilisationChart.mark(3));
    renderer.setSeriesLinesVisible(2, false);
    renderer.setSeriesShape(2, new java.awt.geom.Ellipse2D.Double(-7, -7, 14, 14));
    renderer.setSeriesShapesFilled(2, false);
    renderer.setSeriesPaint(2, style.color(Token.INK));
    renderer.setSeriesVisibleInLegend(2, false);
    NumberAxis cost = new NumberAxis(effort);
    NumberAxis reach = new NumberAxis(radius + " (servers)");
    cost.setNumberFormatOverride(SiScale.plain("#,##0.##"));
    reach.setNumberFormatOverride(SiScale.plain("#,##0.##"));
    reach.setAutoRangeIncludesZero(true);
    cost.setUpperMargin(0.15);
    reach.setUpperMargin(0.12);
    XYPlot plot = new XYPlot(data, cost, reach, renderer);
    style.plot(plot);
    plot.setDomainGridlinesVisible(true);
    plot.setDomainGridlinePaint(style.color(Token.CARD_BORDER));
    names(plot, style);
    style.draw(plot, true, graphics, area);
  }

  /** Names right of their points; of near ones the first stands left, those between below. */
  private void names(XYPlot plot, ChartStyle style) {
    List<Point> named = points.stream().filter(Point::named).toList();
    double wide = points.stream().mapToDouble(Point::effort).max().orElse(1);
    for (int i = 0; i < named.size(); i++) {
      Point point = named.get(i);
      boolean before = i > 0 && near(named.get(i - 1), point);
      boolean after = i + 1 < named.size() && near(point, named.get(i + 1));
      boolean left = after && !before && point.effort() > wide * ROOM;
      XYTextAnnotation name =
          new XYTextAnnotation(
              point.name(), point.effort() + (left ? -wide : wide) / 50, point.blastRadius());
      name.setFont(ChartStyle.bold());
      name.setPaint(style.color(Token.INK));
      name.setTextAnchor(
          left ? TextAnchor.BOTTOM_RIGHT : after ? TextAnchor.TOP_LEFT : TextAnchor.BOTTOM_LEFT);
      plot.addAnnotation(name);
    }
  }

  private boolean near(Point one, Point next) {
    double wide = points.stream().mapToDouble(Point::effort).max().orElse(1);
    double high = points.stream().mapToDouble(Point::blastRadius).max().orElse(1);
    return next.effort() - one.effort() < wide * NEAR
        && Math.abs(next.blastRadius() - one.blastRadius()) < high * NEAR;
  }
}
