package org.firebreak.scene.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;
import org.junit.jupiter.api.Test;

class LabelPlacerTest {
  private static final Size LABEL = new Size(40, 18);

  @Test
  void labelStandsInTheMiddleOfTheLongestSegment() {
    List<Point> route = List.of(new Point(0, 0), new Point(50, 0), new Point(50, 300));

    assertThat(place(List.of(), route)).isEqualTo(new Rect(30, 141, 40, 18));
  }

  @Test
  void labelMovesAlongItsLineOutOfTheWayOfABox() {
    Rect box = new Rect(100, -30, 100, 60);

    Rect label = place(List.of(box), List.of(new Point(0, 0), new Point(300, 0)));

    assertThat(label.intersects(box)).isFalse();
    assertThat(label.centerY()).isZero();
  }

  @Test
  void labelStandsBesideItsLineWhereThereIsNoRoomOnIt() {
    List<Rect> boxes = List.of(new Rect(-100, -8, 118, 60), new Rect(50, -8, 100, 60));

    Rect label = place(boxes, List.of(new Point(18, 0), new Point(50, 0)));

    assertThat(boxes).noneMatch(label::intersects);
  }

  @Test
  void labelsOfParallelLinesMakeWayForEachOther() {
    List<Point> upper = List.of(new Point(0, 0), new Point(130, 0));
    List<Point> lower = List.of(new Point(0, 10), new Point(130, 10));

    List<Rect> labels = LabelPlacer.place(List.of(), List.of(upper, lower), List.of(LABEL, LABEL));

    assertThat(labels.get(0).intersects(labels.get(1))).isFalse();
    assertThat(labels.get(0).centerY()).isZero();
    assertThat(labels.get(1).centerY()).isEqualTo(10);
  }

  private static Rect place(List<Rect> boxes, List<Point> route) {
    return LabelPlacer.place(boxes, List.of(route), List.of(LABEL)).getFirst();
  }
}
