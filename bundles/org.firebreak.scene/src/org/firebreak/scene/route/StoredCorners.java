package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Attaches stored corners to the ends of a line where boxes stand now. Corners that no longer fit,
 * because a box was moved onto the line or away from its end, are refused, and the line is routed
 * anew.
 */
final class StoredCorners {
  private final Terrain.Indexed terrain;

  StoredCorners(Terrain.Indexed terrain) {
    this.terrain = terrain;
  }

  /** The whole route, or null if there are no corners or they do not fit. */
  List<Point> attached(RouteRequest request) {
    List<Point> corners = request.corners();
    if (corners.isEmpty()) {
      return null;
    }
    List<Point> route = new ArrayList<>(corners);
    int last = corners.size() - 1;
    LineEnd source = request.source();
    LineEnd destination = request.destination();
    Point start =
        destination.isInside(source)
            ? attachInside(corners.get(0), destination, source)
            : attach(corners.get(0), corners, 1, source);
    Point end =
        source.isInside(destination)
            ? attachInside(corners.get(last), source, destination)
            : attach(corners.get(last), corners, last - 1, destination);
    if (start == null || end == null) {
      return null;
    }
    route.add(0, start);
    route.add(end);
    List<Point> simplified = Routes.simplified(route);
    return isUpright(simplified) && isFree(simplified, request) ? simplified : null;
  }

  /** Where the line from a corner meets its end at a right angle; null if it does not. */
  private static Point attach(Point corner, List<Point> corners, int next, LineEnd end) {
    Rect body = end.body();
    boolean level =
        end.low(Side.RIGHT) <= corner.y()
            && corner.y() <= end.high(Side.RIGHT)
            && (corner.x() < body.x() || corner.x() > body.right());
    boolean upright =
        !end.isRow()
            && end.low(Side.DOWN) <= corner.x()
            && corner.x() <= end.high(Side.DOWN)
            && (corner.y() < body.y() || corner.y() > body.bottom());
    boolean comesLevel = next >= 0 && next < corners.size() && corners.get(next).y() == corner.y();
    if (level && !(comesLevel && doublesBack(corner, corners.get(next), body))) {
      int x = corner.x() < body.x() ? end.target().x() : end.target().right();
      return new Point(x, corner.y());
    }
    if (upright) {
      int y = corner.y() < body.y() ? end.target().y() : end.target().bottom();
      return new Point(corner.x(), y);
    }
    return null;
  }

  /** Where the line from a box inside a zone meets the zone's border, beyond the last corner. */
  private static Point attachInside(Point corner, LineEnd inner, LineEnd zone) {
    Rect box = inner.body();
    if (!zone.body().contains(corner)) {
      return null;
    }
    if (corner.x() < box.x() || corner.x() > box.right()) {
      return new Point(corner.x() < box.x() ? zone.body().x() : zone.body().right(), corner.y());
    }
    if (corner.y() < box.y() || corner.y() > box.bottom()) {
      return new Point(corner.x(), corner.y() < box.y() ? zone.body().y() : zone.body().bottom());
    }
    return null;
  }

  private static boolean doublesBack(Point corner, Point next, Rect body) {
    return Integer.signum(corner.x() - body.centerX()) != Integer.signum(next.x() - corner.x());
  }

  private static boolean isUpright(List<Point> route) {
    for (int i = 1; i < route.size(); i++) {
      if (route.get(i).x() != route.get(i - 1).x() && route.get(i).y() != route.get(i - 1).y()) {
        return false;
      }
    }
    return true;
  }

  private boolean isFree(List<Point> route, RouteRequest request) {
    for (int i = 1; i < route.size(); i++) {
      Point from = route.get(i - 1);
      Point to = route.get(i);
      for (Rect box : terrain.boxes().intersecting(Rect.spanning(from, to).grown(1))) {
        boolean own = request.concerns(box);
        boolean atEnd = own && (i == 1 || i == route.size() - 1);
        if (!atEnd && box.crossedBy(from, to)) {
          return false;
        }
      }
    }
    return true;
  }
}
