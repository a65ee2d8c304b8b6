package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.swt.graphics.Point;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;

/** Moving into other boxes and out of them, and duplicating with Alt. */
class MoveTest extends SampleFixture {
  @Test
  void aRowIsDraggedOutOfItsGroupAndDroppedBackOnIt() {
    ServerGroup group = editing.find(ServerGroup.class, "web");
    Zone zone = editing.find(Zone.class, "dmz");
    Server server = group.getServers().get(0);
    int members = group.getServers().size();
    Rect in = robot.bounds(zone);
    robot.drag(middle(server), robot.onScreen(in.centerX(), in.bottom() - 8));
    until("the zone holds it", () -> server.eContainer() == zone);
    assertThat(group.getServers()).hasSize(members - 1);
    assertThat(ui(() -> editing.edit().undoLabel())).contains(server.getName());
    assertThat(robot.bounds(zone).contains(robot.bounds(server))).as("the zone grew").isTrue();

    robot.drag(robot.grip(server), robot.grip(group));
    until("the group holds it again", () -> server.eContainer() == group);
    assertThat(
            ui(
                () ->
                    editing.canvas().live().diagram().getNodes().stream()
                        .noneMatch(node -> node.getElement() == server)))
        .as("the row in the card shows it")
        .isTrue();
  }

  @Test
  void aServerIsTakenOutOfAllZones() {
    Server server = editing.find(ServerGroup.class, "web").getServers().get(0);
    robot.drag(middle(server), ui(() -> editing.canvas().control().toDisplay(12, 12)));
    until("the design holds it", () -> server.eContainer() == editing.design());
  }

  @Test
  void altDuplicatesAGroupWithItsServersInOneStep() {
    ServerGroup group = editing.find(ServerGroup.class, "pay");
    Zone zone = (Zone) group.eContainer();
    int groups = zone.getGroups().size();
    int flows = editing.design().getFlows().size();
    Rect before = robot.bounds(group);
    Point grip = robot.grip(group);
    // Some window managers keep a button that is pressed with Alt to themselves.
    robot.press(grip);
    robot.holding(
        KeyEvent.VK_ALT,
        () -> {
          robot.glide(grip, new Point(grip.x + 8, grip.y + 12));
          robot.release();
        });
    until("there is a copy", () -> zone.getGroups().size() == groups + 1);
    ServerGroup copy = zone.getGroups().get(groups);
    assertThat(copy.getName()).isEqualTo("pay copy");
    assertThat(copy.getId()).isNotEqualTo(group.getId());
    assertThat(copy.getServers()).hasSameSizeAs(group.getServers());
    assertThat(copy.getServers())
        .allSatisfy(
            server -> {
              assertThat(server.getAddresses()).isEmpty();
              assertThat(namesLike(server)).hasSize(1);
            });
    assertThat(robot.bounds(group)).isEqualTo(before);
    assertThat(editing.design().getFlows()).hasSize(flows);
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Duplicate pay");
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(copy);
    run(() -> editing.edit().undo());
    assertThat(bytes()).isEqualTo(opened);
  }

  @Test
  void flowsAreDuplicatedWithBothTheirEnds() {
    Flow flow =
        editing.design().getFlows().stream()
            .filter(each -> each.getSource() instanceof ServerGroup)
            .filter(each -> each.getDestination() instanceof ServerGroup)
            .filter(each -> each.getSource() != each.getDestination())
            .findFirst()
            .orElseThrow();
    int flows = editing.design().getFlows().size();
    run(() -> editing.canvas().select(List.of(flow.getSource(), flow.getDestination())));
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_D);
    until("flows were copied", () -> editing.design().getFlows().size() > flows);
    List<Element> copies = ui(() -> editing.canvas().selectedElements());
    assertThat(copies).hasSize(2);
    assertThat(editing.design().getFlows().subList(flows, editing.design().getFlows().size()))
        .allSatisfy(
            copy -> {
              assertThat(copies).contains(copy.getSource(), copy.getDestination());
              assertThat(copy.getId()).isNotEqualTo(flow.getId());
            });
    run(() -> editing.edit().undo());
    assertThat(bytes()).isEqualTo(opened);
  }

  @Test
  void aDropThatIsRefusedSaysWhy() {
    ServerGroup group = editing.find(ServerGroup.class, "web");
    ServerGroup other = editing.find(ServerGroup.class, "pay");
    List<String> said = new CopyOnWriteArrayList<>();
    run(
        () ->
            editing
                .canvas()
                .onRefusal(
                    reason -> {
                      if (reason != null) {
                        said.add(reason);
                      }
                    }));
    robot.drag(robot.grip(group), robot.grip(other));
    assertThat(said).contains("A server group cannot hold a server group");
  }

  private List<Server> namesLike(Server server) {
    return ui(
        () -> {
          List<Server> like = new ArrayList<>();
          editing
              .design()
              .eAllContents()
              .forEachRemaining(
                  each -> {
                    if (each instanceof Server other && other.getName().equals(server.getName())) {
                      like.add(other);
                    }
                  });
          return like;
        });
  }

  private Point middle(Server server) {
    Rect row = robot.bounds(server);
    return robot.onScreen(row.centerX(), row.centerY());
  }
}
