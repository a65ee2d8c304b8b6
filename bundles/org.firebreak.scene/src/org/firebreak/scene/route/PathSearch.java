package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Finds a short route with few bends for one line, by A* over a grid of the coordinates beside
 * boxes, between them, and at the line's ends.
 */
final class PathSearch {
  private static final int BEND = 36;
  private static final int BACKWARD = 16;
  private static final int UPRIGHT = 42;
  private static final int BESIDE = 14;
  private static final int BORDER = 6;
  private static final int REACH = 120;
  private static final Side[] SIDES = Side.values();

  private final RouteRequest request;
  private final List<Rect> boxes;
  private final List<Rect> zones;
  private final Rect busier;
  private final int stub;
  private final Grid grid;
  private final int[] cost;
  private final int[] from;
  private final int[] terminal;

  private PathSearch(
      RouteRequest request,
      Terrain.Indexed terrain,
      List<List<Point>> earlier,
      LineEnd busier,
      int stub) {
    this.request = request;
    this.busier = busier.body();
    this.stub = stub;
    Rect window = window(request);
    List<Rect> near = new ArrayList<>(terrain.boxes().intersecting(window));
    for (LineEnd end : List.of(request.source(), request.destination())) {
      if (!near.contains(end.body()) && !isAround(end)) {
        near.add(end.body());
      }
    }
    boxes = near;
    zones = terrain.zones().intersecting(window);
    grid = new Grid(coordinates(true, window), coordinates(false, window));
    boxes.forEach(box -> grid.block(box.grown(Math.min(6, stub - 1))));
    boxes.forEach(box -> grid.burden(box.grown(BESIDE - 1), 30));
    for (Rect zone : zones) {
      borders(zone).forEach(border -> grid.burden(border, 80));
      if (!zone.contains(request.source().body()) && !zone.contains(request.destination().body())) {
        grid.burden(zone, 60);
      }
    }
    terrain.titles().intersecting(window).forEach(title -> grid.burden(title, 150));
    for (List<Point> line : earlier) {
      if (isNear(line, window)) {
        grid.discourage(line);
      }
    }
    int states = grid.xs.length * grid.ys.length * SIDES.length + 1;
    cost = new int[states];
    from = new int[states];
    terminal = new int[states];
  }

  /**
   * The best route, or null if there is none.
   *
   * @param busier the end with more lines, near which the line rather turns, so that the other part
   *     of it runs alone and has room for the label
   * @param stub least length of the first and the last segment, px
   */
  static List<Point> find(
      RouteRequest request,
      Terrain.Indexed terrain,
      List<List<Point>> earlier,
      LineEnd busier,
      int stub) {
    return new PathSearch(request, terrain, earlier, busier, stub).run();
  }

  /** About how many vertices a search for a line would have to look at. */
  static long vertices(RouteRequest request, Terrain.Indexed terrain) {
    Rect window = window(request);
    long coordinates = 4L * (terrain.boxes().count(window) + terrain.zones().count(window)) + 8;
    return coordinates * coordinates;
  }

  private static Rect window(RouteRequest request) {
    return request.source().body().union(request.destination().body()).grown(REACH);
  }

  private static boolean isNear(List<Point> line, Rect window) {
    int left = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    int top = Integer.MAX_VALUE;
    int bottom = Integer.MIN_VALUE;
    for (Point corner : line) {
      left = Math.min(left, corner.x());
      right = Math.max(right, corner.x());
      top = Math.min(top, corner.y());
      bottom = Math.max(bottom, corner.y());
    }
    return left <= window.right()
        && right >= window.x()
        && top <= window.bottom()
        && bottom >= window.y();
  }

  /** Thin strips along the borders of a zone, in which no line should run. */
  private static List<Rect> borders(Rect zone) {
    return List.of(
        new Rect(zone.x() - BORDER, zone.y(), 2 * BORDER, zone.height()),
        new Rect(zone.right() - BORDER, zone.y(), 2 * BORDER, zone.height()),
        new Rect(zone.x(), zone.y() - BORDER, zone.width(), 2 * BORDER),
        new Rect(zone.x(), zone.bottom() - BORDER, zone.width(), 2 * BORDER));
  }

