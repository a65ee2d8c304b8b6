package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.List;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.diagram.commands.DiagramEdits;
import org.firebreak.diagram.deleting.DeleteQuestion;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Delete key, with and without Shift. */
class DeleteTest extends SampleFixture {
  @AfterEach
  void askAgain() {
    DiagramPreferences.set(DeleteQuestion.UNASKED, false);
  }

  @Test
  void deleteTakesAZoneAndWhatIsInItOffTheDiagramAlone() {
    Zone zone = editing.find(Zone.class, "pci");
    List<ServerGroup> groups = List.copyOf(zone.getGroups());
    int nodes = diagram().getNodes().size();
    robot.click(zone);
    robot.type(KeyEvent.VK_DELETE);
    until("the zone is off the diagram", () -> !shows(zone));
    assertThat(groups).isNotEmpty().noneMatch(this::shows);
    assertThat(diagram().getNodes()).hasSize(nodes - 1 - groups.size());
    assertThat(isInDesign(zone)).isTrue();
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Remove pci from diagram");
  }

  @Test
  void shiftDeleteSaysWhatGoesWithAGroupAndDeletesIt() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    run(() -> new DiagramEdits(editing.edit()).duplicate(diagram()));
    List<Flow> flows = flowsAt(web);
    robot.click(web);
    shiftDelete();
    Shell dialog = Ui.dialog("Delete from Design");
    Shots.take("delete-question");
    List<String> texts =
        Ui.get(
            () ->
                Ui.controls(dialog)
                    .filter(Label.class::isInstance)
                    .map(control -> ((Label) control).getText())
                    .toList());
    assertThat(texts)
        .contains("Delete web from the design?")
        .contains(web.getServers().size() + " servers")
        .contains(flows.size() + " flows")
        .contains("shown on 2 diagrams");
    new Hands().press(KeyEvent.VK_ESCAPE);
    until("the dialog is closed", dialog::isDisposed);
    assertThat(isInDesign(web)).isTrue();

    shiftDelete();
    Shell again = Ui.dialog("Delete from Design");
    new Hands().press(KeyEvent.VK_ENTER);
    until("the group is gone", () -> !isInDesign(web));
    assertThat(again.isDisposed()).isTrue();
    assertThat(flowsAt(web)).isEmpty();
    for (Diagram diagram : editing.design().getDiagrams()) {
      assertThat(diagram.getNodes()).noneMatch(node -> node.getElement() == web);
    }
  }

  @Test
  void whoDoesNotWantToBeAskedIsNot() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    robot.click(web);
    shiftDelete();
    Shell dialog = Ui.dialog("Delete from Design");
    Button unasked =
        Ui.find(dialog, Button.class, "ask", button -> button.getText().startsWith("Do not ask"));
    new Hands().click(unasked);
    new Hands()
        .click(Ui.find(dialog, Button.class, "ok", button -> button.getText().equals("Delete")));
    until("the group is gone", () -> !isInDesign(web));
    ServerGroup db = editing.find(ServerGroup.class, "db");
    robot.click(db);
    shiftDelete();
    until("the other is gone too", () -> !isInDesign(db));
  }

  @Test
  void aServerOfACardAloneGoesWithoutAQuestion() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    Server server = web.getServers().get(0);
    assertThat(editing.design().getFlows())
        .noneMatch(flow -> flow.getSource() == server || flow.getDestination() == server);
    robot.click(server);
    robot.type(KeyEvent.VK_DELETE);
    until("the server is gone", () -> !web.getServers().contains(server));
  }

  private void shiftDelete() {
    new Hands().press(KeyEvent.VK_SHIFT, KeyEvent.VK_DELETE);
  }

  private Diagram diagram() {
    return editing.context().diagram();
  }

  private boolean shows(Element element) {
    return ui(() -> editing.canvas().partOf(element)) != null;
  }

  private boolean isInDesign(Element element) {
    for (var all = editing.design().eAllContents(); all.hasNext(); ) {
      if (all.next() == element) {
        return true;
      }
    }
    return false;
  }

  private List<Flow> flowsAt(ServerGroup group) {
    return editing.design().getFlows().stream()
        .filter(flow -> flow.getSource() == group || flow.getDestination() == group)
        .toList();
  }
}
