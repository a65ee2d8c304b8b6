package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editparts.LayerManager;
import org.eclipse.swt.graphics.Point;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Boxes keep to the edges and centres of others, and to the grid. */
class SnapTest extends SampleFixture {
  @AfterEach
  void resetPreferences() {
    robot.type(KeyEvent.VK_ESCAPE);
    run(
        () -> {
          DiagramPreferences.set(DiagramPreferences.SNAP_TO_GRID, false);
          DiagramPreferences.set(DiagramPreferences.SNAP_TO_GEOMETRY, true);
          DiagramPreferences.set(DiagramPreferences.GRID, false);
          DiagramPreferences.set(DiagramPreferences.RULERS, false);
        });
  }

  @Test
  void aMovedBoxKeepsToTheEdgeOfAnotherAndCtrlSuspendsThat() {
    Zone moved = editing.find(Zone.class, "pci");
    int top = robot.bounds(editing.find(Zone.class, "clients")).y();
    Rect before = robot.bounds(moved);
    double zoom = ui(() -> editing.canvas().zoom().level());
    // Three px below the line.
    int down = (int) Math.round((top + 3 - before.y()) * zoom);
    Point grip = robot.grip(moved);
    robot.drag(grip, new Point(grip.x + 40, grip.y + down));
    until("it was moved", () -> boundsNow(moved).x() > before.x() + 40);
    assertThat(robot.bounds(moved).y()).as("in line").isEqualTo(top);
    run(() -> editing.edit().undo());

    Point again = robot.grip(moved);
    robot.press(again);
    robot.holding(
        KeyEvent.VK_CONTROL,
        () -> {
          robot.glide(again, new Point(again.x + 40, again.y + down));
          robot.release();
        });
    until("it was moved", () -> boundsNow(moved).x() > before.x() + 40);
    assertThat(robot.bounds(moved).y())
        .as("where the hand is")
        .isEqualTo(before.y() + (int) Math.round(down / zoom));
  }

  @Test
  void guidesAreShownWhileABoxIsAligned() {
    Zone moved = editing.find(Zone.class, "pci");
    Point grip = robot.grip(moved);
    robot.press(grip);
    robot.glide(grip, new Point(grip.x + 3, grip.y + 100));
    assertThat(ui(() -> feedback())).contains("GuideFigure");
    Shots.take("editor-guides");
    robot.type(KeyEvent.VK_ESCAPE);
    assertThat(ui(() -> feedback())).doesNotContain("GuideFigure");
    robot.release();
  }

  @Test
  void aResizedEdgeKeepsToTheGrid() {
    Zone zone = editing.find(Zone.class, "pci");
    run(
        () -> {
          DiagramPreferences.set(DiagramPreferences.SNAP_TO_GEOMETRY, false);
          DiagramPreferences.set(DiagramPreferences.SNAP_TO_GRID, true);
          DiagramPreferences.set(DiagramPreferences.GRID, true);
          editing.canvas().select(List.of(zone));
        });
    Rect before = robot.bounds(zone);
    Point corner = robot.onScreen(before.right(), before.bottom());
    robot.drag(corner, new Point(corner.x + 37, corner.y + 33));
    until("it has grown", () -> boundsNow(zone).width() > before.width() + 20);
    assertThat(robot.bounds(zone).right() % 10).isZero();
    assertThat(robot.bounds(zone).bottom() % 10).isZero();
    robot.drag(zone, 23, 17);
    until("it has moved", () -> boundsNow(zone).x() != before.x());
    assertThat(robot.bounds(zone).x() % 10).isZero();
    assertThat(robot.bounds(zone).y() % 10).isZero();
  }

  @Test
  void aDrawnBoxKeepsToTheGrid() {
    List<Zone> zones = editing.design().getZones();
    int before = zones.size();
    run(
        () -> {
          DiagramPreferences.set(DiagramPreferences.SNAP_TO_GEOMETRY, false);
          DiagramPreferences.set(DiagramPreferences.SNAP_TO_GRID, true);
        });
    Point from = ui(() -> editing.canvas().control().toDisplay(21, 23));
    robot.type(KeyEvent.VK_Z);
    robot.drag(from, new Point(from.x + 173, from.y + 117));
    until("a zone was drawn", () -> zones.size() == before + 1);
    Rect drawn = robot.bounds(zones.get(before));
    assertThat(List.of(drawn.x() % 10, drawn.y() % 10)).containsOnly(0);
    assertThat(List.of(drawn.right() % 10, drawn.bottom() % 10)).containsOnly(0);
  }

  @Test
  void rulersAndGridAreTurnedOnWithKeys() {
    assertThat(ui(() -> rulers())).isZero();
    int wide = ui(() -> editing.canvas().control().getSize().x);
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.type(KeyEvent.VK_SHIFT, KeyEvent.VK_R));
    until("rulers are shown", () -> rulers() == 2);
    until("they take room", () -> editing.canvas().control().getSize().x < wide);
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.type(KeyEvent.VK_SHIFT, KeyEvent.VK_G));
    until("the grid is wanted", () -> DiagramPreferences.now().grid());
    Shots.take("editor-rulers");
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.type(KeyEvent.VK_SHIFT, KeyEvent.VK_R));
    until("rulers are gone", () -> rulers() == 0);
    until("the room is free again", () -> editing.canvas().control().getSize().x == wide);
  }

  private long rulers() {
    return Arrays.stream(editing.canvas().control().getParent().getChildren())
        .filter(child -> child.getClass().getSimpleName().equals("Ruler") && child.isVisible())
        .count();
  }

  private String feedback() {
    StringBuilder names = new StringBuilder();
    LayerManager layers =
        (LayerManager) editing.canvas().viewer().getEditPartRegistry().get(LayerManager.ID);
    for (Object figure : layers.getLayer(LayerConstants.SCALED_FEEDBACK_LAYER).getChildren()) {
      names.append(figure.getClass().getSimpleName()).append(' ');
    }
    return names.toString();
  }

  private Rect boundsNow(Zone zone) {
    return editing.canvas().live().scene().boxOfElement(zone.getId()).orElseThrow().bounds();
  }
}
