package org.firebreak.ui.strategies;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.firebreak.core.optimise.Effort;
import org.firebreak.core.optimise.FrontPoint;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.report.chart.ParetoChart;
import org.firebreak.report.comparison.ComparisonCharts;
import org.firebreak.scene.Token;
import org.firebreak.ui.lists.Grid;
import org.firebreak.ui.theme.Palette;
import org.firebreak.ui.throughput.ChartPane;

/** The Pareto front as a chart whose points are chosen by a click or by the arrow keys. */
public final class FrontPane {
  /** So far from a point a click still means it, px. */
  private static final double NEAR = 14;

  private static final int RING = 9;

  private final ChartPane chart;
  private final Consumer<FrontPoint> chosen;
  private List<ParetoChart.Point> points = List.of();
  private ParetoFront front;
  private int selected = -1;

  FrontPane(Composite parent, Consumer<FrontPoint> chosen) {
    this.chosen = chosen;
    chart = new ChartPane(parent);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(chart.control());
    chart.control().addListener(SWT.MouseDown, this::clicked);
    chart.control().addListener(SWT.MouseMove, this::explain);
    chart.control().addListener(SWT.KeyDown, this::pressed);
    chart.control().addListener(SWT.Traverse, FrontPane::leave);
    chart.control().addListener(SWT.Paint, this::mark);
  }

  /** The control. */
  public Control control() {
    return chart.control();
  }

  /** Puts the figures of the front on the clipboard as CSV. */
  public void copyCsv() {
    chart.copyCsv();
  }

  ChartPane chart() {
    return chart;
  }

  /** What the axis counts; {@code null} while there is no front. */
  public Effort effort() {
    return front == null ? null : front.effort();
  }

  void show(ParetoFront shown) {
    front = shown;
    points =
        shown.points().stream()
            .map(each -> new ParetoChart.Point("", each.effort(), each.radius(), true, false))
            .toList();
    selected = -1;
    chart.show(ComparisonCharts.front(shown));
    chart.control().redraw();
  }

  /** Where the points are in the pane, px. */
  public List<Point2D> places() {
    if (front == null) {
      return List.of();
    }
    double scale = chart.scale();
    Rectangle pane = chart.control().getClientArea();
    Rectangle2D area = new Rectangle2D.Double(0, 0, pane.width * scale, pane.height * scale);
    return ParetoChart.places(points, front.effort().label(), front.objective().label(), area)
        .stream()
        .map(at -> (Point2D) new Point2D.Double(at.getX() / scale, at.getY() / scale))
        .toList();
  }

  private void clicked(Event event) {
    chart.control().setFocus();
    int nearest = nearest(event);
    if (nearest >= 0) {
      select(nearest);
    }
  }

  private void explain(Event event) {
    int nearest = nearest(event);
    String tip =
        nearest < 0
            ? null
            : Choice.of(front.points().get(nearest), front.objective(), front.effort().label())
                .title();
    if (!Objects.equals(tip, chart.control().getToolTipText())) {
      chart.control().setToolTipText(tip == null ? null : Grid.lines(tip));
    }
  }

  /** The point that is meant at the pointer; negative for none. */
  private int nearest(Event event) {
    List<Point2D> places = places();
    int nearest = -1;
    for (int i = 0; i < places.size(); i++) {
      double distance = places.get(i).distance(event.x, event.y);
      if (distance <= NEAR
          && (nearest < 0 || distance < places.get(nearest).distance(event.x, event.y))) {
        nearest = i;
      }
    }
    return nearest;
  }

  private void pressed(Event event) {
    int step =
        switch (event.keyCode) {
          case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> 1;
          case SWT.ARROW_LEFT, SWT.ARROW_UP -> -1;
          default -> 0;
        };
    if (step != 0 && !points.isEmpty()) {
      select(Math.clamp(selected + (long) step, 0, points.size() - 1));
    }
  }

  private static void leave(Event event) {
    event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
  }

  private void select(int index) {
    selected = index;
    chart.control().redraw();
    chosen.accept(front.points().get(index));
  }

  private void mark(Event event) {
    if (selected < 0) {
      return;
    }
    Point2D at = places().get(selected);
    event.gc.setAntialias(SWT.ON);
    event.gc.setLineWidth(2);
    event.gc.setForeground(Palette.color(Token.ACCENT));
    event.gc.drawOval(
        (int) Math.round(at.getX()) - RING, (int) Math.round(at.getY()) - RING, 2 * RING, 2 * RING);
  }
}
