package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Routes at any angle: straight from end to end, or through corners set by hand. Lines between the
 * same two ends run side by side.
 */
public final class StraightRoutes {
  /** Distance between parallel lines, px. */
  private static final int APART = 22;

  private static final int LOOPS_APART = 14;

  private final Map<Pair, Integer> counts = new HashMap<>();
  private final Map<Pair, Integer> seen = new HashMap<>();

  /** Two ends, whichever of them is the client. */
  private record Pair(Rect one, Rect other) {
    static Pair of(RouteRequest request) {
      Rect from = request.source().target();
      Rect to = request.destination().target();
      boolean inOrder = from.x() < to.x() || from.x() == to.x() && from.y() <= to.y();
      return inOrder ? new Pair(from, to) : new Pair(to, from);
    }
  }

  private StraightRoutes() {}

  /** Straight lines from border to border; a loop stays a loop. */
  public static List<Route> direct(List<RouteRequest> requests) {
    return new StraightRoutes().routes(requests, false);
  }

  /** Lines through the stored corners, or straight if there are none. */
  public static List<Route> throughCorners(List<RouteRequest> requests) {
    return new StraightRoutes().routes(requests, true);
  }

  private List<Route> routes(List<RouteRequest> requests, boolean byHand) {
    for (RouteRequest request : requests) {
      if (!byHand || request.corners().isEmpty()) {
        counts.merge(Pair.of(request), 1, Integer::sum);
      }
    }
    List<Route> routes = new ArrayList<>();
    for (RouteRequest request : requests) {
      boolean free = !byHand || request.corners().isEmpty();
      routes.add(free ? straight(request) : through(request, request.corners()));
    }
    return routes;
  }

  private Route straight(RouteRequest request) {
    Pair pair = Pair.of(request);
    int number = seen.merge(pair, 1, Integer::sum) - 1;
    if (request.isLoop()) {
      return new Route(SimpleRoutes.loop(request, number * LOOPS_APART), false);
    }
    Rect from = request.source().target();
    Rect to = request.destination().target();
    Point a = pair.one().center();
    Point b = pair.other().center();
    double length = Math.max(1, Math.hypot(b.x() - a.x(), b.y() - a.y()));
    double room = Math.min(least(from), least(to)) * 0.8;
    int count = counts.get(pair);
    double apart = Math.min(APART, count < 2 ? APART : room / (count - 1));
    double offset = (number - (count - 1) / 2.0) * apart;
    double dx = -(b.y() - a.y()) / length * offset;
    double dy = (b.x() - a.x()) / length * offset;
    Point start = exit(from, to, dx, dy);
    Point end = exit(to, from, dx, dy);
    return new Route(List.of(start, end), false);
  }

  private static int least(Rect box) {
    return Math.min(box.width(), box.height());
  }

  /** Where a line from box to box leaves the first one, both moved aside. */
  private static Point exit(Rect from, Rect to, double dx, double dy) {
    double startX = from.centerX() + dx;
    double startY = from.centerY() + dy;
    return border(from, startX, startY, to.centerX() + dx - startX, to.centerY() + dy - startY);
  }

  private static Route through(RouteRequest request, List<Point> corners) {
    List<Point> points = new ArrayList<>();
    points.add(exit(request.source().target(), corners.get(0)));
    points.addAll(corners);
    points.add(exit(request.destination().target(), corners.get(corners.size() - 1)));
    return new Route(points, true);
  }

  private static Point exit(Rect from, Point to) {
    return border(
        from, from.centerX(), from.centerY(), to.x() - from.centerX(), to.y() - from.centerY());
  }

  /** Where a ray from a point inside a box leaves it; the point itself if the ray goes nowhere. */
  private static Point border(Rect box, double x, double y, double dx, double dy) {
    double steps = Double.MAX_VALUE;
    if (dx != 0) {
      steps = Math.min(steps, ((dx > 0 ? box.right() : box.x()) - x) / dx);
    }
    if (dy != 0) {
      steps = Math.min(steps, ((dy > 0 ? box.bottom() : box.y()) - y) / dy);
    }
    steps = steps == Double.MAX_VALUE ? 0 : Math.max(0, steps);
    return new Point((int) Math.round(x + dx * steps), (int) Math.round(y + dy * steps));
  }
}
