package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.NamedElement;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;

/** Aligning, distributing, sizing and ordering what is selected. */
class AlignTest extends SampleFixture {
  @Test
  void keysAlignWithTheOneSelectedLast() {
    Zone pci = zone("pci");
    Zone dmz = zone("dmz");
    select(dmz, pci);
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.type(KeyEvent.VK_SHIFT, KeyEvent.VK_UP));
    until("aligned", () -> "Align top edges".equals(editing.edit().undoLabel()));
    assertThat(robot.bounds(dmz).y()).isEqualTo(robot.bounds(pci).y());
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.type(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT));
    until("aligned", () -> "Align right edges".equals(editing.edit().undoLabel()));
    assertThat(robot.bounds(dmz).right()).isEqualTo(robot.bounds(pci).right());
  }

  @Test
  void everySideCanBeAlignedEachInOneStep() {
    Zone app = zone("app");
    Zone mgmt = zone("mgmt");
    check("alignLeft", app, mgmt, Rect::x);
    check("alignCenter", app, mgmt, rect -> rect.x() + rect.width() / 2);
    check("alignRight", app, mgmt, Rect::right);
    check("alignTop", app, mgmt, Rect::y);
    check("alignMiddle", app, mgmt, rect -> rect.y() + rect.height() / 2);
    check("alignBottom", app, mgmt, Rect::bottom);
    check("matchWidth", zone("mgmt"), zone("data"), Rect::width);
  }

  private void check(String task, Zone moved, Zone example, ToIntFunction<Rect> value) {
    select(moved, example);
    Rect before = robot.bounds(example);
    run(() -> editing.task(task));
    assertThat(value.applyAsInt(robot.bounds(moved))).as(task).isEqualTo(value.applyAsInt(before));
    assertThat(robot.bounds(example)).isEqualTo(before);
    run(() -> editing.edit().undo());
    assertThat(bytes()).as(task + " undone").isEqualTo(opened);
  }

  @Test
  void gapsBecomeEqual() {
    Zone dmz = zone("dmz");
    Zone data = zone("data");
    Zone clients = zone("clients");
    select(clients, dmz, data);
    run(() -> editing.task("distributeVertically"));
    List<Rect> rows =
        Stream.of(clients, dmz, data)
            .map(robot::bounds)
            .sorted(Comparator.comparingInt(Rect::y))
            .toList();
    int above = rows.get(1).y() - rows.get(0).bottom();
    int below = rows.get(2).y() - rows.get(1).bottom();
    assertThat(above).isCloseTo(below, within(1));
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Distribute vertically");
  }

  @Test
  void onlyWhatMakesSenseIsEnabled() {
    select(zone("pci"));
    assertThat(enabled("alignLeft")).isFalse();
    assertThat(enabled("matchSize")).isFalse();
    assertThat(enabled("distributeHorizontally")).isFalse();
    select(zone("pci"), zone("dmz"));
    assertThat(enabled("alignLeft")).isTrue();
    assertThat(enabled("distributeHorizontally")).isFalse();
    // Already in line.
    select(zone("pci"), zone("data"));
    assertThat(enabled("alignLeft")).isFalse();
    run(() -> editing.task("selectNone"));
    assertThat(enabled("bringToFront")).isFalse();
    assertThat(enabled("duplicate")).isFalse();
    assertThat(enabled("toggleCollapse")).isFalse();
    assertThat(enabled("zoomToSelection")).isFalse();
  }

  @Test
  void boxesAreBroughtForwardAndSentBack() {
    Zone zone = zone("data");
    List<ServerGroup> groups = zone.getGroups();
    List<NamedElement> before = order(zone);
    ServerGroup first = (ServerGroup) before.get(0);
    assertThat(groups).contains(first);
    select(first);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_CLOSE_BRACKET);
    until("one further", () -> order(zone).indexOf(first) == 1);
    run(() -> editing.task("bringToFront"));
    assertThat(order(zone).get(before.size() - 1)).isSameAs(first);
    assertThat(enabled("bringToFront")).isFalse();
    assertThat(enabled("bringForward")).isFalse();
    run(() -> editing.task("sendBackward"));
    assertThat(order(zone).indexOf(first)).isEqualTo(before.size() - 2);
    run(() -> editing.task("sendToBack"));
    assertThat(order(zone)).isEqualTo(before);
  }

  @Test
  void pinnedNodesAreUnpinnedAgain() {
    Zone zone = zone("pci");
    select(zone);
    run(() -> editing.task("pin"));
    assertThat(node(zone).isPinned()).isTrue();
    run(() -> editing.task("pin"));
    assertThat(node(zone).isPinned()).isFalse();
  }

  private List<NamedElement> order(Zone zone) {
    return ui(
        () ->
            editing.canvas().live().diagram().getNodes().stream()
                .map(DiagramNode::getElement)
                .filter(element -> element != null && element.eContainer() == zone)
                .toList());
  }

  private DiagramNode node(Zone zone) {
    return ui(
        () ->
            editing.canvas().live().diagram().getNodes().stream()
                .filter(node -> node.getElement() == zone)
                .findFirst()
                .orElseThrow());
  }

  private boolean enabled(String task) {
    return ui(() -> DiagramTasks.named(task).isEnabled(editing.context()));
  }

  private void select(NamedElement... elements) {
    run(() -> editing.canvas().select(List.of(elements)));
    settle();
  }

  private Zone zone(String name) {
    return editing.find(Zone.class, name);
  }
}
