package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter bar and the focus. */
class FilterTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private Editing editing;
  private CanvasRobot robot;

  @BeforeEach
  void open() throws IOException {
    editing = Editing.open(Editing.sample("lab-shop", folder));
    robot = new CanvasRobot(editing.canvas());
  }

  @AfterEach
  void close() {
    assertThat(ui(() -> editing.editor().isDirty())).isFalse();
    editing.close();
  }

  @Test
  void wordsLetTheRestStandBack() {
    ServerGroup db = editing.find(ServerGroup.class, "db");
    ServerGroup web = editing.find(ServerGroup.class, "web");
    Text field = filter();
    hands.type("postgresql");
    until("web stands back", () -> isDimmed(web));
    assertThat(isDimmed(db)).isFalse();
    assertThat(isDimmed((Zone) db.eContainer())).isFalse();
    Flow sql = flow("postgresql");
    assertThat(ui(() -> isLineDimmed(sql))).isFalse();
    assertThat(editing.design().getFlows().stream().filter(this::isLineDimmed)).isNotEmpty();
    Shots.take("filter-bar");
    hands.press(KeyEvent.VK_ESCAPE);
    until("the bar is closed", () -> !field.isVisible());
    assertThat(isDimmed(web)).isFalse();
  }

  @Test
  void eachChoiceNarrowsAndClearShowsAll() {
    ServerGroup db = editing.find(ServerGroup.class, "db");
    ServerGroup web = editing.find(ServerGroup.class, "web");
    filter();
    choose("Zone", "data");
    until("web stands back", () -> isDimmed(web));
    assertThat(isDimmed(db)).isFalse();
    choose("Service", "redis");
    until("db stands back too", () -> isDimmed(db));
    assertThat(isDimmed(editing.find(ServerGroup.class, "cache"))).isFalse();
    Button clear =
        Ui.find(Ui.window().getShell(), Button.class, "Clear", b -> b.getText().equals("Clear"));
    hands.click(clear);
    until("nothing stands back", () -> !isDimmed(db) && !isDimmed(web));
    Button findings =
        Ui.find(
            Ui.window().getShell(), Button.class, "Findings", b -> b.getText().equals("Findings"));
    hands.click(findings);
    until("db, which has no finding, stands back", () -> isDimmed(db));
    until("a flow with a warning does not", () -> !isLineDimmed(fromAWholeZone()));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_F);
    until("the key closes it", () -> !isDimmed(db));
  }

  @Test
  void theFocusWidensAndNarrows() {
    ServerGroup cache = editing.find(ServerGroup.class, "cache");
    ServerGroup app = editing.find(ServerGroup.class, "app");
    ServerGroup web = editing.find(ServerGroup.class, "web");
    robot.click(cache);
    hands.press(KeyEvent.VK_F7);
    until("web stands back", () -> isDimmed(web));
    assertThat(isDimmed(cache)).isFalse();
    assertThat(isDimmed(app)).isFalse();
    Shots.take("focus");
    hands.press(KeyEvent.VK_F7);
    until("two steps reach web", () -> !isDimmed(web));
    hands.press(KeyEvent.VK_SHIFT, KeyEvent.VK_F7);
    until("one step does not", () -> isDimmed(web));
    hands.press(KeyEvent.VK_ESCAPE);
    until("Escape leaves the focus", () -> !isDimmed(web));
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(cache);
  }

  private Text filter() {
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_F);
    Text field =
        Ui.find(
            Ui.window().getShell(),
            Text.class,
            "the filter bar",
            text -> text.getMessage().equals("Filter"));
    Ui.until("the keyboard is at the filter bar", field::isFocusControl);
    return field;
  }

  private static void choose(String any, String item) {
    Combo combo =
        Ui.find(
            Ui.window().getShell(),
            Combo.class,
            any,
            each -> each.getItemCount() > 0 && any.equals(each.getItem(0)));
    Ui.choose(combo, item);
  }

  private Flow flow(String service) {
    return editing.design().getFlows().stream()
        .filter(
            flow -> flow.getServices().stream().anyMatch(each -> service.equals(each.getName())))
        .findFirst()
        .orElseThrow();
  }

  private Flow fromAWholeZone() {
    return editing.design().getFlows().stream()
        .filter(flow -> flow.getSource() instanceof Zone)
        .findFirst()
        .orElseThrow();
  }

  private boolean isDimmed(Element element) {
    return ui(
        () ->
            editing
                .canvas()
                .live()
                .isDimmed((Element) editing.canvas().partOf(element).getModel()));
  }

  private boolean isLineDimmed(Flow flow) {
    var line = ui(() -> editing.canvas().live().lineOf(flow));
    return line != null && ui(() -> editing.canvas().live().isDimmed(line));
  }
}
