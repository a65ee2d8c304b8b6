package org.firebreak.scene.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrthogonalRouterTest {
  private static final Size LABEL = new Size(40, 18);
  private static final Rect LEFT = new Rect(0, 0, 100, 60);
  private static final Rect RIGHT = new Rect(300, 0, 100, 60);

  @Test
  void neighboursAreJoinedByAStraightLine() {
    assertThat(route(List.of(LEFT, RIGHT), request(LEFT, RIGHT)).points())
        .containsExactly(new Point(100, 30), new Point(300, 30));
  }

  @Test
  void boxInTheWayIsGoneAround() {
    Rect obstacle = new Rect(180, -40, 40, 140);

    Route route = route(List.of(LEFT, RIGHT, obstacle), request(LEFT, RIGHT));

    assertFree(route, obstacle);
    assertThat(route.points()).hasSize(6);
  }

  @Test
  void rowIsReachedFromTheSideThroughItsCard() {
    Rect card = new Rect(300, 100, 160, 120);
    Rect row = new Rect(312, 160, 139, 22);

    Route route =
        route(
            List.of(LEFT, card),
            new RouteRequest(LineEnd.of(LEFT), LineEnd.row(row, card), List.of(), LABEL));

    Point tip = route.points().getLast();
    assertThat(tip.x()).isEqualTo(312);
    assertThat(tip.y()).isBetween(163, 179);
  }

  @Test
  void storedCornersAreKeptWhereTheyFit() {
    List<Point> corners = List.of(new Point(150, 20), new Point(150, 50));

    Route route = route(List.of(LEFT, RIGHT), stored(LEFT, RIGHT, corners));

    assertThat(route.stored()).isTrue();
    assertThat(route.points())
        .containsExactly(
            new Point(100, 20), new Point(150, 20), new Point(150, 50), new Point(300, 50));
  }

  @Test
  void cornersOfALineThatWasMovedAwayFromAreForgotten() {
    List<Point> corners = List.of(new Point(150, 20), new Point(150, 50));

    Route route =
        route(List.of(LEFT, RIGHT.moved(0, 400)), stored(LEFT, RIGHT.moved(0, 400), corners));

    assertThat(route.stored()).isFalse();
  }

  @Test
  void cornersThatRunThroughABoxAreForgotten() {
    List<Point> corners = List.of(new Point(150, 20), new Point(150, 50));
    Rect obstacle = new Rect(200, 40, 40, 40);

    Route route = route(List.of(LEFT, RIGHT, obstacle), stored(LEFT, RIGHT, corners));

    assertThat(route.stored()).isFalse();
    assertFree(route, obstacle);
  }

  @Test
  void linesBetweenTheSameSidesKeepApart() {
    Rect above = RIGHT.moved(0, -100);
    Rect below = RIGHT.moved(0, 100);
    Rect tall = new Rect(0, -20, 100, 100);
    List<RouteRequest> requests =
        List.of(request(tall, above), request(tall, RIGHT), request(tall, below));

    List<Route> routes =
        new OrthogonalRouter(terrain(List.of(tall, above, RIGHT, below))).route(requests);

    List<Integer> starts = routes.stream().map(route -> route.points().getFirst().y()).toList();
    assertThat(starts.get(1) - starts.get(0)).isGreaterThanOrEqualTo(8);
    assertThat(starts.get(2) - starts.get(1)).isGreaterThanOrEqualTo(8);
  }

  @Test
  void lineToAZoneAroundItsClientEndsAtTheBorderFromInside() {
    Rect zone = new Rect(-50, -50, 300, 200);

    Route route =
        new OrthogonalRouter(new Terrain(List.of(LEFT), List.of(zone), List.of()))
            .route(List.of(request(LEFT, zone)))
            .getFirst();

    assertThat(zone.contains(route.points().getFirst())).isTrue();
    assertThat(onBorder(zone, route.points().getLast())).isTrue();
  }

  @Test
  void touchingBoxesStillGetALine() {
    Rect beside = new Rect(100, 0, 100, 60);

    Route route = route(List.of(LEFT, beside), request(LEFT, beside));

    assertThat(route.points()).hasSizeGreaterThanOrEqualTo(2);
    assertUpright(route);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomLinesRunAroundBoxesAndRepeat(long seed) {
    Random random = new Random(seed);
    List<Rect> boxes = boxes(random, 30);
    List<RouteRequest> requests = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      requests.add(request(boxes.get(random.nextInt(30)), boxes.get(random.nextInt(30))));
    }

    List<Route> routes = new OrthogonalRouter(terrain(boxes)).route(requests);

    for (int i = 0; i < requests.size(); i++) {
      Route route = routes.get(i);
      RouteRequest request = requests.get(i);
      assertUpright(route);
      assertThat(onBorder(request.source().body(), route.points().getFirst())).isTrue();
      assertThat(onBorder(request.destination().body(), route.points().getLast())).isTrue();
      for (Rect box : boxes) {
        if (!box.equals(request.source().body()) && !box.equals(request.destination().body())) {
          assertFree(route, box);
        }
      }
    }
    assertThat(new OrthogonalRouter(terrain(boxes)).route(requests)).isEqualTo(routes);
  }

  /** Boxes on a shaken grid, so that there is a way between any two. */
  private static List<Rect> boxes(Random random, int count) {
    List<Rect> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int x = i % 6 * 240 + random.nextInt(60);
      int y = i / 6 * 160 + random.nextInt(40);
      boxes.add(new Rect(x, y, 80 + random.nextInt(60), 40 + random.nextInt(40)));
    }
    return boxes;
  }

  private static Route route(List<Rect> boxes, RouteRequest request) {
    return new OrthogonalRouter(terrain(boxes)).route(List.of(request)).getFirst();
  }

  private static Terrain terrain(List<Rect> boxes) {
    return new Terrain(boxes, List.of(), List.of());
  }

  private static RouteRequest request(Rect from, Rect to) {
    return stored(from, to, List.of());
  }

  private static RouteRequest stored(Rect from, Rect to, List<Point> corners) {
    return new RouteRequest(LineEnd.of(from), LineEnd.of(to), corners, LABEL);
  }

  private static boolean onBorder(Rect box, Point point) {
    return box.contains(point)
        && (point.x() == box.x()
            || point.x() == box.right()
            || point.y() == box.y()
            || point.y() == box.bottom());
  }

  private static void assertUpright(Route route) {
    for (int i = 1; i < route.points().size(); i++) {
      Point a = route.points().get(i - 1);
      Point b = route.points().get(i);
      assertThat(a.x() == b.x() || a.y() == b.y()).as("%s", route).isTrue();
    }
  }

  private static void assertFree(Route route, Rect box) {
    for (int i = 1; i < route.points().size(); i++) {
      assertThat(box.crossedBy(route.points().get(i - 1), route.points().get(i)))
          .as("%s runs through %s", route, box)
          .isFalse();
    }
  }
}
