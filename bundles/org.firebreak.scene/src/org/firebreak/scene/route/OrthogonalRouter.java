package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.RectIndex;

/** Routes lines at right angles. */
public final class OrthogonalRouter {
  private final RectIndex obstacles;

  /**
   * A router for one picture.
   *
   * @param obstacles boxes that lines must not cross; the bodies of line ends may be among them
   */
  public OrthogonalRouter(List<Rect> obstacles) {
    this.obstacles = new RectIndex(obstacles);
  }

  /** Routes for the requests, in their order; each has at least two points. */
  public List<List<Point>> route(List<RouteRequest> requests) {
    List<List<Point>> routes = new ArrayList<>();
    requests.forEach(request -> routes.add(route(request)));
    return routes;
  }

  private List<Point> route(RouteRequest request) {
    Rect from = request.source().target();
    Rect to = request.destination().target();
    if (from.equals(to)) {
      return loop(from, request.source().body());
    }
    boolean right = request.source().body().centerX() <= request.destination().body().centerX();
    int startX = right ? from.right() : from.x();
    int endX = right ? to.x() : to.right();
    if (right == endX - startX > 0 && Math.abs(endX - startX) > 24) {
      int middle = (startX + endX) / 2;
      return clean(
          List.of(
              new Point(startX, from.centerY()),
              new Point(middle, from.centerY()),
              new Point(middle, to.centerY()),
              new Point(endX, to.centerY())));
    }
    int outside =
        Math.max(request.source().body().right(), request.destination().body().right()) + 20;
    return clean(
        List.of(
            new Point(from.right(), from.centerY()),
            new Point(outside, from.centerY()),
            new Point(outside, to.centerY()),
            new Point(to.right(), to.centerY())));
  }

  private static List<Point> loop(Rect target, Rect body) {
    int outside = body.right() + 22;
    int offset = Math.min(8, target.height() / 4);
    return List.of(
        new Point(target.right(), target.centerY() - offset),
        new Point(outside, target.centerY() - offset),
        new Point(outside, target.centerY() + offset),
        new Point(target.right(), target.centerY() + offset));
  }

  private List<Point> clean(List<Point> route) {
    return Routes.simplified(route);
  }

  /** Whether a route runs through a box other than its ends'. */
  public boolean blocked(List<Point> route, RouteRequest request) {
    for (int i = 1; i < route.size(); i++) {
      Point from = route.get(i - 1);
      Point to = route.get(i);
      for (Rect obstacle : obstacles.intersecting(Rect.spanning(from, to).grown(1))) {
        boolean end =
            obstacle.equals(request.source().body())
                || obstacle.equals(request.destination().body());
        if (!end && obstacle.crossedBy(from, to)) {
          return true;
        }
      }
    }
    return false;
  }
}
