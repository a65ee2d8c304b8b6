package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.firebreak.model.Flow;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfoldTest {
  @TempDir Path folder;

  @Test
  void aDoubleClickDrawsParallelFlowsApartAndTogetherAgain() throws IOException {
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      Flow known = withSimpleLine(editing);
      run(
          () ->
              editing
                  .edit()
                  .run(
                      "Add a parallel flow",
                      () -> {
                        Flow parallel = NewElements.flow(known.getSource(), known.getDestination());
                        parallel.setJustification("parallel");
                        editing.design().getFlows().add(parallel);
                        editing
                            .canvas()
                            .live()
                            .diagram()
                            .getConnections()
                            .add(NewElements.connection(parallel));
                      }));
      run(() -> editing.canvas().zoom().actual());
      until("lines are routed", () -> editing.canvas().live().isSettled());
      String before = ui(() -> editing.edit().undoLabel());
      Line bundle = line(editing, known);
      assertThat(bundle.flowIds()).hasSize(2);
      run(() -> editing.canvas().zoom().show(bundle.label().bounds().grown(120), 1));
      CanvasRobot robot = new CanvasRobot(editing.canvas());
      Point pill =
          robot.onScreen(bundle.label().bounds().centerX(), bundle.label().bounds().centerY());
      robot.click(pill);
      robot.click(pill);
      until("it is unfolded", () -> editing.canvas().live().isUnfolded(bundle.id()));
      Line one = line(editing, known);
      assertThat(one.flowIds()).containsExactly(known.getId());
      List<Line> parallel =
          ui(
              () ->
                  editing.canvas().live().lines().stream()
                      .filter(l -> l.bundleId().equals(bundle.id()))
                      .toList());
      assertThat(parallel).hasSize(2).extracting(Line::route).doesNotHaveDuplicates();
      assertThat(parallel.get(0).label().bounds().intersects(parallel.get(1).label().bounds()))
          .isFalse();
      assertThat(ui(() -> editing.edit().undoLabel())).as("no edit").isEqualTo(before);
      Shots.take("editor-unfolded");

      // Elsewhere on the screen, or the clicks would count on from the last two.
      run(() -> editing.canvas().zoom().show(one.label().bounds().moved(60, 40).grown(120), 1));
      Point again = robot.onScreen(one.label().bounds().centerX(), one.label().bounds().centerY());
      robot.click(again);
      robot.click(again);
      until("it is folded", () -> !editing.canvas().live().isUnfolded(bundle.id()));
      assertThat(line(editing, known).flowIds()).hasSize(2);
    }
  }

  private static Line line(Editing editing, Flow flow) {
    return ui(
        () -> {
          var live = editing.canvas().live();
          return live.line(live.lineOf(flow));
        });
  }

  /** A flow between two groups that has a line of its own. */
  private static Flow withSimpleLine(Editing editing) {
    return ui(
        () -> {
          var live = editing.canvas().live();
          for (Flow flow : editing.design().getFlows()) {
            var shown = live.lineOf(flow);
            if (shown != null
                && flow.getSource() instanceof ServerGroup
                && flow.getDestination() instanceof ServerGroup
                && live.line(shown).flowIds().size() == 1) {
              return flow;
            }
          }
          throw new AssertionError("no line with a single flow");
        });
  }
}
