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
      if (last >= 1 && aligned(corners.get(last - 1), corners.get(last), point)) {
        corners.remove(last);
        // Doubling back on itself leaves nothing of the detour.
        if (corners.get(last - 1).equals(point)) {
          continue;
        }
      }
      corners.add(point);
    }
    if (corners.size() == 1) {
      corners.add(corners.get(0));
    }
    return corners;
  }

  private static boolean aligned(Point a, Point b, Point c) {
    return a.x() == b.x() && b.x() == c.x() || a.y() == b.y() && b.y() == c.y();
  }
}
