package org.firebreak.ui.tables;

import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_C;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DELETE;
import static java.awt.event.KeyEvent.VK_DOWN;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_F2;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_V;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.Service;
import org.firebreak.model.io.DesignFile;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  @TempDir Path folder;

  private DesignDocument document;
  private Hands hands;

  @BeforeEach
  void open() throws Exception {
    Ui.closeAll();
    document = Designs.open(OnTable.sample(folder));
    hands = new Hands();
  }

  @AfterEach
  void close() {
    Ui.closeAll();
  }

  private byte[] bytes() {
    return Ui.get(() -> DesignFile.toBytes(document.design()));
  }

  private Server server(String name) {
    return Designs.find(document.design(), Server.class, name);
  }

  @Test
  void aClickOnTheHeadOrdersTheRowsAndASecondOneTurnsThem() {
    OnTable table = OnTable.open("servers");
    hands.click(table.head("Addresses"));
    Ui.until("the lowest address is first", () -> table.text("Addresses", 0).equals("10.20.1.11"));
    hands.click(table.head("Addresses"));
    Ui.until("the highest is first", () -> table.text("Addresses", 0).startsWith("10.99.2."));
    hands.click(table.head("Addresses"));
    Ui.until("the order of the design", () -> table.text("Name", 0).equals("cli1"));
  }

  @Test
  void theSearchAndTheFilterOfAColumnNarrowTheRows() {
    OnTable table = OnTable.open("servers");
    Ui.run(() -> table.page().handler("org.eclipse.ui.edit.findReplace"));
    hands.press(VK_CONTROL, java.awt.event.KeyEvent.VK_F);
    hands.type("data");
    Ui.until("servers of the zone data", () -> table.page().rows().size() == 4);
    hands.replaceWith("x");
    hands.press(java.awt.event.KeyEvent.VK_BACK_SPACE);
    Ui.until("all again", () -> table.page().rows().size() == table.page().rows().total());
    hands.click(table.filter("Name"));
    Ui.until("the filter is edited", () -> table.page().table().getActiveCellEditor() != null);
    hands.type("web");
    hands.press(VK_ENTER);
    Ui.until("three web servers", () -> table.page().rows().size() == 3);
  }

  @Test
  void aCellIsEditedInPlaceAndUndoRestoresTheBytes() {
    byte[] before = bytes();
    OnTable table = OnTable.open("servers");
    int row = table.row(server("web2"));
    table.click("Name", row);
    hands.press(VK_F2);
    table.editor();
    hands.replaceWith("front2");
    hands.press(VK_ENTER);
    Ui.until("the server is renamed", () -> table.text("Name", row).equals("front2"));
    assertThat(Ui.<String>get(() -> document.edit().undoLabel())).isEqualTo("Change Name of web2");
    Ui.run(table.page()::setFocus);
    hands.press(VK_CONTROL, VK_Z);
    Ui.until("undone", () -> table.text("Name", row).equals("web2"));
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void aWrongAddressIsSaidAtOnceAndNotTaken() {
    OnTable table = OnTable.open("servers");
    int row = table.row(server("web1"));
    String before = table.text("Addresses", row);
    table.click("Addresses", row);
    hands.press(VK_F2);
    table.editor();
    hands.replaceWith("10.1.2.999");
    hands.press(VK_ENTER);
    assertThat(Ui.<Boolean>get(() -> table.page().table().getActiveCellEditor() != null)).isTrue();
    hands.press(VK_ESCAPE);
    assertThat(table.text("Addresses", row)).isEqualTo(before);
    assertThat(Ui.<Boolean>get(() -> document.edit().canUndo())).isFalse();
  }

  @Test
  void anEntryGoesToAllSelectedRowsInOneStep() {
    byte[] before = bytes();
    OnTable table = OnTable.open("servers");
    int row = table.row(server("web1"));
    table.click("Operating system", row);
    hands.press(VK_SHIFT, VK_DOWN);
    hands.press(VK_SHIFT, VK_DOWN);
    Ui.until("three rows are selected", () -> table.selected().size() == 3);
    hands.press(VK_F2);
    table.editor();
    hands.replaceWith("talos 1");
    hands.press(VK_ENTER);
    Ui.until(
        "all three are changed",
        () ->
            List.of("web1", "web2", "web3").stream()
                .allMatch(each -> "talos 1".equals(server(each).getOperatingSystem())));
    Ui.run(() -> document.edit().undo());
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void cellsGoToASpreadsheetAndComeBackOverARange() {
    OnTable table = OnTable.open("servers");
    int row = table.row(server("web1"));
    table.click("Name", row);
    hands.press(VK_SHIFT, java.awt.event.KeyEvent.VK_RIGHT);
    hands.press(VK_SHIFT, VK_DOWN);
    hands.press(VK_CONTROL, VK_C);
    Ui.until("the cells are copied", () -> "web1\tweb\nweb2\tweb".equals(clipboard(null)));
    byte[] before = bytes();
    Ui.run(() -> clipboard("alpha\r\nbeta\r\n"));
    // Another cell between: two clicks on one cell would edit it.
    table.click("Zone", row + 3);
    table.click("Name", row);
    hands.press(VK_CONTROL, VK_V);
    Ui.until("the names are pasted", () -> table.text("Name", row + 1).equals("beta"));
    assertThat(table.text("Name", row)).isEqualTo("alpha");
    Ui.run(() -> document.edit().undo());
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void pastedCellsThatDoNotFitAreListedAndNothingIsChanged() {
    OnTable table = OnTable.open("servers");
    int row = table.row(server("web1"));
    byte[] before = bytes();
    Ui.run(() -> clipboard("10.1.1.1\nnonsense\n"));
    table.click("Addresses", row);
    hands.press(VK_CONTROL, VK_V);
    Shell dialog = Ui.dialog("Nothing was changed");
    hands.press(VK_ENTER);
    Ui.until("the list is closed", dialog::isDisposed);
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void anEmptyCellIsCopiedAndEmptiesWhereItIsPasted() {
    Server source = server("web1");
    Server target = server("web2");
    Ui.run(
        () ->
            document
                .edit()
                .run(
                    "Systems",
                    () -> {
                      source.setOperatingSystem(null);
                      target.setOperatingSystem("talos 1");
                    }));
    OnTable table = OnTable.open("servers");
    Ui.run(() -> clipboard("something else"));
    table.click("Operating system", table.row(source));
    hands.press(VK_CONTROL, VK_C);
    Ui.until("the cell is copied", () -> !"something else".equals(clipboard(null)));
    table.click("Operating system", table.row(target));
    hands.press(VK_CONTROL, VK_V);
    Ui.until(
        "the cell is empty", () -> table.text("Operating system", table.row(target)).isEmpty());
  }

  private static String clipboard(String text) {
    Clipboard clipboard = new Clipboard(Ui.display());
    try {
      if (text != null) {
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
      }
      return (String) clipboard.getContents(TextTransfer.getInstance());
    } finally {
      clipboard.dispose();
    }
  }

  @Test
  void deletedRowsLeaveTheDesignWithTheirFlowsAndComeBackExactly() {
    byte[] before = bytes();
    OnTable table = OnTable.open("servers");
    int row = table.row(server("db1"));
    table.click("Name", row);
    hands.press(VK_DELETE);
    Ui.dialog("Delete from Design");
    hands.press(VK_ENTER);
    Ui.until("the row is gone", () -> table.page().rows().total() == 19);
    Ui.run(() -> document.edit().undo());
    Ui.until("the row is back", () -> table.page().rows().total() == 20);
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void deletingTheOnlyServiceOfAFlowSaysThatItPermitsNothingThen() {
    byte[] before = bytes();
    Service service =
        document.design().getServices().stream()
            .filter(each -> "tcp-9000".equals(each.getName()))
            .findFirst()
            .orElseThrow();
    OnTable table = OnTable.open("services");
    table.click("Name", table.row(service));
    hands.press(VK_DELETE);
    Shell question = Ui.dialog("Delete from Design");
    Ui.find(
        question,
        Label.class,
        "what goes",
        each -> "1 flow without service".equals(each.getText()));
    hands.press(VK_ENTER);
    Ui.until("the service is gone", () -> service.eContainer() == null);
    Ui.run(() -> document.edit().undo());
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void theSelectionGoesFromTheTableToTheDiagramAndBack() {
    OnTable table = OnTable.open("flows");
    Flow flow = Ui.get(() -> document.design().getFlows().get(3));
    table.click("Services", table.row(flow));
    assertThat(table.selected()).isEqualTo(List.of(flow));
    DiagramEditor editor = (DiagramEditor) Ui.activeEditor();
    Ui.run(() -> editor.showDiagram(document.design().getDiagrams().get(0)));
    DiagramCanvas canvas = Designs.canvas();
    Ui.until(
        "the flow is selected on the diagram",
        () -> SelectedElements.of(canvas.viewer().getSelection()).contains(flow));
    Flow other = Ui.get(() -> document.design().getFlows().get(5));
    Ui.run(() -> canvas.select(List.<EObject>of(other)));
    OnTable again = OnTable.open("flows");
    Ui.until("the row is selected", () -> again.selected().equals(List.of(other)));
  }

  @Test
  void theServicesOfAFlowAreWrittenAsPeopleDo() {
    OnTable table = OnTable.open("flows");
    Flow flow = Ui.get(() -> document.design().getFlows().get(0));
    table.click("Services", 0);
    hands.press(VK_F2);
    table.editor();
    hands.press(VK_CONTROL, VK_A);
    hands.type("8443, udp/53");
    hands.press(VK_ENTER);
    Ui.until("two services", () -> flow.getServices().size() == 2);
    assertThat(table.text("Protocol/ports", 0)).isEqualTo("tcp/8443, udp/53");
  }
}
