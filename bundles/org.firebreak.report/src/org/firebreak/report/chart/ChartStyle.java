package org.firebreak.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.firebreak.report.diagram.Typeface;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The look that all charts share: colours of the theme, thin grid, text in the diagrams' font. */
final class ChartStyle {
  static final float TEXT = 11;
  static final float SMALL = 10;

  /** Series by rank; the last is what is left over. */
  static final List<Token> SERIES =
      List.of(
          Token.SERIES_A,
          Token.SERIES_B,
          Token.SERIES_C,
          Token.SERIES_D,
          Token.SERIES_E,
          Token.SERIES_F,
          Token.SERIES_G);

  private static final float CALM = 0.8f;
  private static final BasicStroke HAIR = new BasicStroke(0.6f);
  private static final Color CLEAR = new Color(0, 0, 0, 0);

  private final Theme theme;
  private Plot drawn;
  private Rectangle2D dataArea;

  ChartStyle(Theme theme) {
    this.theme = theme;
  }

  Color color(Token token) {
    return Color.decode(token.hex(theme));
  }

  Color series(int rank) {
    return color(SERIES.get(rank % SERIES.size()));
  }

  /** A colour of a series that is calm enough to write on once it is half transparent. */
  Color calm(int rank) {
    Color series = series(rank);
    Color ground = color(Token.CANVAS);
    return new Color(
        mixed(series.getRed(), ground.getRed()),
        mixed(series.getGreen(), ground.getGreen()),
        mixed(series.getBlue(), ground.getBlue()));
  }

  private static int mixed(int strong, int weak) {
    return Math.round(CALM * strong + (1 - CALM) * weak);
  }

  static Font text() {
    return Typeface.REGULAR.font(TEXT);
  }

  static Font small() {
    return Typeface.REGULAR.font(SMALL);
  }

  static Font bold() {
    return Typeface.BOLD.font(TEXT);
  }

  /** Letter that marks a series besides its colour. */
  static String letter(int rank) {
    return String.valueOf((char) ('A' + rank));
  }

  void plot(XYPlot plot) {
    common(plot);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(color(Token.CARD_BORDER));
    plot.setRangeGridlineStroke(HAIR);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    axis(plot.getDomainAxis());
    axis(plot.getRangeAxis());
  }

  void plot(CategoryPlot plot) {
    common(plot);
    plot.setRangeGridlinePaint(color(Token.CARD_BORDER));
    plot.setRangeGridlineStroke(HAIR);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    axis(plot.getDomainAxis());
    axis(plot.getRangeAxis());
  }

  private static void common(Plot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setNoDataMessage("No figures");
    plot.setNoDataMessageFont(text());
  }

  private void axis(Axis axis) {
    axis.setLabelFont(small());
    axis.setLabelPaint(color(Token.MUTED));
    axis.setTickLabelFont(text());
    axis.setTickLabelPaint(color(Token.INK));
    axis.setAxisLinePaint(color(Token.MUTED));
    axis.setTickMarkPaint(color(Token.MUTED));
    axis.setTickMarkStroke(HAIR);
    axis.setAxisLineStroke(HAIR);
  }

  /** Where the values of a point are in the plot drawn last, which has two axes of numbers. */
  Point2D place(double x, double y) {
    XYPlot plot = (XYPlot) drawn;
    return new Point2D.Double(
        plot.getDomainAxis().valueToJava2D(x, dataArea, plot.getDomainAxisEdge()),
        plot.getRangeAxis().valueToJava2D(y, dataArea, plot.getRangeAxisEdge()));
  }

  /** Draws a plot with a legend below it, or without one. */
  void draw(Plot plot, boolean withLegend, Graphics2D graphics, Rectangle2D area) {
    JFreeChart chart = new JFreeChart(null, text(), plot, false);
    chart.setBackgroundPaint(CLEAR);
    chart.setPadding(new RectangleInsets(4, 4, 4, 12));
    chart.setAntiAlias(true);
    chart.setElementHinting(false);
    if (withLegend) {
      LegendTitle legend = new LegendTitle(plot);
      legend.setItemFont(text());
      legend.setItemPaint(color(Token.INK));
      legend.setBackgroundPaint(CLEAR);
      legend.setFrame(BlockBorder.NONE);
      legend.setPosition(RectangleEdge.BOTTOM);
      chart.addLegend(legend);
    }
    ChartRenderingInfo places = new ChartRenderingInfo();
    chart.draw(graphics, area, places);
    drawn = plot;
    dataArea = places.getPlotInfo().getDataArea();
  }
}
