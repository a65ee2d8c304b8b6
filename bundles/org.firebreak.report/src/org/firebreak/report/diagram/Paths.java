package org.firebreak.report.diagram;

import java.awt.geom.Path2D;
import org.firebreak.scene.paint.Outline;
import org.firebreak.scene.paint.Shape;

/** Shapes of a scene as paths in diagram coordinates. */
final class Paths {
  /** Distance of control points for a quarter circle of radius 1. */
  private static final double QUARTER = 0.5523;

  private Paths() {}

  static Path2D of(Shape.Panel panel) {
    double left = panel.x();
    double top = panel.y();
    double right = left + panel.width();
    double bottom = top + panel.height();
    double radius = Math.min(panel.radius(), Math.min(panel.width(), panel.height()) / 2);
    double pull = radius * (1 - QUARTER);
    Path2D path = new Path2D.Double();
    path.moveTo(left + radius, top);
    path.lineTo(right - radius, top);
    path.curveTo(right - pull, top, right, top + pull, right, top + radius);
    path.lineTo(right, bottom - radius);
    path.curveTo(right, bottom - pull, right - pull, bottom, right - radius, bottom);
    path.lineTo(left + radius, bottom);
    path.curveTo(left + pull, bottom, left, bottom - pull, left, bottom - radius);
    path.lineTo(left, top + radius);
    path.curveTo(left, top + pull, left + pull, top, left + radius, top);
    path.closePath();
    return path;
  }

  static Path2D of(Outline outline) {
    Path2D path = new Path2D.Double();
    for (Outline.Step step : outline.steps()) {
      switch (step) {
        case Outline.Step.Move m -> path.moveTo(m.x(), m.y());
        case Outline.Step.Line l -> path.lineTo(l.x(), l.y());
        case Outline.Step.Curve c -> path.curveTo(c.x1(), c.y1(), c.x2(), c.y2(), c.x(), c.y());
        case Outline.Step.Close close -> path.closePath();
      }
    }
    return path;
  }
}
