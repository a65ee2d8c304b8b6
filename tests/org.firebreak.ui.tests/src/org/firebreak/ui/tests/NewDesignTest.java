package org.firebreak.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.template.Template;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wizard for new designs, and files that are dragged onto the window. */
class NewDesignTest {
  private static final Path SAMPLES = Path.of(System.getProperty("firebreak.root"), "samples");

  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void templateIsOpenedWithItsDiagram(Template template) {
    Shell wizard = open();
    Text name = field(wizard, "Untitled");
    hands.clickInto(name);
    replaceWith("crm");
    Text author = byMessage(wizard, "who answers for the design");
    hands.clickInto(author);
    replaceWith("ada");
    if (template != Template.MULTI_TENANT) {
      hands.clickInto(byMessage(wizard, "none"));
      hands.type("acme");
    }
    hands.click(button(wizard, template.title()));
    photograph(wizard, "wizard-new");
    hands.click(button(wizard, "Finish"));
    DesignDocument document = Designs.shown();
    Design design = document.design();
    assertThat(design.getName()).isEqualTo("crm");
    assertThat(design.getAuthor()).isEqualTo("ada");
    if (template != Template.MULTI_TENANT) {
      assertThat(design.getZones())
          .extracting(Zone::getTenant)
          .allSatisfy(tenant -> assertThat(tenant.getName()).isEqualTo("acme"));
    }
    Ui.until(
        "the diagram shows the groups", () -> Designs.canvas().live().scene().boxes().size() > 8);
  }

  @Test
  void blankDesignIsEmpty() {
    Shell wizard = open();
    hands.click(button(wizard, "Finish"));
    assertThat(Designs.shown().design().getZones()).isEmpty();
  }

  @Test
  void nameIsNeeded() {
    Shell wizard = open();
    Text name = field(wizard, "Untitled");
    Ui.run(() -> name.setText(" "));
    Button finish = find(wizard, "Finish");
    Ui.until("Finish is disabled", () -> !finish.isEnabled());
    Ui.run(wizard::close);
  }

  @Test
  void filesShowWhatTheyCreateAndWhatIsRejectedBeforeAnythingIsCreated() throws IOException {
    Path inventory = folder.resolve("hosts.csv");
    List<String> lines = Files.readAllLines(SAMPLES.resolve("lab-shop/inventory.csv"));
    String bad = lines.get(lines.size() - 1).replaceAll("10\\.[0-9.]+", "10.0.0.999");
    Files.writeString(
        inventory, String.join("\n", lines) + "\n" + bad.replaceFirst("^[^,]*", "bad1"));
    Shell wizard = open();
    hands.click(button(wizard, "Inventory and port matrix"));
    hands.click(button(wizard, "Next >"));
    enter(wizard, 0, inventory);
    enter(wizard, 1, SAMPLES.resolve("lab-shop/flows.csv"));
    hands.click(button(wizard, "Next >"));
    hands.click(button(wizard, "Next >"));
    TabFolder tabs = Ui.find(wizard, TabFolder.class, "the preview", each -> true);
    Ui.until("rejected rows are in front", () -> tabs.getSelectionIndex() == 1);
    Table rows = Ui.find(wizard, Table.class, "rows", each -> each.getItemCount() > 0);
    String found =
        Ui.get(
            () ->
                IntStream.range(0, rows.getItemCount())
                    .mapToObj(i -> rows.getItem(i).getText(1) + " " + rows.getItem(i).getText(2))
                    .reduce("", (one, other) -> one + "\n" + other));
    assertThat(found).contains("hosts.csv:" + (lines.size() + 1)).contains("10.0.0.999");
    photograph(wizard, "wizard-rejected");
    Ui.run(() -> tabs.setSelection(0));
    Table created = Ui.find(wizard, Table.class, "created", each -> each.getItemCount() > 40);
    List<String> kinds =
        Ui.get(
            () ->
                IntStream.range(0, created.getItemCount())
                    .mapToObj(i -> created.getItem(i).getText(1))
                    .distinct()
                    .toList());
    assertThat(kinds).contains("Zone", "Server group", "Server", "Service", "Flow");
    photograph(wizard, "wizard-preview");
    assertThat(Ui.activeEditor()).isNull();
    hands.click(button(wizard, "Finish"));
    assertThat(Designs.shown().design().getFlows()).isNotEmpty();
  }