  /** Whether an end is an open zone around the other end, which the line reaches from inside. */
  private boolean isAround(LineEnd end) {
    return (end == request.source() ? request.destination() : request.source()).isInside(end);
  }

  private TreeSet<Integer> coordinates(boolean horizontal, Rect window) {
    TreeSet<Integer> edges = new TreeSet<>();
    TreeSet<Integer> coordinates = new TreeSet<>();
    List<Rect> all = new ArrayList<>(boxes);
    all.addAll(zones);
    for (Rect box : all) {
      int low = horizontal ? box.x() : box.y();
      int high = horizontal ? box.right() : box.bottom();
      edges.add(low);
      edges.add(high);
      coordinates.add(low - BESIDE);
      coordinates.add(high + BESIDE);
    }
    Integer previous = null;
    for (int edge : edges) {
      if (previous != null && edge - previous >= 12) {
        coordinates.add((previous + edge) / 2);
      }
      previous = edge;
    }
    int low = Integer.MIN_VALUE;
    int high = Integer.MAX_VALUE;
    for (LineEnd end : List.of(request.source(), request.destination())) {
      Side side = horizontal ? Side.DOWN : Side.RIGHT;
      coordinates.add(end.middle(side));
      low = Math.max(low, end.comfortableLow(side));
      high = Math.min(high, end.comfortableHigh(side));
      int start = horizontal ? end.body().x() : end.body().y();
      int stop = horizontal ? end.body().right() : end.body().bottom();
      coordinates.addAll(List.of(start - stub, start + stub, stop - stub, stop + stub));
    }
    if (low <= high) {
      coordinates.add((low + high) / 2);
    }
    int from = horizontal ? window.x() : window.y();
    int to = horizontal ? window.right() : window.bottom();
    return new TreeSet<>(coordinates.subSet(from, true, to, true));
  }

  private List<Point> run() {
    Arrays.fill(cost, Integer.MAX_VALUE);
    Arrays.fill(terminal, -1);
    markGoals();
    LongHeap open = new LongHeap();
    pushStarts(open);
    int goal = cost.length - 1;
    while (!open.isEmpty()) {
      long entry = open.remove();
      int state = (int) (entry & 0xFFFFFFFFL);
      if (state == goal) {
        return points(from[goal]);
      }
      if ((int) (entry >>> 32) != cost[state] + guess(state)) {
        continue;
      }
      if (terminal[state] >= 0 && cost[state] + terminal[state] < cost[goal]) {
        cost[goal] = cost[state] + terminal[state];
        from[goal] = state;
        open.add((long) cost[goal] << 32 | goal);
      }
      expand(state, open);
    }
    return null;
  }

  private void expand(int state, LongHeap open) {
    int vertex = state / SIDES.length;
    Side heading = SIDES[state % SIDES.length];
    int i = vertex / grid.ys.length;
    int j = vertex % grid.ys.length;
    for (Side direction : SIDES) {
      int step = direction == heading.opposite() ? Grid.BLOCKED : grid.cost(i, j, direction);
      if (step >= Grid.BLOCKED) {
        continue;
      }
      int total = cost[state] + step + (direction == heading ? 0 : BEND);
      if (!direction.isHorizontal()) {
        total += step * Math.min(400, distance(grid.xs[i])) / 1200;
      }
      int next =
          grid.index(i + direction.dx, j + direction.dy) * SIDES.length + direction.ordinal();
      if (total < cost[next]) {
        cost[next] = total;
        from[next] = state;
        open.add((long) (total + guess(next)) << 32 | next);
      }
    }
  }

  private int distance(int x) {
    return Math.max(0, Math.max(busier.x() - x, x - busier.right()));
  }

  /** Never more than the way that is left. */
  private int guess(int state) {
    int vertex = state / SIDES.length;
    int x = grid.xs[vertex / grid.ys.length];
    int y = grid.ys[vertex % grid.ys.length];
    Rect to = request.destination().body();
    int dx = Math.max(0, Math.max(to.x() - x, x - to.right()));
    int dy = Math.max(0, Math.max(to.y() - y, y - to.bottom()));
    return Math.max(0, dx + dy - stub);
  }

