package org.firebreak.ui.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.firebreak.cli.Main;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Element;
import org.firebreak.model.Server;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineAndCompareTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;

  @BeforeEach
  void open() throws IOException {
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
  }

  @AfterEach
  void close() {
    Ui.closeAll();
  }

  @Test
  void quarantineIsOneStepAndItsChangesAreExported() throws IOException {
    Server web = Designs.find(document.design(), Server.class, "web1");
    hands.click(Designs.onDiagram(web));
    untilSelected(web);
    Ui.start("org.firebreak.ui.quarantine", Map.of());
    Shell dialog = Ui.dialog("Quarantine");
    Table responders = Ui.find(dialog, Table.class, "the responders", Table::isVisible);
    Ui.run(() -> item(responders, "mgmt").setChecked(true));
    photograph("quarantine");
    hands.click(button(dialog, "Quarantine"));
    Shell result = result("Export Policy Bundle");
    Ui.run(result::close);
    assertThat(web.isQuarantined()).isTrue();
    assertThat(document.design().getResponders()).hasSize(1);
    Path bundle = folder.resolve("lab-shop-quarantine");
    assertThat(bundle.resolve("changes.json")).isRegularFile();
    try (Stream<Path> files = Files.walk(bundle.resolve("nftables/changes"))) {
      assertThat(files.filter(Files::isRegularFile)).isNotEmpty();
    }
    photograph("quarantined");
    Ui.run(() -> document.edit().undo());
    assertThat(web.isQuarantined()).isFalse();
    assertThat(document.design().getResponders()).isEmpty();
    Ui.run(() -> document.edit().redo());
    Ui.start("org.firebreak.ui.release", Map.of());
    Shell release = Ui.dialog("Release from Quarantine");
    Button export = button(release, "Export");
    hands.click(export);
    Ui.until("nothing is exported", () -> !export.getSelection());
    hands.click(button(release, "Release"));
    Ui.until("web1 is back", () -> !web.isQuarantined());
  }

  @Test
  void differencesFromAnOlderDesignLeadToTheElements() throws IOException {
    Path older = Files.copy(document.file(), folder.resolve("older.firebreak"));
    Server web = Designs.find(document.design(), Server.class, "web1");
    Ui.run(() -> document.edit().run("Rename", () -> web.setDescription("the first web server")));
    Shell window = compare(older);
    Tree tree = Ui.find(window, Tree.class, "the tree", each -> each.getColumnCount() == 3);
    TreeItem value =
        Ui.awaitPresent(
            "the new description",
            () ->
                Trees.items(tree.getItems())
                    .filter(each -> each.getText(2).equals("the first web server"))
                    .findFirst());
    photograph("compare-designs");
    Point place =
        Ui.steady(
            "the row",
            () -> {
              Rectangle at = value.getBounds(0);
              return Optional.of(tree.toDisplay(new Point(at.x + 10, at.y + at.height / 2)));
            });
    hands.clickUntil(
        "the row is selected",
        () -> place,
        () -> tree.getSelectionCount() == 1 && tree.getSelection()[0] == value);
    hands.press(KeyEvent.VK_ENTER);
    untilSelected(web);
    Ui.run(window::close);
  }

  @Test
  void differencesFromABundleAreThoseOfItsRules() throws IOException {
    Path bundle = folder.resolve("policy.zip");
    Ui.start("org.firebreak.ui.exportBundle", Map.of());
    Shell wizard = Ui.dialog("Export Policy Bundle");
    Text target = Ui.find(wizard, Text.class, "the target", Text::isEnabled);
    Ui.run(() -> target.setText(bundle.toString()));
    hands.click(button(wizard, "Finish"));
    Ui.until("the wizard is closed", wizard::isDisposed);
    Ui.run(result("Export Policy Bundle")::close);
    Ui.run(() -> document.edit().run("Remove", () -> document.design().getFlows().remove(2)));
    Shell window = compare(bundle);
    Tree tree = Ui.find(window, Tree.class, "the tree", each -> each.getColumnCount() == 3);
    Ui.until(
        "a rule is removed",
        () -> {
          for (TreeItem root : tree.getItems()) {
            Trees.expand(tree, root);
          }
          return Trees.items(tree.getItems())
              .anyMatch(
                  each ->
                      each.getText().startsWith("Rule F-")
                          && !each.getText(1).isEmpty()
                          && each.getText(2).isEmpty());
        });
    photograph("compare-bundle");
    Ui.run(window::close);
  }

  @Test
  void bundleOfAGroupIsComparedWithThatGroupAlone() throws IOException {
    Path bundle = folder.resolve("pay");
    String[] export = {
      "export", document.file().toString(), "--scope", "pay", "-o", bundle.toString()
    };
    int exit = Main.run(export, OutputStream.nullOutputStream(), System.err);
    assertThat(exit).isZero();
    Shell window = compare(bundle);
    Ui.find(
        window,
        Label.class,
        "that there is none",
        each -> "Nothing differs.".equals(each.getText()));
    photograph("compare-nothing");
    Ui.run(window::close);
  }

  private Shell compare(Path older) {
    Ui.start("org.firebreak.ui.compare", Map.of());
    Shell dialog = Ui.dialog("Compare With");
    Text field =
        Ui.find(dialog, Text.class, "the field", text -> text.getMessage().startsWith("an older"));
    hands.clickInto(field);
    Ui.run(() -> field.setText(older.toString()));
    hands.press(KeyEvent.VK_ENTER);
    return Ui.dialog("Differences");
  }

  private static Shell result(String title) {
    return Ui.awaitPresent(
        "the result",
        () ->
            Stream.of(Ui.display().getShells())
                .filter(shell -> !shell.isDisposed() && shell.isVisible())
                .filter(shell -> shell.getText().startsWith(title))
                .findFirst());
  }

  private static TableItem item(Table table, String name) {
    return Arrays.stream(table.getItems())
        .filter(each -> each.getText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + name));
  }

  private static Button button(Shell shell, String title) {
    return Ui.find(
        shell,
        Button.class,
        title + " is enabled",
        button -> button.getText().replace("&", "").startsWith(title) && button.isEnabled());
  }

  private static void untilSelected(Element element) {
    Ui.until(
        "the element is selected on the diagram",
        () -> Designs.canvas().selectedElements().equals(List.of(element)));
  }

  private void photograph(String name) throws IOException {
    String pictures = System.getProperty("firebreak.screenshots");
    if (pictures != null) {
      Ui.run(
          () -> {
            while (Ui.display().readAndDispatch()) {
              // Until everything is painted.
            }
          });
      hands.photograph(Ui.get(() -> Ui.display().getBounds()), Path.of(pictures, name + ".png"));
    }
  }
}
