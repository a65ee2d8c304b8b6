package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Point;

/** Small operations on routes. */
final class Routes {

  private Routes() {}

  /** The same route without repeated points and without points in the middle of a segment. */
  static List<Point> simplified(List<Point> route) {
    List<Point> corners = new ArrayList<>();
    for (Point point : route) {
      int last = corners.size() - 1;
      if (last >= 0 && corners.get(last).equals(point)) {
        continue;
      }
      if (last >= 1 && between(corners.get(last - 1), corners.get(last), point)) {
        corners.remove(last);
      }
      corners.add(point);
    }
    if (corners.size() == 1) {
      corners.add(corners.get(0));
    }
    return corners;
  }

  private static boolean between(Point a, Point b, Point c) {
    return a.x() == b.x()
            && b.x() == c.x()
            && Integer.signum(b.y() - a.y()) == Integer.signum(c.y() - b.y())
        || a.y() == b.y()
            && b.y() == c.y()
            && Integer.signum(b.x() - a.x()) == Integer.signum(c.x() - b.x());
  }
}