  private void pushStarts(LongHeap open) {
    forEachPort(
        request.source(),
        (vertex, side, penalty) -> {
          int state = vertex * SIDES.length + side.ordinal();
          int backward = side == Side.LEFT ? BACKWARD : 0;
          if (penalty + backward < cost[state]) {
            cost[state] = penalty + backward;
            from[state] = -1;
            open.add((long) (cost[state] + guess(state)) << 32 | state);
          }
        });
  }

  private void markGoals() {
    forEachPort(
        request.destination(),
        (vertex, side, penalty) -> {
          int backward = side == Side.RIGHT ? BACKWARD : 0;
          for (Side heading : SIDES) {
            if (heading != side) {
              int bend = heading == side.opposite() ? 0 : BEND;
              int state = vertex * SIDES.length + heading.ordinal();
              int total = penalty + backward + bend;
              if (terminal[state] < 0 || total < terminal[state]) {
                terminal[state] = total;
              }
            }
          }
        });
  }

  private interface PortVisitor {
    void visit(int vertex, Side side, int penalty);
  }

  /**
   * Visits the grid vertices one stub away from an end. Seen from outside the line leaves to the
   * side it stands on; inside a zone it stands on the side opposite.
   */
  private void forEachPort(LineEnd end, PortVisitor visitor) {
    boolean around = isAround(end);
    for (Side side : SIDES) {
      if (end.isRow() && !side.isHorizontal()) {
        continue;
      }
      int[] across = side.isHorizontal() ? grid.xs : grid.ys;
      int[] along = side.isHorizontal() ? grid.ys : grid.xs;
      int outwards = around ? -stub : stub;
      int place = side.of(end.body()) + (side.dx + side.dy) * outwards;
      int at = Arrays.binarySearch(across, place);
      if (at < 0) {
        continue;
      }
      int upright = side.isHorizontal() ? 0 : UPRIGHT;
      for (int k = Grid.first(along, end.comfortableLow(side));
          k < along.length && along[k] <= end.comfortableHigh(side);
          k++) {
        int penalty = stub + upright + Math.abs(along[k] - end.middle(side)) / 6;
        int vertex = side.isHorizontal() ? grid.index(at, k) : grid.index(k, at);
        if (free(side, place, along[k], end)) {
          visitor.visit(vertex, around ? side.opposite() : side, penalty);
        }
      }
    }
  }

  /** Whether nothing stands between an end and the vertex one stub away. */
  private boolean free(Side side, int place, int along, LineEnd end) {
    int edge = side.of(end.body());
    Rect way =
        side.isHorizontal()
            ? Rect.ofEdges(Math.min(edge, place), along - 2, Math.max(edge, place), along + 2)
            : Rect.ofEdges(along - 2, Math.min(edge, place), along + 2, Math.max(edge, place));
    for (Rect box : boxes) {
      if (!box.equals(end.body()) && box.intersects(way)) {
        return false;
      }
    }
    return true;
  }

  private List<Point> points(int last) {
    List<Point> points = new ArrayList<>();
    for (int state = last; state >= 0; state = from[state]) {
      int vertex = state / SIDES.length;
      points.add(0, new Point(grid.xs[vertex / grid.ys.length], grid.ys[vertex % grid.ys.length]));
    }
    points.add(0, attached(points.get(0), request.source()));
    points.add(attached(points.get(points.size() - 1), request.destination()));
    return Routes.simplified(points);
  }

  /** The point on an end's target that faces a vertex one stub away from its body. */
  private Point attached(Point vertex, LineEnd end) {
    for (Side side : SIDES) {
      if (end.isRow() && !side.isHorizontal()) {
        continue;
      }
      int outwards = isAround(end) ? -stub : stub;
      int place = side.of(end.body()) + (side.dx + side.dy) * outwards;
      int along = side.isHorizontal() ? vertex.y() : vertex.x();
      if ((side.isHorizontal() ? vertex.x() : vertex.y()) == place
          && end.comfortableLow(side) <= along
          && along <= end.comfortableHigh(side)) {
        int edge = side.of(end.target());
        return side.isHorizontal() ? new Point(edge, along) : new Point(along, edge);
      }
    }
    throw new IllegalStateException("route does not reach its end at " + end.target());
  }
}
