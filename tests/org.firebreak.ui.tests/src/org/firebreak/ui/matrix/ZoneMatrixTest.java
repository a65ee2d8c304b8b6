package org.firebreak.ui.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.matrix.MatrixCell;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.ui.tables.TablePage;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneMatrixTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;
  private MatrixPage page;

  @BeforeEach
  void open() throws Exception {
    Ui.closeAll();
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.run(() -> ((DiagramEditor) Ui.activeEditor()).showPage("org.firebreak.ui.matrix"));
    page =
        Ui.awaitPresent(
            "the matrix is shown",
            () ->
                Optional.ofNullable(Ui.activeEditor().getAdapter(MatrixPage.class))
                    .filter(shown -> shown.table().getClientArea().height > 100));
    Ui.run(page::setFocus);
  }

  @AfterEach
  void close() {
    Ui.run(() -> Themes.set(Look.LIGHT));
    Ui.closeAll();
  }

  private int index(String label) {
    return Ui.get(
        () -> {
          for (int i = 0; i < page.data().matrix().size(); i++) {
            if (page.data().matrix().label(i).equals(label)) {
              return i;
            }
          }
          throw new AssertionError("no head " + label);
        });
  }

  private MatrixCell cell(String row, String column) {
    int r = index(row);
    int c = index(column);
    return Ui.get(() -> page.data().matrix().cell(r, c));
  }

  /** The lower half of a cell, where a click selects and does not open. */
  private Point at(String row, String column) {
    int r = index(row);
    int c = index(column);
    return Ui.get(
        () -> {
          NatTable table = page.table();
          for (int x = 1; x < table.getColumnCount(); x++) {
            for (int y = 1; y < table.getRowCount(); y++) {
              if (table.getColumnIndexByPosition(x) == c && table.getRowIndexByPosition(y) == r) {
                Rectangle bounds = table.getBoundsByPosition(x, y);
                return table.toDisplay(bounds.x + 20, bounds.y + bounds.height - 10);
              }
            }
          }
          throw new AssertionError("not in view: " + row + " → " + column);
        });
  }

  /** Clicks a cell until it is selected. */
  private void select(String row, String column) {
    hands.clickUntil(
        "the cell is selected",
        () -> at(row, column),
        () -> {
          NatTable table = page.table();
          Point inside = table.toControl(at(row, column));
          return table
              .getCellByPosition(
                  table.getColumnPositionByX(inside.x), table.getRowPositionByY(inside.y))
              .getDisplayMode()
              .equals(DisplayMode.SELECT);
        });
  }

  @Test
  void enterOpensTheFlowsOfTheCell() {
    MatrixCell cell = cell("web", "app");
    assertThat(cell.flows()).isNotEmpty();
    select("web", "app");
    hands.press(KeyEvent.VK_ENTER);
    TablePage flows =
        Ui.awaitPresent(
            "the flows are shown",
            () -> Optional.ofNullable(Ui.activeEditor().getAdapter(TablePage.class)));
    assertThat(Ui.<Integer>get(() -> flows.rows().size())).isEqualTo(cell.flows().size());
    assertThat(Ui.<Object>get(() -> flows.rows().get(0))).isEqualTo(cell.flows().get(0));
  }

  @Test
  void aServiceWrittenIntoACellBecomesAFlowInOneStep() {
    byte[] before = Ui.get(() -> DesignFile.toBytes(document.design()));
    int flows = Ui.get(() -> document.design().getFlows().size());
    assertThat(cell("clients", "data").flows()).isEmpty();
    select("clients", "data");
    hands.press(KeyEvent.VK_F2);
    Shell popup = Ui.dialog("clients → data");
    Text services = Ui.find(popup, Text.class, "services", Text::isFocusControl);
    hands.type("8443");
    Ui.until("written", () -> services.getText().equals("8443"));
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("the flow is there", () -> document.design().getFlows().size() == flows + 1);
    Flow added = Ui.get(() -> document.design().getFlows().get(flows));
    assertThat(added.getSource()).isEqualTo(Designs.find(document.design(), Zone.class, "clients"));
    assertThat(cell("clients", "data").flows()).containsExactly(added);
    Ui.run(() -> document.edit().undo());
    assertThat(Ui.<byte[]>get(() -> DesignFile.toBytes(document.design()))).isEqualTo(before);
    assertThat(cell("clients", "data").flows()).isEmpty();
  }

  @Test
  void anUntickedFlowIsRetiredAndTheCellEmpties() {
    MatrixCell cell = cell("web", "app");
    select("web", "app");
    hands.press(KeyEvent.VK_F2);
    Shell popup = Ui.dialog("web → app");
    org.eclipse.swt.widgets.Table list =
        Ui.find(popup, org.eclipse.swt.widgets.Table.class, "the flows", table -> true);
    Ui.run(
        () -> {
          list.setFocus();
          list.setSelection(0);
        });
    hands.press(KeyEvent.VK_SPACE);
    Ui.until("unticked", () -> !list.getItem(0).getChecked());
    Ui.run(() -> popup.getDefaultButton().notifyListeners(org.eclipse.swt.SWT.Selection, null));
    Flow flow = cell.flows().get(0);
    Ui.until("retired", () -> flow.getState() == FlowState.RETIRED);
    assertThat(cell("web", "app").flows()).doesNotContain(flow);
  }

  @Test
  void theMatrixIsPicturedInBothLooks() throws Exception {
    assertThat(page.data().matrix().size()).isEqualTo(8);
    String target = System.getProperty("firebreak.screenshots");
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      // Not the same cell twice: that would be a double click.
      select("web", look == Look.LIGHT ? "app" : "web");
      if (target != null) {
        Rectangle window = Ui.get(() -> Ui.window().getShell().getBounds());
        hands.photograph(window, Path.of(target, "matrix-" + look + ".png"));
      }
    }
  }
}
