package org.firebreak.diagram.figures;

import java.util.List;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;
import org.firebreak.scene.geometry.Rect;

/** Between the scene's geometry and Draw2d's. */
public final class Geometry {

  private Geometry() {}

  public static Rectangle rectangle(Rect rect) {
    return new Rectangle(rect.x(), rect.y(), rect.width(), rect.height());
  }

  public static Rect rect(Rectangle rectangle) {
    return new Rect(rectangle.x, rectangle.y, rectangle.width, rectangle.height);
  }

  public static Point point(org.firebreak.scene.geometry.Point point) {
    return new Point(point.x(), point.y());
  }

  public static PointList points(List<org.firebreak.scene.geometry.Point> route) {
    PointList points = new PointList(route.size());
    route.forEach(point -> points.addPoint(point.x(), point.y()));
    return points;
  }
}
