package org.firebreak.report.diagram;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.Paint;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.Token;
import org.firebreak.scene.paint.Shape;
import org.firebreak.scene.paint.Shape.Anchor;
import org.firebreak.scene.paint.Shape.Dash;

/** Collects what a page shows besides the diagram. Lengths are points until they are shapes. */
final class PageFurniture {
  private static final double BASELINE = 9;
  private static final double TICK = 8;
  private static final double TICK_WIDTH = 0.6;

  private final List<Shape> shapes = new ArrayList<>();
  private final double width;
  private final double height;
  private final Rectangle2D area;
  private final double margin;

  PageFurniture(double width, double height, Rectangle2D area, double margin) {
    this.width = width;
    this.height = height;
    this.area = area;
    this.margin = margin;
  }

  List<Shape> shapes() {
    return shapes;
  }

  void titles(PageTitles titles, int number, int count) {
    double head = margin + BASELINE;
    double foot = height - margin - 2;
    int half = (int) ((width - 2 * margin) / 2 / PagePlan.POINTS_PER_PX) - 6;
    text(titles.design(), half, margin, head, Anchor.START);
    text(titles.diagram(), half, width - margin, head, Anchor.END);
    text(titles.date().toString(), half, margin, foot, Anchor.START);
    text("Page " + number + " of " + count, half, width - margin, foot, Anchor.END);
  }

  private void text(String text, int room, double x, double baseline, Anchor anchor) {
    shapes.add(
        new Shape.Text(
            PictureMetrics.INSTANCE.fit(text, TextStyle.CAPTION, room),
            x / PagePlan.POINTS_PER_PX,
            baseline / PagePlan.POINTS_PER_PX,
            anchor,
            TextStyle.CAPTION,
            Paint.of(Token.MUTED)));
  }

  /** Short lines where the neighbouring pages begin and end. */
  void overlaps(boolean left, boolean above, boolean right, boolean below) {
    double near = PagePlan.OVERLAP;
    if (left) {
      upright(area.getX() + near);
    }
    if (right) {
      upright(area.getMaxX() - near);
    }
    if (above) {
      level(area.getY() + near);
    }
    if (below) {
      level(area.getMaxY() - near);
    }
  }

  private void upright(double x) {
    tick(x, area.getY(), 0, TICK);
    tick(x, area.getMaxY() - TICK, 0, TICK);
  }

  private void level(double y) {
    tick(area.getX(), y, TICK, 0);
    tick(area.getMaxX() - TICK, y, TICK, 0);
  }

  private void tick(double x, double y, double dx, double dy) {
    double px = PagePlan.POINTS_PER_PX;
    shapes.add(
        new Shape.Panel(
            (x - TICK_WIDTH / 2) / px,
            (y - TICK_WIDTH / 2) / px,
            (dx + TICK_WIDTH) / px,
            (dy + TICK_WIDTH) / px,
            0,
            Paint.of(Token.MUTED),
            null,
            0,
            Dash.SOLID));
  }
}
