package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/** Places for a label along a route: the longest segment first, and its middle first. */
final class LabelCandidates {
  private static final int STEP = 6;
  private static final int RING = 14;
  private static final int RINGS = 12;

  private LabelCandidates() {}

  /**
   * Places centred on the line.
   *
   * @param steps number of places to both sides of a segment's middle
   */
  static List<Rect> on(List<Point> route, Size size, int steps) {
    List<Rect> places = new ArrayList<>();
    for (int i : segments(route, size)) {
      for (Point point : along(route.get(i - 1), route.get(i), steps)) {
        places.add(centred(point, size));
      }
    }
    return places;
  }

  /** Places right beside the line, on both sides. */
  static List<Rect> beside(List<Point> route, Size size, int steps, int gap) {
    List<Rect> places = new ArrayList<>();
    for (int i : segments(route, size)) {
      boolean upright = route.get(i - 1).x() == route.get(i).x();
      int dx = upright ? size.width() / 2 + gap : 0;
      int dy = upright ? 0 : size.height() / 2 + gap;
      for (Point point : along(route.get(i - 1), route.get(i), steps)) {
        places.add(centred(point, size).moved(dx, -dy));
        places.add(centred(point, size).moved(-dx, dy));
      }
    }
    return places;
  }

  /** Places all around the middle of the longest segment, the nearest first. */
  static List<Rect> around(List<Point> route, Size size) {
    int longest = segments(route, size).get(0);
    Point from = route.get(longest - 1);
    Point to = route.get(longest);
    Rect centred = centred(new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2), size);
    List<Rect> places = new ArrayList<>();
    for (int ring = 1; ring <= RINGS; ring++) {
      int reach = ring * RING;
      for (int step = -ring; step <= ring; step++) {
        int along = step * RING;
        places.add(centred.moved(along, -reach));
        places.add(centred.moved(along, reach));
        places.add(centred.moved(-reach, along));
        places.add(centred.moved(reach, along));
      }
    }
    return places;
  }

  private static List<Integer> segments(List<Point> route, Size size) {
    List<Integer> segments = new ArrayList<>();
    for (int i = 1; i < route.size(); i++) {
      segments.add(i);
    }
    segments.sort(Comparator.comparingInt(i -> -room(route.get(i - 1), route.get(i), size)));
    return segments;
  }

  private static int room(Point from, Point to, Size size) {
    return from.manhattan(to) - (from.x() == to.x() ? size.height() : size.width());
  }

  private static List<Point> along(Point from, Point to, int steps) {
    int length = from.manhattan(to);
    int step = Math.max(STEP, length / 2 / steps);
    List<Point> points = new ArrayList<>();
    for (int offset = 0; offset <= length / 2; offset += step) {
      points.add(at(from, to, length / 2 + offset, length));
      if (offset > 0) {
        points.add(at(from, to, length / 2 - offset, length));
      }
    }
    return points;
  }

  private static Point at(Point from, Point to, int along, int length) {
    double share = length == 0 ? 0 : (double) along / length;
    return from.plus(
        (int) Math.round((to.x() - from.x()) * share),
        (int) Math.round((to.y() - from.y()) * share));
  }

  private static Rect centred(Point point, Size size) {
    return new Rect(
        point.x() - size.width() / 2, point.y() - size.height() / 2, size.width(), size.height());
  }
}
