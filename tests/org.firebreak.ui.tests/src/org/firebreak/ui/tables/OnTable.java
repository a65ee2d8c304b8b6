package org.firebreak.ui.tables;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.table.TableColumn;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;

/** A table in the active editor, and where its cells are on the display. */
final class OnTable {
  private final Hands hands = new Hands();
  private final TablePage page;

  private OnTable(TablePage page) {
    this.page = page;
  }

  /** Opens the tab of a table by a click. */
  static OnTable open(String id) {
    Ui.run(() -> ((DiagramEditor) Ui.activeEditor()).showPage("org.firebreak.ui.tables." + id));
    TablePage page =
        Ui.awaitPresent(
            "the table is shown",
            () ->
                Optional.ofNullable(Ui.activeEditor().getAdapter(TablePage.class))
                    .filter(shown -> shown.table().isVisible())
                    .filter(shown -> shown.table().getClientArea().height > 100));
    OnTable table = new OnTable(page);
    Ui.run(() -> page.table().setFocus());
    Ui.until("the table has rows", () -> page.table().getRowCount() > 2 || page.rows().size() == 0);
    return table;
  }

  static Path sample(Path folder) throws java.io.IOException {
    return Designs.copyOfSample("lab-shop", folder);
  }

  TablePage page() {
    return page;
  }

  Hands hands() {
    return hands;
  }

  int column(String title) {
    for (int i = 0; i < page.kind().columns().size(); i++) {
      TableColumn column = page.kind().columns().get(i);
      if (column.title().equals(title)) {
        return i;
      }
    }
    throw new AssertionError("no column " + title);
  }

  String text(String title, int row) {
    return Ui.get(() -> page.rows().text(column(title), row));
  }

  /** The row of the element with that label. */
  int row(EObject element) {
    return Ui.get(() -> page.rows().indexOf(element));
  }

  Point cell(String title, int row) {
    return at(title, GridRegion.BODY, row);
  }

  /** Clicks a cell until it is selected, wherever it is by then. */
  void click(String title, int row) {
    hands.clickUntil("the cell is selected", () -> cell(title, row), () -> isSelected(title, row));
  }

  private boolean isSelected(String title, int row) {
    return position(title, GridRegion.BODY, row)
        .map(at -> page.table().getCellByPosition(at.x, at.y).getDisplayMode())
        .filter(DisplayMode.SELECT::equals)
        .isPresent();
  }

  Point head(String title) {
    return at(title, GridRegion.COLUMN_HEADER, -1);
  }

  Point filter(String title) {
    return at(title, GridRegion.FILTER_ROW, -1);
  }

  private Point at(String title, String region, int row) {
    return Ui.steady(
        title + " " + row + " in " + region,
        () -> position(title, region, row).map(this::middle).map(page.table()::toDisplay));
  }

  /** Where a cell is in the grid now, given by the number of column and row there. */
  private Optional<Point> position(String title, String region, int row) {
    NatTable table = page.table();
    for (int x = 0; x < table.getColumnCount(); x++) {
      for (int y = 0; y < table.getRowCount(); y++) {
        Point at = new Point(x, y);
        boolean there =
            table.getBoundsByPosition(x, y) != null
                && table.getColumnIndexByPosition(x) == column(title)
                && (row < 0 || table.getRowIndexByPosition(y) == row);
        if (there) {
          Point middle = middle(at);
          var labels = table.getRegionLabelsByXY(middle.x, middle.y);
          if (labels != null && labels.hasLabel(region)) {
            return Optional.of(at);
          }
        }
      }
    }
    return Optional.empty();
  }

  private Point middle(Point position) {
    Rectangle bounds = page.table().getBoundsByPosition(position.x, position.y);
    return new Point(bounds.x + Math.min(30, bounds.width / 2), bounds.y + bounds.height / 2);
  }

  /** Waits until a cell is being edited in a text field, and gives it. */
  Text editor() {
    return Ui.find(page.table(), Text.class, "the editor of a cell", text -> text.isFocusControl());
  }

  java.util.List<?> selected() {
    return Ui.get(() -> ((IStructuredSelection) page.selection().getSelection()).toList());
  }
}
