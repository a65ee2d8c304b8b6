package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Routing;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;

/** Selecting with mouse, keys and commands, and looking at what is selected. */
class SelectTest extends SampleFixture {
  @Test
  void shiftAndCtrlAddToTheSelection() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    ServerGroup pay = editing.find(ServerGroup.class, "pay");
    ServerGroup db = editing.find(ServerGroup.class, "db");
    robot.click(web);
    robot.holding(KeyEvent.VK_SHIFT, () -> robot.click(pay));
    assertThat(selected()).containsExactly(web, pay);
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.click(db));
    assertThat(selected()).containsExactly(web, pay, db);
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.click(pay));
    assertThat(selected()).containsExactly(web, db);
  }

  @Test
  void aFrameWithShiftAddsToTheSelection() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    Zone pci = editing.find(Zone.class, "pci");
    robot.click(web);
    robot.type(KeyEvent.VK_M);
    Rect in = robot.bounds(pci);
    Point from = robot.onScreen(in.right() + 6, in.bottom() + 6);
    Point to = robot.onScreen(in.x() - 6, in.y() - 6);
    robot.holding(KeyEvent.VK_SHIFT, () -> robot.drag(from, to));
    assertThat(selected()).contains(web, pci);
    robot.type(KeyEvent.VK_V);
  }

  @Test
  void sameKindAndSameGroup() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    select(web);
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.type(KeyEvent.VK_SHIFT, KeyEvent.VK_K));
    until("all groups are selected", () -> selectedNow().size() > 3);
    assertThat(selected()).allMatch(ServerGroup.class::isInstance);

    Server server = web.getServers().get(0);
    select(server);
    run(() -> editing.task("selectSameGroup"));
    assertThat(selected()).containsExactlyElementsOf(web.getServers());
  }

  @Test
  void connectedAddsFlowsAndTheirOtherEnds() {
    ServerGroup group = editing.find(ServerGroup.class, "db");
    List<Flow> flows =
        editing.design().getFlows().stream()
            .filter(flow -> flow.getSource() == group || flow.getDestination() == group)
            .toList();
    assertThat(flows).isNotEmpty();
    select(group);
    run(() -> editing.task("selectConnected"));
    List<Element> selected = selected();
    assertThat(selected).contains(group).containsAll(flows);
    for (Flow flow : flows) {
      for (Endpoint end : List.of(flow.getSource(), flow.getDestination())) {
        assertThat(selected).contains(end);
      }
    }
  }

  @Test
  void inverseLeavesOutWhatHoldsTheSelection() {
    ServerGroup pay = editing.find(ServerGroup.class, "pay");
    Zone pci = editing.find(Zone.class, "pci");
    select(pay);
    run(() -> editing.task("selectInverse"));
    assertThat(selected())
        .doesNotContain(pay, pci)
        .contains(editing.find(Zone.class, "dmz"), editing.design().getFlows().get(0));
    run(() -> editing.task("selectNone"));
    assertThat(selected()).isEmpty();
  }

  @Test
  void theSelectionFillsTheWindow() {
    ServerGroup pay = editing.find(ServerGroup.class, "pay");
    select(pay);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_8);
    until("it is large", () -> editing.canvas().zoom().level() > 1);
    Rect bounds = robot.bounds(pay);
    Point middle = robot.onScreen(bounds.centerX(), bounds.centerY());
    Point size = ui(() -> editing.canvas().control().getSize());
    Point window = ui(() -> editing.canvas().control().toDisplay(size.x / 2, size.y / 2));
    assertThat(middle.x).isCloseTo(window.x, within(20));
    assertThat(middle.y).isCloseTo(window.y, within(20));
  }

  @Test
  void shiftAndWheelScrollSideways() {
    run(() -> editing.task("zoomActual"));
    run(() -> editing.task("zoomIn"));
    run(() -> editing.task("zoomIn"));
    settle();
    Point size = ui(() -> editing.canvas().control().getSize());
    Point middle = ui(() -> editing.canvas().control().toDisplay(size.x / 2, size.y / 2));
    int before = ui(() -> editing.canvas().control().getViewport().getViewLocation().x);
    robot.holding(KeyEvent.VK_SHIFT, () -> robot.wheel(middle, 3));
    until(
        "it has scrolled to the right",
        () -> editing.canvas().control().getViewport().getViewLocation().x > before);
  }

  @Test
  void linesRunAsTheDiagramSays() {
    run(() -> editing.task("routeStraight"));
    assertThat(ui(() -> editing.canvas().live().diagram().getRouting()))
        .isEqualTo(Routing.STRAIGHT);
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Route lines straight");
    run(() -> editing.edit().undo());
    assertThat(ui(() -> editing.canvas().live().diagram().getRouting()))
        .isEqualTo(Routing.ORTHOGONAL);
  }

  @Test
  void aKeyCollapsesAndOpens() {
    Zone pci = editing.find(Zone.class, "pci");
    ServerGroup pay = editing.find(ServerGroup.class, "pay");
    select(pci);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_PERIOD);
    until("it is collapsed", () -> editing.canvas().partOf(pay) == null);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_PERIOD);
    until("it is open", () -> editing.canvas().partOf(pay) != null);
    run(() -> editing.task("expandToGroups"));
    assertThat((Object) ui(() -> editing.canvas().partOf(pay.getServers().get(0)))).isNull();
    run(() -> editing.task("expandAll"));
    assertThat((Object) ui(() -> editing.canvas().partOf(pay.getServers().get(0)))).isNotNull();
  }

  private List<Element> selectedNow() {
    return editing.canvas().selectedElements();
  }

  private List<Element> selected() {
    return ui(this::selectedNow);
  }

  private void select(NamedElement... elements) {
    run(() -> editing.canvas().select(List.of(elements)));
    settle();
  }
}
