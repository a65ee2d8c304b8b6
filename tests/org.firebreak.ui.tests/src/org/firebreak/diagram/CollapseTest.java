package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.gef.commands.Command;
import org.eclipse.swt.graphics.Point;
import org.firebreak.diagram.commands.CollapseEdits;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.NamedElement;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollapseTest {
  @TempDir Path folder;

  @Test
  void aClickOnTheChevronHidesAndShowsWithoutMovingTheGroup() throws IOException {
    Path file = Editing.sample("lab-shop", folder);
    byte[] saved = Files.readAllBytes(file);
    try (Editing editing = Editing.open(file)) {
      run(() -> editing.canvas().zoom().actual());
      CanvasRobot robot = new CanvasRobot(editing.canvas());
      ServerGroup group = shownGroup(editing);
      DiagramNode node = node(editing, group);
      run(() -> editing.canvas().select(List.of(group)));
      Box open = box(editing, group);
      robot.click(chevron(robot, open));
      until("it is collapsed", node::isCollapsed);
      Box closed = box(editing, group);
      assertThat(closed.bounds().height()).isLessThan(open.bounds().height());
      assertThat(closed.bounds().x()).isEqualTo(open.bounds().x());
      assertThat(closed.bounds().y()).isEqualTo(open.bounds().y());
      assertThat(ui(() -> editing.edit().undoLabel())).startsWith("Collapse ");
      Shots.take("editor-collapsed-group");

      robot.click(chevron(robot, closed));
      until("it is open", () -> !node.isCollapsed());
      assertTidy(editing);

      run(() -> editing.edit().undo());
      run(() -> editing.edit().undo());
      run(() -> editing.edit().run("Nothing that is kept", () -> {}));
      assertThat(editing.editor().isDirty()).isFalse();
      editing.save();
      assertThat(Files.readAllBytes(file)).isEqualTo(saved);
    }
  }

  @Test
  void levelsShowZonesThenGroupsThenServersAndNothingOverlaps() throws IOException {
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      CollapseEdits edits = new CollapseEdits(editing.canvas().live());
      execute(editing, edits.expandToLevel(CollapseEdits.ZONES));
      assertThat(kinds(editing, BoxKind.GROUP)).isZero();
      assertThat(kinds(editing, BoxKind.ZONE)).isPositive();
      assertTidy(editing);
      assertThat(ui(edits::collapseAll)).as("nothing more to collapse").isNull();
      run(() -> editing.canvas().zoom().fit());
      Shots.take("editor-zones-collapsed");

      execute(editing, edits.expandToLevel(CollapseEdits.GROUPS));
      assertThat(kinds(editing, BoxKind.GROUP)).isPositive();
      assertThat(kinds(editing, BoxKind.MEMBER)).isZero();
      assertTidy(editing);
      Shots.take("editor-groups-collapsed");

      execute(editing, edits.expandAll());
      assertThat(kinds(editing, BoxKind.MEMBER)).isPositive();
      assertTidy(editing);
      assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Expand all");
    }
  }

  @Test
  void aCollapsedZoneCarriesTheFlowsOfWhatItHides() throws IOException {
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      Zone zone =
          ui(
              () ->
                  editing.design().getZones().stream()
                      .filter(z -> z.getGroups().stream().anyMatch(g -> isEnd(editing, g)))
                      .findFirst()
                      .orElseThrow());
      execute(
          editing, new CollapseEdits(editing.canvas().live()).toggle(List.of(node(editing, zone))));
      Box box = box(editing, zone);
      assertThat(box.look().collapsed()).isTrue();
      assertThat(box.look().risk()).isNotNull();
      assertThat(box.text().secondary()).contains("server");
      List<Line> lines =
          ui(
              () ->
                  editing.canvas().live().lines().stream()
                      .filter(
                          l -> l.sourceId().equals(box.id()) || l.destinationId().equals(box.id()))
                      .toList());
      assertThat(lines).isNotEmpty();
      assertThat(lines).allSatisfy(line -> assertThat(line.hint()).hasSameSizeAs(line.flowIds()));
      assertThat(lines).anyMatch(line -> line.aggregated());
    }
  }

  private static boolean isEnd(Editing editing, ServerGroup group) {
    return editing.design().getFlows().stream()
        .anyMatch(flow -> flow.getSource() == group || flow.getDestination() == group);
  }

  private static void execute(Editing editing, Command command) {
    run(() -> editing.canvas().viewer().getEditDomain().getCommandStack().execute(command));
  }

  private static Point chevron(CanvasRobot robot, Box box) {
    return robot.onScreen(box.expander().centerX(), box.expander().centerY());
  }

  /** A group with members whose header can be seen. */
  private static ServerGroup shownGroup(Editing editing) {
    return ui(
        () -> {
          for (DiagramNode node : editing.canvas().live().diagram().getNodes()) {
            if (node.getElement() instanceof ServerGroup group
                && !node.isCollapsed()
                && !group.getServers().isEmpty()) {
              editing.canvas().select(List.of(group));
              return group;
            }
          }
          throw new AssertionError("no open group");
        });
  }

  private static DiagramNode node(Editing editing, NamedElement element) {
    return ui(
        () ->
            editing.canvas().live().diagram().getNodes().stream()
                .filter(node -> node.getElement() == element)
                .findFirst()
                .orElseThrow());
  }

  private static Box box(Editing editing, NamedElement element) {
    return ui(() -> editing.canvas().live().box(node(editing, element)));
  }

  private static long kinds(Editing editing, BoxKind kind) {
    return ui(
        () ->
            editing.canvas().live().scene().boxes().stream()
                .filter(box -> box.kind() == kind)
                .count());
  }

  private static void assertTidy(Editing editing) {
    Scene scene = ui(() -> editing.canvas().live().scene());
    for (Box box : scene.boxes()) {
      for (Box sibling : scene.children(box.parentId())) {
        boolean overlap =
            sibling != box
                && box.kind() != BoxKind.ENFORCEMENT_POINT
                && sibling.kind() != BoxKind.ENFORCEMENT_POINT
                && sibling.bounds().intersects(box.bounds());
        assertThat(overlap).as("%s over %s", box, sibling).isFalse();
      }
      if (box.parentId() != null) {
        assertThat(scene.box(box.parentId()).orElseThrow().bounds().contains(box.bounds()))
            .as("%s lies inside", box)
            .isTrue();
      }
    }
  }
}
