package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;

/** Cutting, copying and pasting with the keys. */
class ClipboardTest extends SampleFixture {
  @Test
  void aCopiedGroupIsPastedBesideWithItsFlows() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    Zone zone = (Zone) web.eContainer();
    int groups = zone.getGroups().size();
    List<Flow> flows = flowsAt(web);
    int services = editing.design().getServices().size();
    Rect before = robot.bounds(web);
    robot.click(web);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    until("a group was pasted", () -> zone.getGroups().size() == groups + 1);

    ServerGroup pasted = zone.getGroups().get(groups);
    assertThat(pasted.getName()).isEqualTo("web 2");
    assertThat(pasted.getId()).isNotEqualTo(web.getId());
    assertThat(pasted.getServers()).hasSameSizeAs(web.getServers());
    assertThat(pasted.getServers()).allSatisfy(s -> assertThat(s.getAddresses()).isEmpty());
    assertThat(flowsAt(pasted)).hasSameSizeAs(flows);
    assertThat(editing.design().getServices()).hasSize(services);
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(pasted);
    assertThat(robot.bounds(pasted).x()).isEqualTo(before.x() + 20);
    assertThat(robot.bounds(pasted).y()).isEqualTo(before.y() + 20);
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Paste web");

    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    until("one step takes it back", () -> zone.getGroups().size() == groups);
    assertThat(bytes()).isEqualTo(opened);
  }

  @Test
  void aCutGroupIsPastedIntoTheSelectedZoneAndKeepsItsNameAndAddresses() {
    ServerGroup db = editing.find(ServerGroup.class, "db");
    int flows = flowsAt(db).size();
    List<String> addresses = db.getServers().get(0).getAddresses();
    Zone target = editing.find(Zone.class, "mgmt");
    assertThat(db.eContainer()).isNotSameAs(target);
    robot.click(db);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_X);
    until("the group is gone", () -> !isIn(db, editing.design()));
    assertThat(ui(() -> editing.edit().undoLabel())).startsWith("Cut db");
    assertThat(flowsAt(db)).isEmpty();

    robot.click(target);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    until(
        "the group is in the zone",
        () -> target.getGroups().stream().anyMatch(group -> "db".equals(group.getName())));
    ServerGroup pasted = editing.find(ServerGroup.class, "db");
    assertThat(pasted.getServers().get(0).getAddresses()).isEqualTo(addresses);
    assertThat(flowsAt(pasted)).hasSize(flows);
    Rect zone = robot.bounds(target);
    assertThat(zone.contains(robot.bounds(pasted))).isTrue();
  }

  @Test
  void whatIsCopiedInOneDesignIsPastedInAnother() throws IOException {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    ServerGroup app = editing.find(ServerGroup.class, "app");
    run(() -> editing.canvas().select(List.of(web, app)));
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
    List<String> addresses = web.getServers().get(0).getAddresses();
    List<Flow> between = new ArrayList<>(flowsAt(web));
    between.retainAll(flowsAt(app));
    assertThat(between).isNotEmpty();

    try (Editing other = Editing.open(Editing.sample("online-boutique", folder))) {
      byte[] before = ui(() -> DesignFile.toBytes(other.design()));
      int flows = other.design().getFlows().size();
      CanvasRobot hand = new CanvasRobot(other.canvas());
      hand.click(ui(() -> other.canvas().control().toDisplay(6, 6)));
      hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
      until("flows were pasted", () -> other.design().getFlows().size() > flows);

      assertThat(other.design().getFlows()).hasSize(flows + between.size());
      Flow pasted = other.design().getFlows().get(flows);
      assertThat(isIn(pasted.getSource(), other.design())).isTrue();
      assertThat(isIn(pasted.getDestination(), other.design())).isTrue();
      for (Service service : pasted.getServices()) {
        assertThat(other.design().getServices()).contains(service);
      }
      ServerGroup group = other.find(ServerGroup.class, "web");
      assertThat(group.getServers().get(0).getAddresses()).isEqualTo(addresses);
      assertThat(ui(() -> other.canvas().selectedElements())).hasSize(2).contains(group);
      run(() -> other.edit().undo());
      assertThat(ui(() -> DesignFile.toBytes(other.design()))).isEqualTo(before);
    }
  }

  @Test
  void aServerOfACardIsPastedIntoTheSelectedGroup() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    ServerGroup app = editing.find(ServerGroup.class, "app");
    Server server = web.getServers().get(0);
    int members = app.getServers().size();
    robot.click(server);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
    robot.click(app);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    until("a member was pasted", () -> app.getServers().size() == members + 1);
    assertThat(app.getServers().get(members).getName()).isNotEqualTo(server.getName());
    assertThat(ui(() -> editing.canvas().selectedElements()))
        .containsExactly(app.getServers().get(members));
  }

  @Test
  void spreadsheetsGetNamesAndAddresses() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    robot.click(web);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
    String text =
        ui(
            () -> {
              Clipboard clipboard = new Clipboard(UiCondition.display());
              try {
                return (String) clipboard.getContents(TextTransfer.getInstance());
              } finally {
                clipboard.dispose();
              }
            });
    Server first = web.getServers().get(0);
    assertThat(text.lines())
        .hasSize(1 + web.getServers().size())
        .contains(first.getName() + "\t" + String.join(" ", first.getAddresses()));
  }

  @Test
  void aPastedZoneKeepsWhatIsInItAndItsLayout() {
    Zone zone = editing.find(Zone.class, "pci");
    int zones = ((Design) zone.eContainer()).getZones().size();
    robot.click(zone);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    until("a zone was pasted", () -> editing.design().getZones().size() == zones + 1);
    Zone pasted = editing.design().getZones().get(zones);
    assertThat(pasted.getGroups()).hasSameSizeAs(zone.getGroups());
    Rect from = robot.bounds(zone);
    Rect to = robot.bounds(pasted);
    Rect inner = robot.bounds(zone.getGroups().get(0));
    Rect copy = robot.bounds(pasted.getGroups().get(0));
    assertThat(copy.x() - to.x()).isEqualTo(inner.x() - from.x());
    assertThat(copy.y() - to.y()).isEqualTo(inner.y() - from.y());
  }

  private List<Flow> flowsAt(ServerGroup group) {
    return editing.design().getFlows().stream()
        .filter(flow -> flow.getSource() == group || flow.getDestination() == group)
        .toList();
  }

  private static boolean isIn(Element element, Design design) {
    for (var all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() == element) {
        return true;
      }
    }
    return false;
  }
}
