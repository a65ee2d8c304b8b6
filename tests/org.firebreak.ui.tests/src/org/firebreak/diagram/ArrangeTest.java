package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.gef.GraphicalEditPart;
import org.firebreak.diagram.figures.BoxFigure;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.NamedElement;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrangeTest {
  @TempDir Path folder;

  @Test
  void arrangingIsOneStepNothingOverlapsAndPinnedBoxesStay() throws IOException {
    Path file = Editing.sample("lab-shop", folder);
    byte[] saved = Files.readAllBytes(file);
    try (Editing editing = Editing.open(file)) {
      DiagramNode pinned = scatter(editing);
      Rect kept = ui(() -> editing.canvas().live().box(pinned).bounds());
      byte[] scattered = ui(() -> DesignFile.toBytes(editing.design()));
      run(() -> editing.task("arrange"));
      until("it is arranged", () -> "Arrange".equals(editing.edit().undoLabel()));
      assertNoOverlaps(editing);
      assertThat(ui(() -> editing.canvas().live().box(pinned).bounds().x())).isEqualTo(kept.x());
      assertThat(ui(() -> editing.canvas().live().box(pinned).bounds().y())).isEqualTo(kept.y());
      run(() -> editing.edit().undo());
      assertThat(ui(() -> DesignFile.toBytes(editing.design()))).isEqualTo(scattered);
      run(() -> editing.edit().undo());
      assertThat(ui(() -> DesignFile.toBytes(editing.design()))).isEqualTo(saved);
    }
  }

  @Test
  void onlyWhatIsSelectedIsArranged() throws IOException {
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      List<ServerGroup> groups =
          ui(
              () ->
                  editing.design().getZones().stream()
                      .map(Zone::getGroups)
                      .filter(g -> g.size() > 2)
                      .findFirst()
                      .orElseThrow());
      List<DiagramNode> nodes = groups.stream().map(group -> node(editing, group)).toList();
      run(
          () ->
              editing
                  .edit()
                  .run(
                      "Pile up",
                      () ->
                          nodes.forEach(
                              node -> {
                                node.setX(30);
                                node.setY(60);
                              })));
      Map<String, Rect> before = bounds(editing);
      run(() -> editing.canvas().select(groups));
      run(() -> editing.canvas().control().forceFocus());
      CanvasRobot robot = new CanvasRobot(editing.canvas());
      robot.holding(
          KeyEvent.VK_CONTROL,
          () -> robot.holding(KeyEvent.VK_ALT, () -> robot.type(KeyEvent.VK_L)));
      until("it is arranged", () -> "Arrange selection".equals(editing.edit().undoLabel()));
      assertNoOverlaps(editing);
      Map<String, Rect> after = bounds(editing);
      Box zone =
          ui(
              () ->
                  editing
                      .canvas()
                      .live()
                      .box(node(editing, (NamedElement) groups.get(0).eContainer())));
      for (Box box : ui(() -> editing.canvas().live().scene().boxes())) {
        if (box.kind() == BoxKind.ZONE
            && !box.id().equals(zone.id())
            && box.bounds().right() < zone.bounds().x()) {
          assertThat(after.get(box.id())).isEqualTo(before.get(box.id()));
        }
      }
    }
  }

  @Test
  void boxesGlideToWhereTheyBelong() throws IOException {
    System.setProperty("firebreak.animate", "true");
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      scatter(editing);
      run(() -> editing.task("arrange"));
      until("it is arranged", () -> "Arrange".equals(editing.edit().undoLabel()));
      until("all have arrived", () -> haveArrived(editing));
      assertNoOverlaps(editing);
    } finally {
      System.setProperty("firebreak.animate", "false");
    }
  }

  /** Whether all figures are where the scene says, and lines are seen. */
  private static boolean haveArrived(Editing editing) {
    LiveScene live = editing.canvas().live();
    Map<?, ?> parts = editing.canvas().viewer().getEditPartRegistry();
    boolean boxes =
        live.scene().boxes().stream()
            .allMatch(
                box -> {
                  GraphicalEditPart part = (GraphicalEditPart) parts.get(live.model(box.id()));
                  return ((BoxFigure) part.getFigure()).box().bounds().equals(box.bounds());
                });
    return boxes
        && live.lines().stream()
            .map(
                line ->
                    (GraphicalEditPart)
                        parts.get(
                            live.lineOf(
                                live.flows(new org.firebreak.diagram.live.FlowLine(line.id()))
                                    .get(0))))
            .allMatch(part -> part.getFigure().isVisible());
  }

  /** Throws groups about and pins a zone; answers its node. */
  private static DiagramNode scatter(Editing editing) {
    return ui(
        () -> {
          List<DiagramNode> nodes = editing.canvas().live().diagram().getNodes();
          DiagramNode pinned =
              nodes.stream()
                  .filter(node -> node.getElement() instanceof Zone)
                  .findFirst()
                  .orElseThrow();
          Random random = new Random(5);
          editing
              .edit()
              .run(
                  "Scatter",
                  () -> {
                    for (DiagramNode node : nodes) {
                      node.setX(random.nextInt(600));
                      node.setY(random.nextInt(400));
                    }
                    pinned.setPinned(true);
                  });
          return pinned;
        });
  }

  private static DiagramNode node(Editing editing, NamedElement element) {
    return editing.canvas().live().diagram().getNodes().stream()
        .filter(node -> node.getElement() == element)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Rect> bounds(Editing editing) {
    return ui(
        () -> {
          Map<String, Rect> bounds = new HashMap<>();
          editing
              .canvas()
              .live()
              .scene()
              .boxes()
              .forEach(box -> bounds.put(box.id(), box.bounds()));
          return bounds;
        });
  }

  private static void assertNoOverlaps(Editing editing) {
    Scene scene = ui(() -> editing.canvas().live().scene());
    for (Box box : scene.boxes()) {
      for (Box sibling : scene.children(box.parentId())) {
        boolean extra =
            box.kind() == BoxKind.ENFORCEMENT_POINT || sibling.kind() == BoxKind.ENFORCEMENT_POINT;
        assertThat(sibling == box || extra || !sibling.bounds().intersects(box.bounds()))
            .as("%s beside %s", box, sibling)
            .isTrue();
      }
    }
  }
}
