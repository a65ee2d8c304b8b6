package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding with the keys. */
class FindTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private Editing editing;

  @BeforeEach
  void open() throws IOException {
    editing = Editing.open(Editing.sample("lab-shop", folder));
    new CanvasRobot(editing.canvas());
  }

  @AfterEach
  void close() {
    assertThat(ui(() -> editing.editor().isDirty())).isFalse();
    editing.close();
  }

  @Test
  void typingJumpsEnterGoesOnAndEscapeCloses() {
    Text field = find();
    hands.type("app");
    until("the first match is selected", () -> selected() != null);
    List<Element> highlighted = highlighted();
    assertThat(highlighted.size()).isGreaterThan(2);
    until("the count is shown", () -> count().contains("1 of " + highlighted.size()));
    Element first = selected();
    Shots.take("find-bar");
    hands.press(KeyEvent.VK_ENTER);
    until("the next match is selected", () -> selected() != first);
    until("the count goes on", () -> count().contains("2 of " + highlighted.size()));
    Element second = selected();
    hands.press(KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
    until("the first again", () -> selected() == first);
    hands.press(KeyEvent.VK_F3);
    until("F3 goes on", () -> selected() == second);
    hands.press(KeyEvent.VK_ESCAPE);
    until("the bar is closed", () -> !field.isVisible());
    assertThat(highlighted()).isEmpty();
    assertThat(selected()).isSameAs(second);
    until("the keyboard is at the canvas", () -> editing.canvas().control().isFocusControl());
  }

  @Test
  void escapeBeforeAChoiceRestoresTheSelection() {
    ServerGroup db = editing.find(ServerGroup.class, "db");
    run(() -> editing.canvas().select(List.of(db)));
    find();
    hands.type("10.20.2.1");
    until("a server is selected", () -> selected() instanceof Server);
    hands.press(KeyEvent.VK_ESCAPE);
    until("the selection is back", () -> selected() == db);
  }

  @Test
  void servicesAndAddressesAreFoundAndNothingIsSaid() {
    find();
    hands.type("postgresql");
    until("a flow is selected", () -> selected() instanceof Flow);
    hands.replaceWith("zzz");
    until("nothing is found", () -> count().equals("Nothing found"));
    assertThat(highlighted()).isEmpty();
    hands.press(KeyEvent.VK_ESCAPE);
  }

  @Test
  void aServerInACollapsedGroupIsFoundByItsGroup() {
    ServerGroup web = editing.find(ServerGroup.class, "web");
    DiagramNode node = (DiagramNode) ui(() -> editing.canvas().partOf(web)).getModel();
    run(() -> editing.edit().run("Collapse", () -> node.setCollapsed(true)));
    find();
    hands.type("web2");
    until("the group is selected", () -> selected() == web);
    assertThat(highlighted()).containsExactly(web);
    hands.press(KeyEvent.VK_ESCAPE);
    run(() -> editing.edit().undo());
  }

  private Text find() {
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
    Text field =
        Ui.find(
            Ui.window().getShell(),
            Text.class,
            "the find bar",
            text -> text.getMessage().startsWith("Find names"));
    Ui.until("the keyboard is at the find bar", field::isFocusControl);
    return field;
  }

  private String count() {
    return Ui.controls(Ui.window().getShell())
        .filter(control -> control instanceof Label && control.isVisible())
        .map(control -> ((Label) control).getText())
        .filter(text -> text.matches("\\d+ of \\d+.*|Nothing found|Not on.*"))
        .findFirst()
        .orElse("");
  }

  private Element selected() {
    List<Element> selected = ui(() -> editing.canvas().selectedElements());
    return selected.isEmpty() ? null : selected.get(0);
  }

  private List<Element> highlighted() {
    return ui(
        () -> {
          List<Element> all = new java.util.ArrayList<>();
          for (var each = editing.design().eAllContents(); each.hasNext(); ) {
            if (each.next() instanceof Element element
                && (element instanceof Flow flow
                    ? isHighlighted(flow)
                    : editing.canvas().live().isHighlighted(element))) {
              if (!(element instanceof DiagramNode)) {
                all.add(element);
              }
            }
          }
          return all;
        });
  }

  private boolean isHighlighted(Flow flow) {
    var line = editing.canvas().live().lineOf(flow);
    return line != null
        && editing.canvas().live().isHighlighted(line)
        && editing.canvas().live().flows(line).get(0) == flow;
  }
}
