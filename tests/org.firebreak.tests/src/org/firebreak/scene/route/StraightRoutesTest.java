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
    Route route = StraightRoutes.direct(request(List.of()));

    assertThat(route.points()).containsExactly(new Point(80, 60), new Point(220, 200));
    assertThat(route.stored()).isFalse();
  }

  @Test
  void cornersSetByHandAreFollowed() {
    Route route = StraightRoutes.throughCorners(request(List.of(new Point(250, 30))));

    assertThat(route.points())
        .containsExactly(new Point(100, 30), new Point(250, 30), new Point(250, 200));
    assertThat(route.stored()).isTrue();
  }

  @Test
  void boxesOnTheSamePlaceAreNoTrouble() {
    RouteRequest request =
        new RouteRequest(
            LineEnd.of(A), LineEnd.of(new Rect(25, 15, 50, 30)), List.of(), new Size(40, 18));

    assertThat(StraightRoutes.direct(request).points()).hasSize(2);
  }

  private static RouteRequest request(List<Point> corners) {
    return new RouteRequest(LineEnd.of(A), LineEnd.of(B), corners, new Size(40, 18));
  }
}
