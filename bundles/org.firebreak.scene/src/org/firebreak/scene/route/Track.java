package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Point;

/** A route while its segments are being moved sideways. */
final class Track {
  final RouteRequest request;
  final boolean fixed;
  private List<Point> points;

  Track(RouteRequest request, List<Point> points, boolean fixed) {
    this.request = request;
    this.points = points;
    this.fixed = fixed;
  }

  List<Point> points() {
    return points;
  }

  /** Segments of one orientation. */
  List<Segment> segments(boolean vertical) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      boolean upright = a.x() == b.x() && a.y() != b.y();
      boolean level = a.y() == b.y() && a.x() != b.x();
      if (vertical ? upright : level) {
        segments.add(new Segment(this, i, vertical));
      }
    }
    return segments;
  }

  /** Moves the segment that ends at a point to another position. */
  void move(int index, boolean vertical, int position) {
    List<Point> moved = new ArrayList<>(points);
    for (int i = index - 1; i <= index; i++) {
      Point old = points.get(i);
      moved.set(i, vertical ? new Point(position, old.y()) : new Point(old.x(), position));
    }
    points = moved;
  }

  void simplify() {
    points = Routes.simplified(points);
  }
}
