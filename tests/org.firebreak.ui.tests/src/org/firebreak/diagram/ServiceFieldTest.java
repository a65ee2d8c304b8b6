package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.List;
import org.eclipse.swt.widgets.Text;
import org.firebreak.diagram.tools.SelectTool;
import org.firebreak.model.Flow;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceFieldTest extends SampleFixture {
  private InPlaceFields fields;
  private int flows;
  private int services;

  @BeforeEach
  void find() {
    fields = new InPlaceFields(robot);
    flows = editing.design().getFlows().size();
    services = editing.design().getServices().size();
  }

  @Test
  void aFlowAndItsNewServicesAreOneStep() {
    draw("web", "pay");
    fields.suggest();
    fields.type("tcp/8000-8010, udp/53");
    Shots.take("service-entry");
    robot.type(KeyEvent.VK_ENTER);
    until("the flow has services", () -> drawn().getServices().size() == 2);
    fields.gone();
    assertThat(drawn().getServices().get(0).getPorts()).isEqualTo("8000-8010");
    assertThat(ui(() -> editing.canvas().domain().getActiveTool())).isInstanceOf(SelectTool.class);
    assertThat(drawn().getSource()).isSameAs(editing.find(ServerGroup.class, "web"));
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Add flow web → pay");
    run(() -> editing.edit().undo());
    assertThat(bytes()).isEqualTo(opened);
    run(() -> editing.edit().redo());
    assertThat(drawn().getServices()).hasSize(2);
  }

  @Test
  void whatIsWrongIsSaidAtOnceAndCannotBeApplied() {
    draw("web", "pay");
    Text field = fields.suggest();
    fields.type("htps");
    assertThat(fields.remark()).startsWith("No service is called 'htps'; did you mean https?");
    Shots.take("service-entry-wrong");
    robot.type(KeyEvent.VK_ENTER);
    assertThat(ui(field::isDisposed)).isFalse();
    assertThat(drawn().getServices()).isEmpty();
    robot.type(KeyEvent.VK_ESCAPE);
    fields.gone();
    assertThat(editing.design().getFlows()).hasSize(flows + 1);
    assertThat(editing.design().getServices()).hasSize(services);
  }

  @Test
  void servicesAreCompletedFromTheDesignAndTheLibrary() {
    Service own = editing.design().getServices().get(0);
    draw("web", "pay");
    Text field = fields.suggest();
    assertThat(fields.suggestions()).startsWith("In this design", own.getName());
    fields.type("postg");
    robot.type(KeyEvent.VK_DOWN);
    robot.type(KeyEvent.VK_ENTER);
    assertThat(InPlaceFields.text(field)).isEqualTo("postgresql");
    fields.type(", 443");
    robot.type(KeyEvent.VK_ENTER);
    until("the flow has services", () -> drawn().getServices().size() == 2);
    assertThat(names(drawn())).containsExactly("postgresql", "https");
  }

  @Test
  void theServicesOfAFlowAreEditedAndThoseOfTheDesignReused() {
    Flow flow =
        editing.design().getFlows().stream()
            .filter(
                each ->
                    ui(
                        () -> {
                          var line = editing.canvas().live().lineOf(each);
                          return line != null && editing.canvas().live().flows(line).size() == 1;
                        }))
            .findFirst()
            .orElseThrow();
    List<String> before = names(flow);
    run(() -> editing.canvas().select(List.of(flow)));
    robot.type(KeyEvent.VK_F2);
    Text field = fields.suggest();
    assertThat(InPlaceFields.text(field)).isEqualTo(String.join(", ", before));
    robot.type(KeyEvent.VK_END);
    fields.type(", " + before.get(0) + ", tcp/9123");
    robot.type(KeyEvent.VK_ENTER);
    until("another service", () -> flow.getServices().size() == before.size() + 1);
    assertThat(editing.design().getServices()).hasSize(services + 1);
    assertThat(ui(() -> editing.edit().undoLabel())).startsWith("Services of ");
  }

  @Test
  void aFlowIsDrawnWithoutAMouse() {
    run(() -> editing.canvas().select(List.of(editing.find(ServerGroup.class, "web"))));
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
    fields.suggest();
    fields.type("pa");
    Shots.take("connect");
    robot.type(KeyEvent.VK_ENTER);
    until("a flow is drawn", () -> editing.design().getFlows().size() == flows + 1);
    assertThat(drawn().getDestination()).isSameAs(editing.find(ServerGroup.class, "pay"));
    fields.suggest();
    fields.type("ssh");
    robot.type(KeyEvent.VK_ENTER);
    until("it has a service", () -> names(drawn()).equals(List.of("ssh")));
  }

  private void draw(String client, String server) {
    robot.type(KeyEvent.VK_L);
    robot.click(editing.find(ServerGroup.class, client));
    robot.click(editing.find(ServerGroup.class, server));
    until("a flow is drawn", () -> editing.design().getFlows().size() == flows + 1);
  }

  private Flow drawn() {
    return editing.design().getFlows().get(flows);
  }

  private static List<String> names(Flow flow) {
    return flow.getServices().stream().map(Service::getName).toList();
  }
}
