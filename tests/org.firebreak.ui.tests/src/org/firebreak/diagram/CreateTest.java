package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.List;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreateTest extends SampleFixture {
  private InPlaceFields fields;

  @BeforeEach
  void find() {
    fields = new InPlaceFields(robot);
  }

  @Test
  void aDoubleClickOnTheCanvasOffersWhatCanBeDrawnAndTheNameFollows() {
    int networks = editing.design().getExternalNetworks().size();
    Point empty = empty();
    robot.doubleClick(empty);
    fields.suggest();
    Shots.take("quick-menu");
    assertThat(fields.suggestions())
        .containsExactly("Server", "Group", "Zone", "External network", "Firewall", "Note");
    fields.type("int");
    assertThat(fields.suggestions()).containsExactly("External network");
    robot.type(KeyEvent.VK_ENTER);
    fields.name();
    fields.type("Partner");
    robot.type(KeyEvent.VK_ENTER);
    fields.gone();
    assertThat(editing.design().getExternalNetworks()).hasSize(networks + 1);
    ExternalNetwork drawn = editing.design().getExternalNetworks().get(networks);
    assertThat(drawn.getName()).isEqualTo("Partner");
    Point at = robot.onScreen(robot.bounds(drawn).x(), robot.bounds(drawn).y());
    assertThat(Math.abs(at.x - empty.x) + Math.abs(at.y - empty.y)).isLessThan(6);
  }

  @Test
  void escapeClosesTheQuickMenuAndNothingIsDrawn() {
    robot.type(KeyEvent.VK_INSERT);
    fields.suggest();
    robot.type(KeyEvent.VK_ESCAPE);
    fields.gone();
    assertThat(ui(() -> editing.edit().canUndo())).isFalse();
  }

  @Test
  void insertAddsIntoWhatIsSelected() {
    ServerGroup group = editing.find(ServerGroup.class, "db");
    int members = group.getServers().size();
    robot.click(group);
    robot.type(KeyEvent.VK_INSERT);
    fields.suggest();
    fields.type("ser");
    robot.type(KeyEvent.VK_ENTER);
    fields.name();
    fields.type("db3");
    robot.type(KeyEvent.VK_ENTER);
    until("a server is in the group", () -> group.getServers().size() == members + 1);
    fields.gone();
    assertThat(group.getServers().get(members).getName()).isEqualTo("db3");
  }

  @Test
  void aFlowIsDraggedOutOfABoxToAnother() {
    List<Flow> flows = editing.design().getFlows();
    int before = flows.size();
    ServerGroup web = editing.find(ServerGroup.class, "web");
    ServerGroup pay = editing.find(ServerGroup.class, "pay");
    robot.click(web);
    robot.drag(knob(web), robot.grip(pay));
    until("a flow is drawn", () -> flows.size() == before + 1);
    fields.suggest();
    fields.type("443");
    robot.type(KeyEvent.VK_ENTER);
    until("it has a service", () -> flows.get(before).getServices().size() == 1);
    assertThat(flows.get(before).getSource()).isSameAs(web);
    assertThat(flows.get(before).getDestination()).isSameAs(pay);
    fields.gone();
    run(() -> editing.edit().undo());
    assertThat(bytes()).isEqualTo(opened);
  }

  @Test
  void aFlowDraggedToTheEmptyCanvasEndsAtSomethingNew() {
    List<Flow> flows = editing.design().getFlows();
    int before = flows.size();
    ServerGroup web = editing.find(ServerGroup.class, "web");
    robot.click(web);
    robot.drag(knob(web), empty());
    fields.suggest();
    assertThat(fields.suggestions()).containsExactly("Server", "Group", "Zone", "External network");
    fields.type("gr");
    robot.type(KeyEvent.VK_ENTER);
    fields.name();
    fields.type("batch");
    robot.type(KeyEvent.VK_ENTER);
    fields.suggest();
    fields.type("ssh");
    robot.type(KeyEvent.VK_ENTER);
    until("the flow has a service", () -> flows.get(before).getServices().size() == 1);
    assertThat(flows.get(before).getSource()).isSameAs(web);
    assertThat(((ServerGroup) flows.get(before).getDestination()).getName()).isEqualTo("batch");
  }

  @Test
  void noFlowEndsAtAFirewallAndTheStatusLineSaysWhy() {
    int before = editing.design().getFlows().size();
    ServerGroup lb = editing.find(ServerGroup.class, "lb");
    EnforcementPoint firewall = editing.design().getEnforcementPoints().get(0);
    robot.click(lb);
    Rect at = robot.bounds(firewall);
    robot.drag(knob(lb), robot.onScreen(at.centerX(), at.y() + 12));
    Shots.take("refused");
    assertThat(editing.design().getFlows()).hasSize(before);
    assertThat(ui(() -> editing.canvas().control().getChildren().length)).isZero();
    until(
        "the status line says why",
        () -> shows(editing.canvas().control().getShell(), "A flow passes firewalls on its way"));
  }

  @Test
  void whatIsDrawnKeepsToTheGrid() {
    run(() -> DiagramPreferences.set(DiagramPreferences.SNAP_TO_GRID, true));
    try {
      int zones = editing.design().getZones().size();
      Point at = empty();
      robot.type(KeyEvent.VK_Z);
      robot.click(new Point(at.x + 3, at.y + 3));
      until("a zone was drawn", () -> editing.design().getZones().size() == zones + 1);
      fields.name();
      robot.type(KeyEvent.VK_ESCAPE);
      Rect drawn = robot.bounds(editing.design().getZones().get(zones));
      int grid = DiagramPreferences.now().gridSize();
      assertThat(drawn.x() % grid).isZero();
      assertThat(drawn.y() % grid).isZero();
    } finally {
      run(() -> DiagramPreferences.set(DiagramPreferences.SNAP_TO_GRID, false));
    }
  }

  @Test
  void aZoneOffersAndHoldsWhatIsAddedByDoubleClick() {
    Zone zone = editing.find(Zone.class, "mgmt");
    int servers = zone.getServers().size();
    Rect in = robot.bounds(zone);
    // Below its groups, and clear of the handles that the first click brings.
    Point at = robot.onScreen(in.x() + in.width() / 4, in.bottom() - 5);
    robot.doubleClick(at);
    fields.suggest();
    robot.type(KeyEvent.VK_ENTER);
    fields.name();
    fields.type("probe");
    robot.type(KeyEvent.VK_ENTER);
    until("a server is in the zone", () -> zone.getServers().size() == servers + 1);
    fields.gone();
    Server added = zone.getServers().get(servers);
    assertThat(added.getName()).isEqualTo("probe");
  }

  /** Whether the window shows a label with a text that begins so. */
  private static boolean shows(Composite in, String beginning) {
    for (Control child : in.getChildren()) {
      boolean shown =
          child instanceof CLabel label
              && label.getText() != null
              && label.getText().startsWith(beginning);
      if (shown || child instanceof Composite inside && shows(inside, beginning)) {
        return true;
      }
    }
    return false;
  }

  /** The knob at the right of a selected box. */
  private Point knob(ServerGroup group) {
    settle();
    Rect at = robot.bounds(group);
    Point edge = robot.onScreen(at.right(), at.centerY());
    return new Point(edge.x + 14, edge.y);
  }

  private Point empty() {
    return ui(
        () -> {
          Point size = editing.canvas().control().getSize();
          return editing.canvas().control().toDisplay(size.x - 140, size.y - 60);
        });
  }
}
