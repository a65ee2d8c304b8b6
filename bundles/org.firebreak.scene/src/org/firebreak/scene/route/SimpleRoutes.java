package org.firebreak.scene.route;

import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/** Routes that look at nothing but the two ends. */
final class SimpleRoutes {
  private static final int OUTSIDE = 20;

  private SimpleRoutes() {}

  static List<Point> route(RouteRequest request) {
    return request.isLoop() ? loop(request, 0) : bend(request);
  }

  /** Sideways with one step in the middle, or around the right of both where there is no room. */
  private static List<Point> bend(RouteRequest request) {
    Rect from = request.source().target();
    Rect to = request.destination().target();
    Rect fromBody = request.source().body();
    Rect toBody = request.destination().body();
    boolean right = fromBody.right() + 2 * OUTSIDE <= toBody.x();
    boolean left = toBody.right() + 2 * OUTSIDE <= fromBody.x();
    int startX = left ? from.x() : from.right();
    int endX = right ? to.x() : to.right();
    int turn;
    if (right) {
      turn = (fromBody.right() + toBody.x()) / 2;
    } else if (left) {
      turn = (fromBody.x() + toBody.right()) / 2;
    } else {
      turn = Math.max(fromBody.right(), toBody.right()) + OUTSIDE;
    }
    return Routes.simplified(
        List.of(
            new Point(startX, from.centerY()),
            new Point(turn, from.centerY()),
            new Point(turn, to.centerY()),
            new Point(endX, to.centerY())));
  }

  /**
   * Out of the right side and back into it, far enough for the label to stand beside the card.
   *
   * @param further how much further than a single loop, px
   */
  static List<Point> loop(RouteRequest request, int further) {
    Rect from = request.source().target();
    Rect to = request.destination().target();
    int outside = request.source().body().right() + reach(request) + further;
    int start = from.centerY();
    int end = to.centerY();
    if (from.equals(to)) {
      int half = Math.min(15 + further / 3, Math.max(4, from.height() / 2 - 8));
      start -= half;
      end += half;
    }
    return Routes.simplified(
        List.of(
            new Point(from.right(), start),
            new Point(outside, start),
            new Point(outside, end),
            new Point(to.right(), end)));
  }

  /** How far a loop reaches out of its card, px. */
  static int reach(RouteRequest request) {
    return request.label().width() / 2 + 10;
  }
}
