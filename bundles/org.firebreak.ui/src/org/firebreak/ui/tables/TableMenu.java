package org.firebreak.ui.tables;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.firebreak.core.table.TableColumn;

/** Context menus of a table: of its rows, and of its columns at the heads. */
final class TableMenu {
  private final TablePage page;
  private final TableGrid grid;

  TableMenu(TablePage page, TableGrid grid) {
    this.page = page;
    this.grid = grid;
  }

  void register() {
    grid.table().addListener(SWT.MenuDetect, this::show);
  }

  private void show(Event event) {
    NatTable table = grid.table();
    Point at = table.toControl(event.x, event.y);
    var region = table.getRegionLabelsByXY(at.x, at.y);
    Menu menu = new Menu(table);
    if (region != null && region.hasLabel(GridRegion.COLUMN_HEADER)) {
      fillColumns(menu, at.x);
    } else {
      fillRows(menu);
    }
    menu.setLocation(event.x, event.y);
    menu.setVisible(true);
    menu.addListener(SWT.Hide, hide -> table.getDisplay().asyncExec(menu::dispose));
  }

  private void fillRows(Menu menu) {
    item(menu, "Copy", () -> page.copy(false));
    item(menu, "Copy with Headers", () -> page.copy(true));
    item(menu, "Paste", page::paste);
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, "Add " + page.kind().noun(), page::add);
    item(menu, "Delete from Design", page::deleteRows);
    new MenuItem(menu, SWT.SEPARATOR);
    command(menu, "Quick Fix…", "org.firebreak.ui.quickFix");
    command(menu, "Set on Many…", "org.firebreak.ui.setOnMany");
    command(menu, "Accept with Reason…", "org.firebreak.ui.acceptFinding");
    command(menu, "Explain Finding", "org.firebreak.ui.explainFinding");
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, "Show All Rows", page::showAll).setEnabled(page.rows().isFiltered());
  }

  private void fillColumns(Menu menu, int x) {
    int position = grid.table().getColumnPositionByX(x);
    int index = grid.table().getColumnIndexByPosition(position);
    if (index >= 0 && grid.hidden().getColumnCount() > 1) {
      String title = page.kind().columns().get(index).title();
      item(
          menu,
          "Hide " + title,
          () -> grid.hidden().hideColumnPositions(grid.hidden().getColumnPositionByIndex(index)));
    }
    item(menu, "Show All Columns", grid.hidden()::showAllColumns)
        .setEnabled(!grid.hidden().getHiddenColumnIndexes().isEmpty());
    new MenuItem(menu, SWT.SEPARATOR);
    int number = 0;
    for (TableColumn column : page.kind().columns()) {
      int shown = number++;
      MenuItem item = new MenuItem(menu, SWT.CHECK);
      item.setText(column.title());
      item.setSelection(!grid.hidden().isColumnIndexHidden(shown));
      item.addListener(SWT.Selection, event -> toggle(shown, item.getSelection()));
    }
  }

  private void toggle(int index, boolean show) {
    if (show) {
      grid.hidden().showColumnIndexes(index);
    } else if (grid.hidden().getColumnCount() > 1) {
      grid.hidden().hideColumnPositions(grid.hidden().getColumnPositionByIndex(index));
    }
  }

  private void command(Menu menu, String text, String id) {
    item(menu, text, () -> page.execute(id)).setEnabled(grid.selection().hasRowSelection());
  }

  private static MenuItem item(Menu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }
}
