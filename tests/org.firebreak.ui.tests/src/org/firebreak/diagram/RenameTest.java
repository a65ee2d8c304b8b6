package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenameTest extends SampleFixture {
  private InPlaceFields fields;

  @BeforeEach
  void find() {
    fields = new InPlaceFields(robot);
  }

  @Test
  void aKeyOpensTheNameAndEnterGivesItInOneStep() {
    ServerGroup group = editing.find(ServerGroup.class, "web");
    robot.click(group);
    robot.type(KeyEvent.VK_F2);
    fields.name();
    Shots.take("rename-group");
    fields.type("Shop front");
    robot.type(KeyEvent.VK_ENTER);
    until("it is renamed", () -> "Shop front".equals(group.getName()));
    fields.gone();
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Rename web");
    run(() -> editing.edit().undo());
    assertThat(group.getName()).isEqualTo("web");
    assertThat(ui(() -> editing.edit().canUndo())).isFalse();
  }

  @Test
  void escapeLeavesTheNameAndKeysOfTheDiagramStayWithTheField() {
    Zone zone = editing.find(Zone.class, "pci");
    robot.click(zone);
    robot.type(KeyEvent.VK_F2);
    Text field = fields.name();
    fields.type("xyz");
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    robot.type(KeyEvent.VK_DELETE);
    assertThat(InPlaceFields.text(field)).isEmpty();
    robot.type(KeyEvent.VK_ESCAPE);
    fields.gone();
    assertThat(zone.getName()).isEqualTo("pci");
    assertThat(ui(() -> editing.edit().canUndo())).isFalse();
    assertThat(editing.find(Zone.class, "pci")).isSameAs(zone);
  }

  @Test
  void anEmptyNameAndThatOfANeighbourAreRefusedAtOnce() {
    Zone zone = editing.find(Zone.class, "pci");
    robot.click(zone);
    robot.type(KeyEvent.VK_F2);
    fields.name();
    robot.type(KeyEvent.VK_DELETE);
    assertThat(fields.remark()).isEqualTo("A name is needed");
    Shots.take("rename-empty");
    robot.type(KeyEvent.VK_ENTER);
    fields.type("mgmt");
    assertThat(fields.remark()).isEqualTo("There is a zone of this name here");
    robot.type(KeyEvent.VK_ENTER);
    assertThat(zone.getName()).isEqualTo("pci");
    fields.type("2");
    assertThat(fields.remark()).isEmpty();
    robot.type(KeyEvent.VK_ENTER);
    until("the name is fine now", () -> "mgmt2".equals(zone.getName()));
  }

  @Test
  void aDoubleClickAndASlowSecondClickOpenTheName() {
    ServerGroup group = editing.find(ServerGroup.class, "db");
    Point grip = robot.grip(group);
    robot.doubleClick(grip);
    fields.name();
    robot.type(KeyEvent.VK_ESCAPE);
    fields.gone();
    // Later than a double click, a second click on what is selected.
    long pause = ui(() -> robot.control().getDisplay().getDoubleClickTime());
    long selected = System.nanoTime();
    until("no double click", () -> System.nanoTime() - selected > (pause + 300) * 1_000_000);
    robot.click(grip);
    fields.name();
    robot.type(KeyEvent.VK_ESCAPE);
    fields.gone();
  }

  @Test
  void aServerInACardIsNamedToo() {
    Server server = editing.find(ServerGroup.class, "web").getServers().get(0);
    run(() -> editing.canvas().select(List.of(server)));
    robot.type(KeyEvent.VK_F2);
    fields.name();
    Shots.take("rename-member");
    fields.type("front-1");
    robot.type(KeyEvent.VK_ENTER);
    until("it is renamed", () -> "front-1".equals(server.getName()));
  }

  @Test
  void theFieldFollowsTheZoomAndAClickElsewhereGivesTheName() {
    Zone zone = editing.find(Zone.class, "pci");
    robot.click(zone);
    robot.type(KeyEvent.VK_F2);
    Text field = fields.name();
    int before = ui(() -> field.getFont().getFontData()[0].getHeight());
    run(() -> editing.canvas().zoom().to(2, new org.eclipse.draw2d.geometry.Point(100, 100)));
    assertThat((int) ui(() -> field.getFont().getFontData()[0].getHeight())).isGreaterThan(before);
    run(() -> editing.canvas().zoom().fit());
    fields.type("Cards");
    robot.click(editing.find(ServerGroup.class, "db"));
    until("it is renamed", () -> "Cards".equals(zone.getName()));
  }

  @Test
  void aNoteTakesSeveralLines() {
    Rect in = robot.bounds(editing.find(Zone.class, "mgmt"));
    robot.type(KeyEvent.VK_N);
    robot.click(robot.onScreen(in.x() + 30, in.bottom() - 6));
    Text field = fields.name();
    assertThat(InPlaceFields.text(field)).isEqualTo("Note");
    fields.type("first");
    robot.type(KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
    fields.type("second");
    Shots.take("rename-note");
    robot.type(KeyEvent.VK_ENTER);
    until("it is written", () -> "first\nsecond".equals(note().getText()));
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Edit note");
  }

  private DiagramNode note() {
    List<DiagramNode> nodes = editing.canvas().live().diagram().getNodes();
    return nodes.get(nodes.size() - 1);
  }
}
