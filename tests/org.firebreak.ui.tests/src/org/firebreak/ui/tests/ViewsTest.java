package org.firebreak.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explorer, problems and simulate. */
class ViewsTest {
  private static final String EXPLORER = "org.firebreak.ui.explorer";

  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
  }

  @Test
  void explorerFiltersAndARevealClearsTheFilter() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Tree tree = tree();
    Text filter =
        Ui.find(shell(), Text.class, "the filter", text -> text.getMessage().startsWith("Filter"));
    hands.clickInto(filter);
    hands.type("pay1");
    Ui.until(
        "pay1 is shown", () -> names(tree.getItems()).stream().anyMatch(n -> n.startsWith("pay1")));
    assertThat(Ui.get(() -> names(tree.getItems()))).noneMatch(name -> name.startsWith("web1"));

    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.run(
        () ->
            ((IShowInTarget) Ui.page().findView(EXPLORER))
                .show(new ShowInContext(null, new StructuredSelection(web1))));
    assertThat(Ui.get(() -> filter.getText())).isEmpty();
    assertThat(Ui.get(() -> tree.getSelection()[0].getData())).isSameAs(web1);
  }

  @Test
  void explorerAndDiagramSelectTheSame() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    ServerGroup group = Designs.find(document.design(), ServerGroup.class, "db");
    Tree tree = tree();
    hands.click(Designs.onDiagram(group));
    Ui.until("the explorer follows", () -> selected(tree) == group);

    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.run(
        () -> {
          tree.setFocus();
          ((IShowInTarget) Ui.page().findView(EXPLORER))
              .show(new ShowInContext(null, new StructuredSelection(web1)));
        });
    Ui.until(
        "the diagram follows", () -> Designs.canvas().selectedElements().equals(List.of(web1)));
  }

  @Test
  void explorerOpensTenThousandServersAtOnce() throws IOException {
    var design = NewElements.design("large");
    Zone zone = NewElements.zone("all");
    design.getZones().add(zone);
    for (int i = 0; i < 10_000; i++) {
      Server server = NewElements.server("server%05d".formatted(i));
      server.setAddresses(List.of("10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255)));
      zone.getServers().add(server);
    }
    design.getDiagrams().add(NewElements.diagram("Overview"));
    Path file = folder.resolve("large.firebreak");
    DesignFile.save(design, file);
    DesignDocument document = Designs.open(file);
    Server last = Designs.find(document.design(), Server.class, "server09999");
    Tree tree = tree();
    long begin = System.nanoTime();
    Ui.run(
        () ->
            ((IShowInTarget) Ui.page().findView(EXPLORER))
                .show(new ShowInContext(null, new StructuredSelection(last))));
    long millis = (System.nanoTime() - begin) / 1_000_000;
    assertThat(Ui.get(() -> selected(tree))).isSameAs(last);
    assertThat(millis).as("ms to reveal the last of 10,000 servers").isLessThan(1500);
  }

  @Test
  void elementIsAddedRenamedAndDeletedInTheExplorer() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    ServerGroup group = Designs.find(document.design(), ServerGroup.class, "cache");
    Tree tree = tree();
    Ui.run(
        () -> {
          tree.setFocus();
          ((IShowInTarget) Ui.page().findView(EXPLORER))
              .show(new ShowInContext(null, new StructuredSelection(group)));
        });
    Ui.until("the group is selected", () -> selected(tree) == group);
    hands.click(Ui.get(() -> onTree(tree)));
    Ui.until("the keyboard is at the tree", tree::isFocusControl);
    hands.press(KeyEvent.VK_F2);
    Text field =
        Ui.find(tree, Text.class, "the name is edited", text -> "cache".equals(text.getText()));
    Ui.until("the keyboard is at the name", field::isFocusControl);
    Ui.until("the whole name is selected", () -> "cache".equals(field.getSelectionText()));
    hands.type("redis");
    Ui.until("redis is written", () -> "redis".equals(field.getText()));
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("the group is renamed", () -> "redis".equals(group.getName()));
    Ui.until("the keyboard is at the tree again", tree::isFocusControl);

    hands.press(KeyEvent.VK_DELETE);
    Ui.dialog("Delete from Design");
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("the group is gone", () -> !EcoreUtil.isAncestor(document.design(), group));
    assertThat(Ui.get(() -> document.edit().undoLabel())).startsWith("Delete redis");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("the group is back", () -> EcoreUtil.isAncestor(document.design(), group));
  }

  @Test
  void newDesignIsShownByItsName() {
    Ui.start("org.firebreak.ui.newDesign", Map.of());
    Shell wizard = Ui.dialog("New Design");
    Text name = Ui.find(wizard, Text.class, "the name", text -> text.isEnabled());
    Ui.run(() -> name.setText("Harbour"));
    Button finish =
        Ui.find(wizard, Button.class, "Finish", button -> button.getText().contains("Finish"));
    hands.click(finish);
    DesignDocument document = Designs.shown();
    assertThat(document.file()).isNull();
    Tree tree = tree();
    Ui.until("the explorer shows it", () -> tree.getItem(0).getText().startsWith("Harbour"));
    Ui.until("the window says so", () -> shell().getText().startsWith("Harbour"));
  }

  @Test
  void problemsListsFindingsAndRevealsTheirElement() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.view("org.firebreak.ui.problems");
    Ui.run(() -> document.edit().run("Clear", () -> web1.setAddresses(List.of())));
    Table table =
        Ui.find(
            shell(),
            Table.class,
            "a finding on web1",
            each -> each.getItemCount() > 0 && row(each, "web1") >= 0);
    Point row =
        Ui.get(
            () -> {
              int index = row(table, "web1");
              table.showItem(table.getItem(index));
              Rectangle bounds = table.getItem(index).getBounds(2);
              return table.toDisplay(bounds.x + 20, bounds.y + bounds.height / 2);
            });
    hands.doubleClick(row);
    Ui.until(
        "web1 is selected on the diagram",
        () -> Designs.canvas().selectedElements().contains(web1));
    Ui.run(() -> document.edit().undo());
    Ui.until("the finding is gone", () -> row(table, "web1") < 0 || !table.isVisible());
  }

  @Test
  void simulateSaysWhetherAndWhy() throws IOException {
    Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.command("org.firebreak.ui.simulate", Map.of());
    ask("web1", "app1", "9000");
    Ui.find(shell(), Label.class, "permitted", label -> label.getText().startsWith("Permitted"));
    Ui.until(
        "the path is selected on the diagram",
        () ->
            Designs.canvas().selectedElements().stream()
                    .filter(NamedElement.class::isInstance)
                    .map(each -> ((NamedElement) each).getName())
                    .toList()
                    .containsAll(List.of("web1", "app1"))
                && Designs.canvas().selectedElements().stream().anyMatch(Flow.class::isInstance));
    ask("web1", "pay1", "22");
    Ui.find(shell(), Label.class, "denied", label -> label.getText().startsWith("Denied"));
    ask("nobody", "pay1", "22");
    Ui.find(shell(), Label.class, "unknown", label -> label.getText().contains("'nobody'"));
  }

  @Test
  void ampersandInANameIsNoMnemonicOfAVerdict() throws IOException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Flow flow = Ui.get(() -> document.design().getFlows().get(2));
    Ui.run(() -> document.edit().run("Rename", () -> flow.setName("R&D to shop")));
    Ui.command("org.firebreak.ui.simulate", Map.of());
    ask("web1", "app1", "9000");
    Ui.find(shell(), Label.class, "why", label -> label.getText().contains("R&&D to shop"));
  }

  private void ask(String from, String to, String port) {
    List<Text> ends =
        Ui.get(
            () ->
                Ui.controls(shell())
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .filter(text -> text.isVisible() && text.getMessage().startsWith("server or"))
                    .toList());
    Text number =
        Ui.find(shell(), Text.class, "the port", text -> "port".equals(text.getMessage()));
    Button button =
        Ui.find(shell(), Button.class, "the button", each -> "Simulate".equals(each.getText()));
    Ui.run(
        () -> {
          ends.get(0).setText(from);
          ends.get(1).setText(to);
          number.setText(port);
        });
    hands.click(button);
  }

  private static Shell shell() {
    return Ui.get(() -> Ui.window().getShell());
  }

  private static Tree tree() {
    Ui.view(EXPLORER);
    return Ui.find(shell(), Tree.class, "the explorer", tree -> tree.getItemCount() > 0);
  }

  private static Object selected(Tree tree) {
    var selection =
        (IStructuredSelection)
            Ui.page().findView(EXPLORER).getSite().getSelectionProvider().getSelection();
    return tree.isDisposed() ? null : selection.getFirstElement();
  }

  private static Point onTree(Tree tree) {
    TreeItem item = tree.getSelection()[0];
    Rectangle bounds = item.getBounds();
    return tree.toDisplay(bounds.x + 20, bounds.y + bounds.height / 2);
  }

  private static List<String> names(TreeItem[] items) {
    return Stream.of(items)
        .flatMap(item -> Stream.concat(Stream.of(item.getText()), names(item.getItems()).stream()))
        .toList();
  }

  private static int row(Table table, String element) {
    for (int i = 0; i < table.getItemCount(); i++) {
      if (table.getItem(i).getText(3).contains(element)) {
        return i;
      }
    }
    return -1;
  }
}
