package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.swt.graphics.Point;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanvasToolsTest {
  @TempDir Path folder;

  private Editing editing;
  private CanvasRobot robot;
  private byte[] opened;

  @BeforeEach
  void open() throws IOException {
    editing = Editing.open(Editing.sample("lab-shop", folder));
    robot = new CanvasRobot(editing.canvas());
    opened = bytes();
  }

  /** Whatever a test did, undoing all of it restores the file byte by byte. */
  @AfterEach
  void undoEverything() {
    try {
      run(
          () -> {
            while (editing.edit().canUndo()) {
              editing.edit().undo();
            }
          });
      assertThat(Arrays.equals(bytes(), opened)).as("undone exactly").isTrue();
    } finally {
      editing.close();
    }
  }

  @Test
  void aKeyTakesAToolAndAClickDraws() {
    Zone zone = editing.find(Zone.class, "pci");
    int groups = zone.getGroups().size();
    Rect in = robot.bounds(zone);
    robot.type(KeyEvent.VK_G);
    robot.click(robot.onScreen(in.right() - 8, in.bottom() - 5));
    until("a group was drawn", () -> zone.getGroups().size() == groups + 1);
    ServerGroup drawn = zone.getGroups().get(groups);
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(drawn);
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Add group");
    assertThat(inside(robot.bounds(zone), robot.bounds(drawn))).isTrue();

    // The tool was used once: the next click selects.
    robot.click(zone);
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(zone);
  }

  @Test
  void aServerIsDrawnIntoTheGroupUnderThePointer() {
    ServerGroup group = editing.find(ServerGroup.class, "web");
    int members = group.getServers().size();
    robot.type(KeyEvent.VK_S);
    robot.click(group);
    until("a server was drawn", () -> group.getServers().size() == members + 1);
    Server server = group.getServers().get(members);
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(server);
  }

  @Test
  void aDragGivesAZoneItsSize() {
    int zones = editing.design().getZones().size();
    run(() -> editing.task("zoomOut"));
    double zoom = ui(() -> editing.canvas().zoom().level());
    Point from = ui(() -> editing.canvas().control().toDisplay(24, 24));
    Point to = new Point(from.x + (int) (240 * zoom), from.y + (int) (140 * zoom));
    robot.type(KeyEvent.VK_Z);
    robot.drag(from, to);
    until("a zone was drawn", () -> editing.design().getZones().size() == zones + 1);
    Rect drawn = robot.bounds(editing.design().getZones().get(zones));
    assertThat(drawn.width()).isCloseTo(240, within(4));
    assertThat(drawn.height()).isCloseTo(140, within(4));
  }

  @Test
  void networksAndNotesDrawnOverAZoneStandOnTheDiagram() {
    Zone zone = editing.find(Zone.class, "mgmt");
    int networks = editing.design().getExternalNetworks().size();
    robot.type(KeyEvent.VK_E);
    robot.click(zone);
    until(
        "a network was drawn", () -> editing.design().getExternalNetworks().size() == networks + 1);
    ExternalNetwork network = editing.design().getExternalNetworks().get(networks);
    assertThat(
            ui(
                () ->
                    editing
                        .canvas()
                        .live()
                        .scene()
                        .boxOfElement(network.getId())
                        .orElseThrow()
                        .parentId()))
        .isNull();
    // A name is asked for, which is left as it is.
    robot.type(KeyEvent.VK_ESCAPE);
    robot.type(KeyEvent.VK_N);
    robot.click(editing.find(Zone.class, "pci"));
    until(
        "a note was drawn",
        () ->
            editing.canvas().live().diagram().getNodes().stream()
                .anyMatch(CanvasToolsTest::isNote));
  }

  @Test
  void aFlowIsDrawnWithTwoClicksAndWithOneDrag() {
    List<Flow> flows = editing.design().getFlows();
    int before = flows.size();
    ServerGroup web = editing.find(ServerGroup.class, "web");
    ServerGroup pay = editing.find(ServerGroup.class, "pay");
    robot.type(KeyEvent.VK_L);
    robot.click(web);
    robot.click(pay);
    until("a flow was drawn", () -> flows.size() == before + 1);
    Flow drawn = flows.get(before);
    assertThat(drawn.getSource()).isSameAs(web);
    assertThat(drawn.getDestination()).isSameAs(pay);

    // Its services are asked for.
    robot.type(KeyEvent.VK_ESCAPE);
    robot.type(KeyEvent.VK_L);
    robot.drag(robot.grip(pay), robot.grip(web));
    until("another was drawn", () -> flows.size() == before + 2);
    assertThat(flows.get(before + 1).getSource()).isSameAs(pay);
    assertThat(flows.get(before + 1).getDestination()).isSameAs(web);
  }

  @Test
  void arrowsMoveOneStepHoweverLongTheyAreHeld() {
    ServerGroup group = editing.find(ServerGroup.class, "db");
    robot.click(group);
    Rect before = robot.bounds(group);
    robot.holding(
        KeyEvent.VK_SHIFT,
        () -> {
          robot.type(KeyEvent.VK_RIGHT);
          robot.type(KeyEvent.VK_DOWN);
        });
    robot.type(KeyEvent.VK_RIGHT);
    until("it has moved", () -> robot.bounds(group).x() > before.x() + 5);
    run(() -> editing.edit().undo());
    run(() -> editing.edit().undo());
    run(() -> editing.edit().undo());
    assertThat(robot.bounds(group)).isEqualTo(before);
  }

  @Test
  void theTabulatorGoesFromBoxToBoxAndEscapeGoesOut() {
    robot.type(KeyEvent.VK_TAB);
    List<Element> first = ui(() -> editing.canvas().selectedElements());
    assertThat(first).hasSize(1);
    robot.type(KeyEvent.VK_TAB);
    assertThat(ui(() -> editing.canvas().selectedElements())).hasSize(1).isNotEqualTo(first);
    robot.type(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
    assertThat(ui(() -> editing.canvas().selectedElements())).isEqualTo(first);

    ServerGroup group = editing.find(ServerGroup.class, "pay");
    run(() -> editing.canvas().select(group.getServers()));
    robot.type(KeyEvent.VK_ESCAPE);
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(group);
    robot.type(KeyEvent.VK_ESCAPE);
    robot.type(KeyEvent.VK_ESCAPE);
    assertThat(ui(() -> editing.canvas().selectedElements())).isEmpty();
  }

  @Test
  void aZoneIsResizedButNotBelowItsContent() {
    Zone zone = editing.find(Zone.class, "pci");
    ServerGroup content = zone.getGroups().get(0);
    run(() -> editing.canvas().select(List.of(zone)));
    Rect before = robot.bounds(zone);
    Rect inside = robot.bounds(content);
    Point corner = robot.onScreen(before.right(), before.bottom());
    robot.drag(corner, new Point(corner.x + 40, corner.y + 30));
    until("it has grown", () -> robot.bounds(zone).width() > before.width() + 20);
    Rect grown = robot.bounds(zone);
    assertThat(grown.x()).isEqualTo(before.x());
    assertThat(robot.bounds(content)).isEqualTo(inside);

    Point origin = robot.onScreen(grown.x(), grown.y());
    robot.drag(origin, new Point(origin.x + 400, origin.y + 400));
    assertThat(inside(robot.bounds(zone), robot.bounds(content))).isTrue();
    assertThat(robot.bounds(content)).isEqualTo(inside);
  }

  @Test
  void aGroupIsDroppedIntoAnotherZone() {
    ServerGroup group = editing.find(ServerGroup.class, "pay");
    Zone target = editing.find(Zone.class, "dmz");
    Rect to = robot.bounds(target);
    robot.drag(robot.grip(group), robot.onScreen(to.centerX(), to.y() + 12));
    until("it was dropped", () -> group.eContainer() == target);
    assertThat(inside(robot.bounds(target), robot.bounds(group))).isTrue();
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Move pay to dmz");
  }

  @Test
  void deletingTakesFlowsAlongAndRemovingTakesNothing() {
    ServerGroup group = editing.find(ServerGroup.class, "web");
    int flows = editing.design().getFlows().size();
    robot.click(group);
    run(() -> editing.task("removeFromDiagram"));
    assertThat((Object) ui(() -> editing.canvas().partOf(group))).isNull();
    assertThat(editing.design().getFlows()).hasSize(flows);
    run(() -> editing.edit().undo());

    // A second click at once would be a double click, which edits the name.
    run(() -> editing.canvas().select(List.of(group)));
    new Hands().press(KeyEvent.VK_SHIFT, KeyEvent.VK_DELETE);
    Ui.dialog("Delete from Design");
    robot.type(KeyEvent.VK_ENTER);
    until("it is deleted", () -> group.eContainer() != editing.find(Zone.class, "web"));
    assertThat(editing.design().getFlows()).hasSizeLessThan(flows);
    assertThat(ui(() -> editing.edit().undoLabel())).startsWith("Delete web and ");
  }

  @Test
  void aFrameSelectsWhatLiesInIt() {
    Zone zone = editing.find(Zone.class, "mgmt");
    Rect in = robot.bounds(zone);
    robot.type(KeyEvent.VK_M);
    robot.drag(
        robot.onScreen(in.right() + 12, in.y() - 12), robot.onScreen(in.x() - 6, in.bottom() + 6));
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(zone);
    robot.type(KeyEvent.VK_V);
    run(() -> editing.task("selectAll"));
    assertThat(ui(() -> editing.canvas().selectedElements()))
        .contains(editing.find(Zone.class, "pci"));
    Shots.take("editor-all-selected");
  }

  @Test
  void theWheelZoomsAtThePointer() {
    ServerGroup group = editing.find(ServerGroup.class, "db");
    Rect box = robot.bounds(group);
    Point at = robot.onScreen(box.x(), box.y());
    double before = ui(() -> editing.canvas().zoom().level());
    robot.holding(KeyEvent.VK_CONTROL, () -> robot.wheel(at, -3));
    until("it is larger", () -> editing.canvas().zoom().level() > before * 1.2);
    Point now = robot.onScreen(box.x(), box.y());
    assertThat(now.x).isCloseTo(at.x, within(2));
    assertThat(now.y).isCloseTo(at.y, within(2));
    Shots.take("editor-zoomed");

    run(() -> editing.task("zoomActual"));
    assertThat(ui(() -> editing.canvas().zoom().level())).isEqualTo(1);
    run(() -> editing.task("fit"));
    settle();
    Rectangle window = ui(() -> editing.canvas().control().getViewport().getClientArea());
    Rectangle all =
        ui(
            () ->
                ((GraphicalEditPart) editing.canvas().viewer().getContents())
                    .getFigure()
                    .getBounds());
    assertThat(all.width * editing.canvas().zoom().level())
        .isLessThanOrEqualTo(window.width + 60.0);
  }

  @Test
  void theSheetIsMovedWithSpaceAndWithTheMiddleButton() {
    run(() -> editing.task("zoomActual"));
    Point centre =
        ui(
            () ->
                editing
                    .canvas()
                    .control()
                    .toDisplay(
                        editing.canvas().control().getSize().x / 2,
                        editing.canvas().control().getSize().y / 2));
    Point to = new Point(centre.x - 70, centre.y - 50);
    Rect any = robot.bounds(editing.find(Zone.class, "mgmt"));
    Point before = robot.onScreen(any.x(), any.y());
    robot.drag(centre, to, InputEvent.BUTTON2_DOWN_MASK);
    assertThat(robot.onScreen(any.x(), any.y())).isEqualTo(new Point(before.x - 70, before.y - 50));
    robot.holding(KeyEvent.VK_SPACE, () -> robot.drag(to, centre));
    assertThat(robot.onScreen(any.x(), any.y())).isEqualTo(before);
    assertThat(ui(() -> editing.edit().canUndo())).isFalse();
  }

  @Test
  void arrangingIsOneStepInTheBackground() {
    ServerGroup group = editing.find(ServerGroup.class, "web");
    robot.drag(group, 25, 30);
    until("it has moved", () -> "Move web".equals(editing.edit().undoLabel()));
    run(() -> editing.task("arrange"));
    until("it is arranged", () -> "Arrange".equals(editing.edit().undoLabel()));
  }

  private static boolean isNote(DiagramNode node) {
    return node.getElement() == null;
  }

  private static boolean inside(Rect outer, Rect inner) {
    return outer.contains(inner);
  }

  private byte[] bytes() {
    return ui(() -> DesignFile.toBytes(editing.design()));
  }
}
