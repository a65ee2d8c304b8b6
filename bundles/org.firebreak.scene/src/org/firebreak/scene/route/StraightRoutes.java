package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/** Routes at any angle: straight from end to end, or through corners set by hand. */
public final class StraightRoutes {

  private StraightRoutes() {}

  /** A straight line from border to border; a loop stays a loop. */
  public static Route direct(RouteRequest request) {
    if (request.isLoop()) {
      return new Route(SimpleRoutes.route(request), false);
    }
    return through(request, List.of());
  }

  /** A line through the stored corners, or straight if there are none. */
  public static Route throughCorners(RouteRequest request) {
    return request.corners().isEmpty() ? direct(request) : through(request, request.corners());
  }

  private static Route through(RouteRequest request, List<Point> corners) {
    Rect from = request.source().target();
    Rect to = request.destination().target();
    Point first = corners.isEmpty() ? to.center() : corners.get(0);
    Point last = corners.isEmpty() ? from.center() : corners.get(corners.size() - 1);
    List<Point> points = new ArrayList<>();
    points.add(border(from, first));
    points.addAll(corners);
    points.add(border(to, last));
    return new Route(points, !corners.isEmpty());
  }

  /** Where the line from a box's centre towards a point leaves the box. */
  private static Point border(Rect box, Point towards) {
    double dx = towards.x() - box.centerX();
    double dy = towards.y() - box.centerY();
    if (dx == 0 && dy == 0) {
      return box.center();
    }
    double scale =
        Math.min(
            dx == 0 ? Double.MAX_VALUE : box.width() / 2.0 / Math.abs(dx),
            dy == 0 ? Double.MAX_VALUE : box.height() / 2.0 / Math.abs(dy));
    return new Point(
        (int) Math.round(box.centerX() + dx * scale), (int) Math.round(box.centerY() + dy * scale));
  }
}
