package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.RectIndex;
import org.firebreak.scene.geometry.Size;

/**
 * Puts each line's label on the longest segment where it covers no box, no other label and no
 * arrowhead, and if it can be helped no other line.
 */
public final class LabelPlacer {
  private static final int GAP = 3;
  private static final int ARROW_ROOM = 12;
  private static final int STEP = 12;
  private static final long ON_BOX = 1_000_000;
  private static final long ON_LABEL = 400_000;
  private static final long ON_ARROW = 200_000;
  private static final long ON_LINE = 300;

  private final RectIndex boxes;

  /**
   * A placer for one picture.
   *
   * @param boxes boxes that labels must not cover; open zones are not among them, their titles are
   */
  public LabelPlacer(List<Rect> boxes) {
    this.boxes = new RectIndex(boxes);
  }

  /**
   * Places one label a route.
   *
   * @param routes corners of each line, the arrow's tip last
   * @param sizes sizes of the labels, as many as routes
   * @return bounds of the labels, in the same order
   */
  public List<Rect> place(List<List<Point>> routes, List<Size> sizes) {
    RectIndex arrows = new RectIndex();
    RectIndex segments = new RectIndex();
    for (List<Point> route : routes) {
      arrows.add(new Rect(tip(route).x(), tip(route).y(), 0, 0).grown(ARROW_ROOM - 2));
      for (int i = 1; i < route.size(); i++) {
        segments.add(thin(route.get(i - 1), route.get(i)));
      }
    }
    RectIndex labels = new RectIndex();
    List<Rect> placed = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      Rect best = best(routes.get(i), sizes.get(i), new Surroundings(labels, arrows, segments));
      labels.add(best);
      placed.add(best);
    }
    return placed;
  }

  private record Surroundings(RectIndex labels, RectIndex arrows, RectIndex segments) {}

  private Rect best(List<Point> route, Size size, Surroundings around) {
    Rect best = null;
    long least = Long.MAX_VALUE;
    for (Rect candidate : candidates(route, size)) {
      long cost = cost(candidate, route, around) + 2L * rank(best);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
      if (least == 0) {
        break;
      }
    }
    return best;
  }

  private static int rank(Rect best) {
    return best == null ? 0 : 1;
  }

  private long cost(Rect label, List<Point> route, Surroundings around) {
    Rect room = label.grown(GAP);
    long cost = ON_BOX * boxes.intersecting(room).size();
    cost += ON_LABEL * around.labels().intersecting(room).size();
    cost += ON_ARROW * around.arrows().intersecting(label).size();
    long lines = around.segments().intersecting(label).size();
    for (int i = 1; i < route.size(); i++) {
      if (label.intersects(thin(route.get(i - 1), route.get(i)))) {
        lines--;
      }
    }
    return cost + ON_LINE * lines;
  }

  /** Places along the segments, the longest segment first, its middle first. */
  private static List<Rect> candidates(List<Point> route, Size size) {
    List<Integer> segments = new ArrayList<>();
    for (int i = 1; i < route.size(); i++) {
      segments.add(i);
    }
    segments.sort(
        Comparator.comparingInt((Integer i) -> -usable(route, i, size)).thenComparing(i -> i));
    List<Rect> candidates = new ArrayList<>();
    for (int i : segments) {
      addAlong(route.get(i - 1), route.get(i), size, candidates);
    }
    return candidates;
  }

  private static int usable(List<Point> route, int i, Size size) {
    Point from = route.get(i - 1);
    Point to = route.get(i);
    int along = from.y() == to.y() ? size.width() : size.height();
    return from.manhattan(to) - along;
  }

  private static void addAlong(Point from, Point to, Size size, List<Rect> candidates) {
    int length = from.manhattan(to);
    for (int offset = 0; offset <= length / 2; offset += STEP) {
      candidates.add(centred(from, to, length / 2 + offset, size));
      if (offset > 0) {
        candidates.add(centred(from, to, length / 2 - offset, size));
      }
    }
  }

  private static Rect centred(Point from, Point to, int along, Size size) {
    int length = Math.max(1, from.manhattan(to));
    int x = from.x() + (int) Math.round((double) (to.x() - from.x()) * along / length);
    int y = from.y() + (int) Math.round((double) (to.y() - from.y()) * along / length);
    return new Rect(x - size.width() / 2, y - size.height() / 2, size.width(), size.height());
  }

  private static Point tip(List<Point> route) {
    return route.get(route.size() - 1);
  }

  private static Rect thin(Point from, Point to) {
    return Rect.spanning(from, to).grown(1);
  }
}
