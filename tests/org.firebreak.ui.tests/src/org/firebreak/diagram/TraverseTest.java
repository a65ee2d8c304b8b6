package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting about on the canvas without a mouse. */
class TraverseTest {
  @TempDir Path folder;

  private Editing editing;
  private CanvasRobot robot;

  @BeforeEach
  void open() throws IOException {
    editing = Editing.open(Editing.sample("lab-shop", folder));
    robot = new CanvasRobot(editing.canvas());
  }

  @AfterEach
  void close() {
    assertThat(ui(() -> editing.edit().canUndo())).as("nothing was changed").isFalse();
    editing.close();
  }

  @Test
  void altAndArrowsEnterAndLeaveBoxes() {
    Zone zone = editing.find(Zone.class, "pci");
    ServerGroup group = zone.getGroups().get(0);
    select(zone);
    robot.type(KeyEvent.VK_ALT, KeyEvent.VK_DOWN);
    assertThat(selected()).containsExactly(group);
    robot.type(KeyEvent.VK_ALT, KeyEvent.VK_DOWN);
    assertThat(selected()).containsExactly(group.getServers().get(0));
    robot.type(KeyEvent.VK_ALT, KeyEvent.VK_UP);
    robot.type(KeyEvent.VK_ALT, KeyEvent.VK_UP);
    assertThat(selected()).containsExactly(zone);
  }

  @Test
  void slashesWalkRoundTheLinesOfABox() {
    ServerGroup group = editing.find(ServerGroup.class, "db");
    select(group);
    robot.type(KeyEvent.VK_SLASH);
    List<Element> first = selected();
    assertThat(first).isNotEmpty().allMatch(Flow.class::isInstance);
    robot.type(KeyEvent.VK_SLASH);
    assertThat(selected()).isNotEqualTo(first).allMatch(Flow.class::isInstance);
    robot.type(KeyEvent.VK_BACK_SLASH);
    assertThat(selected()).isEqualTo(first);
    Flow flow = (Flow) first.get(0);
    robot.type(KeyEvent.VK_ALT, KeyEvent.VK_DOWN);
    assertThat(selected()).containsExactly(flow.getDestination());
  }

  @Test
  void ctrlTakesTheFocusAlongAndSpaceSelects() {
    robot.type(KeyEvent.VK_TAB);
    List<Element> first = selected();
    assertThat(first).hasSize(1);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_RIGHT);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_RIGHT);
    assertThat(selected()).isEqualTo(first);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_SPACE);
    until("another is selected too", () -> editing.canvas().selectedElements().size() == 2);
    assertThat(selected()).containsAll(first);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_SPACE);
    until("it is not any more", () -> editing.canvas().selectedElements().equals(first));
  }

  @Test
  void enterGoesToTheProperties() {
    select(editing.find(Zone.class, "pci"));
    robot.type(KeyEvent.VK_ENTER);
    until(
        "the properties are active",
        () ->
            "org.firebreak.ui.properties".equals(Editing.page().getActivePartReference().getId()));
  }

  @Test
  void theMenuKeyOpensAtTheSelection() {
    ServerGroup group = editing.find(ServerGroup.class, "pay");
    select(group);
    Rect bounds = robot.bounds(group);
    Point corner = robot.onScreen(bounds.x(), bounds.y());
    Point end = robot.onScreen(bounds.right(), bounds.bottom());
    Event event = new Event();
    event.detail = SWT.MENU_KEYBOARD;
    run(() -> editing.canvas().control().notifyListeners(SWT.MenuDetect, event));
    assertThat(event.x).isBetween(corner.x, end.x);
    assertThat(event.y).isBetween(corner.y, end.y);
  }

  private List<Element> selected() {
    return ui(() -> editing.canvas().selectedElements());
  }

  private void select(NamedElement element) {
    run(() -> editing.canvas().select(List.of(element)));
    settle();
  }
}
