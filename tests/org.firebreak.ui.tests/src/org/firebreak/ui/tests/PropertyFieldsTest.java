package org.firebreak.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Risk;
import org.firebreak.model.Routing;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of control of the properties, with mouse and keys. */
class PropertyFieldsTest {
  private static final String FIELD = "org.firebreak.ui.properties.FieldFrame";

  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;

  @BeforeEach
  void open() throws IOException {
    Ui.closeAll();
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
  }

  @AfterEach
  void closeAll() {
    Ui.closeAll();
  }

  @Test
  void addressesAreRowsThatAreCheckedBeforeTheyApply() {
    Server server = group("db").getServers().get(0);
    List<String> before = server.getAddresses();
    select(server);
    Composite field = field("Addresses");
    press(field, "Add");
    Text cell = Ui.find(field, Text.class, "the cell", Control::isFocusControl);
    hands.type("10.20.4.300");
    Ui.find(
        Properties.view(),
        Label.class,
        "the reason",
        label -> label.getText().contains("10.20.4.300"));
    hands.press(KeyEvent.VK_ENTER);
    assertThat(server.getAddresses()).isEqualTo(before);
    assertThat(Ui.get(cell::isDisposed)).isFalse();
    photograph("properties-address-problem");

    hands.press(KeyEvent.VK_BACK_SPACE);
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("the address is added", () -> server.getAddresses().contains("10.20.4.30"));
    assertThat(server.getAddresses()).hasSize(before.size() + 1);

    Table table = Ui.find(field, Table.class, "the rows", each -> each.getItemCount() == 2);
    clickRow(table, 1);
    hands.press(KeyEvent.VK_DELETE);
    Ui.until("the address is gone", () -> server.getAddresses().equals(before));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("undo brings it back", () -> server.getAddresses().size() == before.size() + 1);
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("undo of adding", () -> server.getAddresses().equals(before));
    assertThat(Ui.get(() -> document.edit().canUndo())).isFalse();
  }

  @Test
  void escapeInACellLeavesTheRowAsItWas() {
    Server server = group("db").getServers().get(0);
    List<String> before = server.getAddresses();
    select(server);
    Composite field = field("Addresses");
    Table table = Ui.find(field, Table.class, "the rows", each -> each.getItemCount() == 1);
    clickRow(table, 0);
    hands.press(KeyEvent.VK_F2);
    Ui.find(field, Text.class, "the cell", Control::isFocusControl);
    hands.replaceWith("10.9.9.9");
    hands.press(KeyEvent.VK_ESCAPE);
    Ui.until("the cell is closed", () -> table.isFocusControl());
    assertThat(server.getAddresses()).isEqualTo(before);
    assertThat(Ui.get(() -> table.getItem(0).getText())).isEqualTo(before.get(0));
  }

  @Test
  void labelIsPutOnSeveralServersAtOnce() {
    List<Server> servers = List.copyOf(group("web").getServers());
    assertThat(servers).hasSizeGreaterThan(1);
    select(servers.toArray(Element[]::new));
    showTab("Labels");
    Composite field = field("Labels");
    press(field, "Add");
    Ui.find(field, Text.class, "the cell of the key", Control::isFocusControl);
    hands.type("patch");
    hands.press(KeyEvent.VK_TAB);
    hands.type("monthly");
    hands.press(KeyEvent.VK_ENTER);
    Ui.until(
        "all have the label",
        () ->
            servers.stream()
                .allMatch(
                    server ->
                        server.getLabels().stream()
                            .anyMatch(
                                label ->
                                    "patch".equals(label.getKey())
                                        && "monthly".equals(label.getValue()))));
    photograph("properties-labels");
    Ui.run(() -> document.edit().undo());
    assertThat(Ui.get(() -> document.edit().canUndo())).isFalse();
  }

  @Test
  void differentValuesAreSeveralAndOnlyTheChangedFieldApplies() {
    List<Server> servers = List.copyOf(group("web").getServers()).subList(0, 2);
    List<String> names = servers.stream().map(Server::getName).toList();
    select(servers.toArray(Element[]::new));
    Text name =
        Ui.find(
            Properties.view(), Text.class, "names", text -> "(several)".equals(text.getMessage()));
    assertThat(Ui.<String>get(name::getText)).isEmpty();
    Combo risk = Ui.find(field("Risk"), Combo.class, "risk", combo -> true);
    Ui.choose(risk, "Critical");
    Ui.until(
        "both are critical",
        () -> servers.stream().allMatch(server -> server.getRisk() == Risk.CRITICAL));
    assertThat(servers.stream().map(Server::getName).toList()).isEqualTo(names);
    Ui.run(() -> document.edit().undo());
    assertThat(Ui.get(() -> document.edit().canUndo())).isFalse();
  }