  @Test
  void designDraggedOntoTheWindowIsOpened() throws IOException {
    Path file = Designs.copyOfSample("lab-shop", folder);
    drag(file);
    assertThat(Designs.shown().file()).isEqualTo(file.toRealPath());
  }

  @Test
  void tableDraggedOntoTheWindowStartsTheImport() {
    Path file = SAMPLES.resolve("lab-shop/flows.csv");
    drag(file);
    Shell wizard = Ui.dialog("Import");
    assertThat(Ui.<String>get(field(wizard, file.toString())::getText)).isNotEmpty();
    Ui.run(wizard::close);
  }

  private void replaceWith(String text) {
    hands.press(KeyEvent.VK_HOME);
    hands.press(KeyEvent.VK_SHIFT, KeyEvent.VK_END);
    hands.type(text);
  }

  /** From a window of another program, as a file manager is one. */
  private void drag(Path file) {
    BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();
    Shell source = Ui.get(() -> source(file, ends));
    try {
      Point from = Ui.get(() -> source.toDisplay(40, 40));
      Point to =
          Ui.get(
              () -> {
                Rectangle bounds = Ui.window().getShell().getBounds();
                return new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 3);
              });
      // A release that overtakes the first answer of the window is no drop: a person tries again.
      for (int attempt = 0; attempt < 5; attempt++) {
        hands.drag(from, to);
        if (Boolean.TRUE.equals(ends.poll(10, TimeUnit.SECONDS))) {
          return;
        }
      }
      throw new AssertionError("the window took no drop");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      Ui.run(source::dispose);
    }
  }

  private static Shell source(Path file, BlockingQueue<Boolean> ends) {
    Shell shell = new Shell(Ui.display(), SWT.ON_TOP | SWT.TITLE);
    DragSource drag = new DragSource(shell, DND.DROP_COPY);
    drag.setTransfer(FileTransfer.getInstance());
    drag.addDragListener(
        new DragSourceAdapter() {
          @Override
          public void dragSetData(DragSourceEvent event) {
            event.data = new String[] {file.toString()};
          }

          @Override
          public void dragFinished(DragSourceEvent event) {
            ends.add(event.doit && event.detail != DND.DROP_NONE);
          }
        });
    shell.setBounds(20, 500, 120, 120);
    shell.open();
    return shell;
  }

  private static Shell open() {
    Ui.start("org.firebreak.ui.newDesign", Map.of());
    return Ui.dialog("New Design");
  }

  private static Text field(Shell wizard, String value) {
    return Ui.find(wizard, Text.class, value, text -> value.equals(text.getText()));
  }

  private static Text byMessage(Shell wizard, String message) {
    return Ui.find(wizard, Text.class, message, text -> message.equals(text.getMessage()));
  }

  private static Button find(Shell wizard, String text) {
    return Ui.find(
        wizard, Button.class, text, each -> each.getText().replace("&", "").equals(text));
  }

  private static Button button(Shell wizard, String text) {
    Button button = find(wizard, text);
    Ui.until(text + " is enabled", button::isEnabled);
    return button;
  }

  private static void enter(Shell wizard, int field, Path file) {
    Ui.until("the fields", () -> fields(wizard).size() == 3);
    Ui.run(() -> fields(wizard).get(field).setText(file.toString()));
  }

  private static List<Text> fields(Shell wizard) {
    return Ui.controls(wizard)
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .filter(Control::isVisible)
        .filter(text -> "none".equals(text.getMessage()))
        .toList();
  }

  private void photograph(Shell shell, String name) {
    String target = System.getProperty("firebreak.screenshots");
    if (target != null) {
      try {
        hands.photograph(Ui.get(shell::getBounds), Path.of(target, name + ".png"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
