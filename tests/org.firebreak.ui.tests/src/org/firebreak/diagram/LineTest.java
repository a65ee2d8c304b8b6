package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.model.Flow;
import org.firebreak.scene.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTest {
  @TempDir Path folder;

  @Test
  void aSegmentIsMovedAndTheCourseIsKept() throws IOException {
    Path file = Editing.sample("lab-shop", folder);
    List<org.firebreak.scene.geometry.Point> bent;
    String id;
    try (Editing editing = Editing.open(file)) {
      run(() -> editing.task("arrange"));
      until("it is arranged", () -> "Arrange".equals(editing.edit().undoLabel()));
      CanvasRobot robot = new CanvasRobot(editing.canvas());
      Flow flow = withInnerSegment(editing);
      FlowLine line = ui(() -> editing.canvas().live().lineOf(flow));
      id = flow.getId();
      Line before = line(editing, line);
      run(() -> editing.canvas().select(List.of(flow)));
      org.firebreak.scene.geometry.Point a = before.route().get(1);
      org.firebreak.scene.geometry.Point b = before.route().get(2);
      boolean level = a.y() == b.y();
      Point handle = handle(editing, robot, a, b);
      robot.drag(handle, new Point(handle.x + (level ? 0 : 5), handle.y + (level ? 5 : 0)));
      until("the line is bent", () -> line(editing, line).stored());
      assertThat(ui(() -> editing.edit().undoLabel())).startsWith("Bend ");
      bent = line(editing, line).route();
      assertThat(bent).isNotEqualTo(before.route());
      Shots.take("editor-bent-line");
      editing.save();
    }
    try (Editing again = Editing.open(file)) {
      Flow flow =
          again.design().getFlows().stream()
              .filter(f -> f.getId().equals(id))
              .findFirst()
              .orElseThrow();
      FlowLine line = ui(() -> again.canvas().live().lineOf(flow));
      assertThat(line(again, line).route()).isEqualTo(bent);
    }
  }

  /** The first handle that is found on the way between two corners. */
  private static Point handle(
      Editing editing,
      CanvasRobot robot,
      org.firebreak.scene.geometry.Point a,
      org.firebreak.scene.geometry.Point b) {
    for (int i = 2; i < 30; i++) {
      Point at = robot.onScreen(a.x() + (b.x() - a.x()) * i / 32, a.y() + (b.y() - a.y()) * i / 32);
      boolean found =
          ui(
              () -> {
                Point on = editing.canvas().control().toControl(at);
                return editing
                        .canvas()
                        .viewer()
                        .findHandleAt(new org.eclipse.draw2d.geometry.Point(on.x, on.y))
                    != null;
              });
      if (found) {
        return at;
      }
    }
    throw new AssertionError("the segment has no handle");
  }

  private static Line line(Editing editing, FlowLine line) {
    return ui(() -> editing.canvas().live().line(line));
  }

  /** A flow whose line has a long segment between two corners. */
  private static Flow withInnerSegment(Editing editing) {
    return ui(
        () -> {
          for (Flow flow : editing.design().getFlows()) {
            FlowLine line = editing.canvas().live().lineOf(flow);
            Line shown = line == null ? null : editing.canvas().live().line(line);
            if (shown != null
                && shown.flowIds().size() == 1
                && shown.route().size() == 4
                && shown.route().get(1).manhattan(shown.route().get(2)) > 60) {
              return flow;
            }
          }
          throw new AssertionError("no line with a long inner segment");
        });
  }
}