  @Test
  void undoInAFieldTakesBackTheTypingFirst() {
    ServerGroup group = group("db");
    Ui.run(() -> document.edit().run("Describe", () -> group.setRole("database")));
    select(group);
    Text name = Properties.text("Name", "db");
    hands.clickInto(name);
    hands.press(KeyEvent.VK_END);
    hands.type("x9");
    Ui.until("typed", () -> "dbx9".equals(name.getText()));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("the typing is taken back", () -> "db".equals(name.getText()));
    assertThat(group.getRole()).isEqualTo("database");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
    Ui.until("the typing is back", () -> "dbx9".equals(name.getText()));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("the typing is taken back", () -> "db".equals(name.getText()));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("now the design", () -> !"database".equals(group.getRole()));
    assertThat(group.getName()).isEqualTo("db");
  }

  @Test
  void throughputIsTypedWithPrefix() {
    Flow flow = document.design().getFlows().get(0);
    select(flow);
    showTab("Traffic");
    Text average = Ui.find(Properties.view(), Text.class, "average", each -> is(each, "Average"));
    hands.clickInto(average);
    hands.replaceWith("2.5g");
    Ui.find(Properties.view(), Label.class, "reason", label -> label.getText().contains("2.5g"));
    Ui.run(() -> average.setText("2.5 Gbit/s"));
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("applied", () -> flow.getAverageBitsPerSecond().equals(2.5e9));
    photograph("properties-traffic");
  }

  @Test
  void dayIsChosenFromTheCalendar() {
    Flow flow = document.design().getFlows().get(0);
    Ui.run(() -> document.edit().run("Day", () -> flow.setReviewOn(LocalDate.of(2027, 3, 31))));
    select(flow);
    showTab("Governance");
    Composite field = field("Review");
    hands.click(Ui.find(field, Button.class, "the button", button -> true));
    Shell popup = popup();
    photograph("properties-day");
    DateTime calendar = Ui.find(popup, DateTime.class, "calendar", each -> true);
    assertThat(Ui.get(calendar::getMonth)).isEqualTo(2);
    hands.click(Ui.find(popup, Button.class, "None", each -> "None".equals(each.getText())));
    Ui.until("no day", () -> flow.getReviewOn() == null);
    hands.click(Ui.find(field, Button.class, "the button", button -> true));
    hands.click(Ui.find(popup(), Button.class, "Today", each -> "Today".equals(each.getText())));
    Ui.until("today", () -> LocalDate.now().equals(flow.getReviewOn()));
  }

  @Test
  void servicesAreTypedCompletedAndRemoved() {
    Flow flow = document.design().getFlows().get(0);
    List<Service> before = List.copyOf(flow.getServices());
    select(flow);
    Composite field = field("Services");
    Text input = Ui.find(field, Text.class, "the input", text -> true);
    hands.clickInto(input);
    hands.type("8443/tc");
    hands.press(KeyEvent.VK_ENTER);
    Ui.find(
        Properties.view(),
        Label.class,
        "the reason",
        label -> is(label, "Services") && label.isVisible() && !label.getText().equals("Services"));
    assertThat(flow.getServices()).isEqualTo(before);
    hands.type("p");
    photograph("properties-services");
    hands.press(KeyEvent.VK_ESCAPE);
    if (Ui.get(() -> input.getText().isEmpty())) {
      hands.type("8443/tcp");
    }
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("one more service", () -> flow.getServices().size() == before.size() + 1);
    assertThat(flow.getServices().getLast().getPorts()).isEqualTo("8443");
    Table table =
        Ui.find(field, Table.class, "rows", each -> each.getItemCount() == before.size() + 1);
    clickRow(table, before.size());
    hands.press(KeyEvent.VK_DELETE);
    Ui.until("gone again", () -> flow.getServices().equals(before));
    Ui.run(() -> document.edit().undo());
    Ui.run(() -> document.edit().undo());
    assertThat(Ui.get(() -> document.edit().canUndo())).isFalse();
  }

  @Test
  void wholeNumbersStep() {
    EnforcementPoint point =
        document.design().getEnforcementPoints().stream().findFirst().orElseThrow();
    int before = point.getUnits();
    select(point);
    Composite field = field("Units");
    hands.click(Ui.find(field, Button.class, "more", button -> "+".equals(button.getText())));
    Ui.until("one more", () -> point.getUnits() == before + 1);
    hands.clickInto(Ui.find(field, Text.class, "the number", text -> true));
    hands.press(KeyEvent.VK_DOWN);
    Ui.until("one less", () -> point.getUnits() == before);
  }

