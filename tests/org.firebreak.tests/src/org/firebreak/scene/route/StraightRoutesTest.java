package org.firebreak.scene.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;
import org.junit.jupiter.api.Test;

class StraightRoutesTest {
  private static final Rect A = new Rect(0, 0, 100, 60);
  private static final Rect B = new Rect(200, 200, 100, 60);

  @Test
  void straightLineRunsFromBorderToBorder() {
    Route route = StraightRoutes.direct(List.of(request(List.of()))).get(0);

    assertThat(route.points()).containsExactly(new Point(80, 60), new Point(220, 200));
    assertThat(route.stored()).isFalse();
  }

  @Test
  void cornersSetByHandAreFollowed() {
    Route route =
        StraightRoutes.throughCorners(List.of(request(List.of(new Point(250, 30))))).get(0);

    assertThat(route.points())
        .containsExactly(new Point(100, 30), new Point(250, 30), new Point(250, 200));
    assertThat(route.stored()).isTrue();
  }

  @Test
  void boxesOnTheSamePlaceAreNoTrouble() {
    RouteRequest request =
        new RouteRequest(
            LineEnd.of(A), LineEnd.of(new Rect(25, 15, 50, 30)), List.of(), new Size(40, 18));

    assertThat(StraightRoutes.direct(List.of(request)).get(0).points()).hasSize(2);
  }

  @Test
  void parallelLinesRunSideBySideWhicheverWayTheyPoint() {
    RouteRequest there = request(List.of());
    RouteRequest back = new RouteRequest(LineEnd.of(B), LineEnd.of(A), List.of(), new Size(40, 18));

    List<Route> routes = StraightRoutes.direct(List.of(there, back, there));

    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        Point one = middle(routes.get(i));
        Point other = middle(routes.get(j));
        assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y())).isGreaterThan(8);
      }
    }
  }

  @Test
  void loopsOfOneBoxLieInEachOther() {
    RouteRequest loop = new RouteRequest(LineEnd.of(A), LineEnd.of(A), List.of(), new Size(40, 18));

    List<Route> routes = StraightRoutes.direct(List.of(loop, loop));

    assertThat(routes.get(1).points().get(1).x())
        .isGreaterThan(routes.get(0).points().get(1).x() + 8);
  }

  private static Point middle(Route route) {
    Point a = route.points().get(0);
    Point b = route.points().get(1);
    return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }

  private static RouteRequest request(List<Point> corners) {
    return new RouteRequest(LineEnd.of(A), LineEnd.of(B), corners, new Size(40, 18));
  }
}
