package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.firebreak.diagram.palette.ToolPalette;
import org.firebreak.model.Flow;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteTest {
  @TempDir Path folder;

  private Editing editing;
  private CanvasRobot robot;
  private InPlaceFields fields;
  private ToolPalette palette;

  @BeforeEach
  void open() throws IOException {
    editing = Editing.open(Editing.sample("lab-shop", folder));
    robot = new CanvasRobot(editing.canvas());
    fields = new InPlaceFields(robot);
    palette = palette();
    run(() -> palette.setCollapsed(false));
  }

  @AfterEach
  void close() {
    run(() -> palette.setCollapsed(false));
    run(() -> palette.setLeft(false));
    editing.close();
  }

  @Test
  void theChevronCollapsesAndTheNextEditorRemembers() {
    int width = ui(() -> palette.getSize().x);
    robot.click(chevron());
    until("it is a strip", () -> palette.getSize().x < width);
    Shots.take("palette-collapsed");
    editing.close();
    editing = Editing.open(folder.resolve("lab-shop.firebreak"));
    palette = palette();
    assertThat(ui(palette::isCollapsed)).isTrue();
    robot.click(chevron());
    until("the tools are seen", () -> palette.getSize().x == width);
  }

  @Test
  void itStandsAtEitherSide() {
    run(() -> palette.setLeft(true));
    until("it is at the left", () -> palette.toDisplay(0, 0).x < robot.control().toDisplay(0, 0).x);
    run(() -> palette.setLeft(false));
    until(
        "it is at the right", () -> palette.toDisplay(0, 0).x > robot.control().toDisplay(0, 0).x);
  }

  @Test
  void anHttpsFlowIsOneDrag() {
    List<Flow> flows = editing.design().getFlows();
    int before = flows.size();
    ServerGroup web = editing.find(ServerGroup.class, "web");
    ServerGroup pay = editing.find(ServerGroup.class, "pay");
    robot.click(row("HTTPS flow"));
    robot.drag(robot.grip(web), robot.grip(pay));
    until("a flow is drawn", () -> flows.size() == before + 1);
    assertThat(flows.get(before).getServices().get(0).getName()).isEqualTo("https");
    assertThat(flows.get(before).getDestination()).isSameAs(pay);
    assertThat(ui(() -> robot.control().getChildren().length)).isZero();
  }

  @Test
  void aToolIsDraggedOntoTheCanvas() {
    Zone zone = editing.find(Zone.class, "mgmt");
    int groups = zone.getGroups().size();
    var in = robot.bounds(zone);
    robot.drag(row("Group"), robot.onScreen(in.x() + 6, in.bottom() - 6));
    until("a group was dropped", () -> zone.getGroups().size() == groups + 1);
    fields.name();
    robot.type(KeyEvent.VK_ESCAPE);
    fields.gone();
  }

  @Test
  void controlKeepsTheTool() {
    ServerGroup group = editing.find(ServerGroup.class, "cache");
    int members = group.getServers().size();
    robot.type(KeyEvent.VK_S);
    robot.holding(
        KeyEvent.VK_CONTROL,
        () -> {
          robot.click(group);
          robot.click(group);
        });
    until("two were drawn", () -> group.getServers().size() == members + 2);
    robot.type(KeyEvent.VK_ESCAPE);
    robot.click(group);
    assertThat(group.getServers()).hasSize(members + 2);
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(group);
  }

  @Test
  void anyServiceIsTakenFromTheDrawer() {
    List<Flow> flows = editing.design().getFlows();
    int before = flows.size();
    robot.click(row("More…"));
    fields.suggest();
    Shots.take("palette-services");
    assertThat(fields.suggestions()).contains("In this design", "Web", "Database");
    fields.type("kafka");
    robot.type(KeyEvent.VK_ENTER);
    fields.gone();
    Shots.take("palette-taken");
    robot.click(editing.find(ServerGroup.class, "web"));
    robot.click(editing.find(ServerGroup.class, "mq"));
    until("a flow is drawn", () -> flows.size() == before + 1);
    assertThat(flows.get(before).getServices().get(0).getName()).isEqualTo("kafka");
    assertThat(labels()).contains("KAFKA flow");
  }

  @Test
  void enterOnTheFocusedToolDrawsWithoutAMouse() {
    int zones = editing.design().getZones().size();
    run(() -> palette.setFocus());
    until("the palette has the focus", () -> palette.isFocusControl());
    for (int i = labels().indexOf("Zone"); i > 0; i--) {
      robot.type(KeyEvent.VK_DOWN);
    }
    robot.type(KeyEvent.VK_ENTER);
    fields.name();
    fields.type("lab");
    robot.type(KeyEvent.VK_ENTER);
    until("a zone is drawn", () -> editing.design().getZones().size() == zones + 1);
    assertThat(editing.design().getZones().get(zones).getName()).isEqualTo("lab");
  }

  private ToolPalette palette() {
    return ui(
        () -> {
          for (Composite in = editing.canvas().control(); in != null; in = in.getParent()) {
            for (Control child : in.getChildren()) {
              if (child instanceof ToolPalette found) {
                return found;
              }
            }
          }
          throw new AssertionError("no palette");
        });
  }

  private List<String> labels() {
    return ui(() -> palette.labels());
  }

  private Point chevron() {
    return ui(
        () -> {
          var at = palette.chevronPlace();
          return palette.toDisplay(at.x + at.width / 2, at.y + at.height / 2);
        });
  }

  private Point row(String label) {
    return ui(
        () -> {
          var at = palette.placeOf(label);
          return palette.toDisplay(at.x + at.width / 2, at.y + at.height / 2);
        });
  }
}