  @Test
  void diagramHasNameRoutingAndFlows() {
    Diagram diagram = document.design().getDiagrams().get(0);
    select(diagram);
    Text name = Properties.text("Name", diagram.getName());
    hands.clickInto(name);
    hands.replaceWith("overview");
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("renamed", () -> "overview".equals(diagram.getName()));
    Routing before = diagram.getRouting();
    Combo routing = Ui.find(field("Routing"), Combo.class, "routing", combo -> true);
    int next = Ui.get(() -> (routing.getSelectionIndex() + 1) % routing.getItemCount());
    Ui.choose(routing, Ui.get(() -> routing.getItem(next)));
    Ui.until("routed otherwise", () -> diagram.getRouting() != before);
    boolean shown = diagram.isShowAllFlows();
    Button all =
        Ui.find(
            field("Show all flows"), Button.class, "switch", each -> is(each, "Show all flows"));
    Ui.run(all::setFocus);
    hands.press(KeyEvent.VK_SPACE);
    Ui.until("switched", () -> diagram.isShowAllFlows() != shown);
  }

  @Test
  void boxOfAGroupIsPinnedAndCollapsed() {
    ServerGroup group = group("web");
    var node =
        document.design().getDiagrams().get(0).getNodes().stream()
            .filter(each -> each.getElement() == group)
            .findFirst()
            .orElseThrow();
    select(group);
    showTab("On the diagram");
    Ui.view("org.firebreak.ui.properties");
    for (String label : List.of("Pinned", "Collapsed")) {
      Button box = Ui.find(field(label), Button.class, label, each -> is(each, label));
      Ui.run(box::setFocus);
      Ui.until("the keyboard is at " + label, box::isFocusControl);
      hands.press(KeyEvent.VK_SPACE);
      photograph("properties-box");
      Ui.until(label + " is applied", () -> box.getSelection());
    }
    Ui.until("the box is pinned and collapsed", () -> node.isPinned() && node.isCollapsed());
    Ui.run(() -> document.edit().undo());
    Ui.run(() -> document.edit().undo());
    assertThat(node.isPinned() || node.isCollapsed()).isFalse();
  }

  private ServerGroup group(String name) {
    return Designs.find(document.design(), ServerGroup.class, name);
  }

  private void select(Element... elements) {
    Ui.view("org.firebreak.ui.properties");
    var explorer = Ui.view("org.firebreak.ui.explorer");
    Ui.run(
        () ->
            explorer
                .getSite()
                .getSelectionProvider()
                .setSelection(new StructuredSelection(elements)));
    String tab = Ui.get(() -> ModelDescriptions.categories(elements[0].eClass()).get(0));
    showTab(tab);
  }

  private static void showTab(String name) {
    CTabFolder tabs =
        Ui.find(
            Properties.view(),
            CTabFolder.class,
            "tab " + name,
            folder -> Stream.of(folder.getItems()).anyMatch(item -> name.equals(item.getText())));
    Ui.run(
        () ->
            Stream.of(tabs.getItems())
                .filter(item -> name.equals(item.getText()))
                .findFirst()
                .ifPresent(tabs::setSelection));
  }

  /** What stands beside the label of a property. */
  private static Composite field(String label) {
    Control control =
        Ui.find(Properties.view(), Control.class, "field " + label, each -> is(each, label));
    return Ui.get(
        () ->
            control instanceof Composite area && !(control instanceof Combo)
                ? area
                : control.getParent());
  }

  private static boolean is(Control control, String label) {
    return Map.of(FIELD, 1, Property.class.getName(), 1).keySet().stream()
        .anyMatch(
            key ->
                control.getData(key) instanceof Property property
                    && label.equals(property.label()));
  }

  private void press(Composite field, String button) {
    hands.click(Ui.find(field, Button.class, button, each -> button.equals(each.getText())));
  }

  private void clickRow(Table table, int row) {
    hands.click(
        Ui.get(
            () -> {
              Rectangle bounds = table.getItem(row).getBounds(0);
              return table.toDisplay(bounds.x + 12, bounds.y + bounds.height / 2);
            }));
    Ui.until("the row is selected", () -> table.isSelected(row));
  }

  private static Shell popup() {
    return Ui.awaitPresent(
        "the calendar",
        () ->
            Stream.of(Ui.display().getShells())
                .filter(Shell::isVisible)
                .filter(shell -> Ui.controls(shell).anyMatch(DateTime.class::isInstance))
                .findFirst());
  }

  private void photograph(String name) {
    String target = System.getProperty("firebreak.screenshots");
    if (target != null) {
      Rectangle area = Ui.get(() -> Ui.window().getShell().getBounds());
      try {
        hands.photograph(area, Path.of(target, name + ".png"));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
