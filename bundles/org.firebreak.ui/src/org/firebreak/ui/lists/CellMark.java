package org.firebreak.ui.lists;

import org.eclipse.jface.viewers.FocusCellHighlighter;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/**
 * Marks the head of the column that the keyboard is at; the row is the selected one. The
 * highlighters of the toolkit draw the cells by hand, and texts lose their colours by that.
 */
final class CellMark extends FocusCellHighlighter {
  private static final String MARK = "▸ ";

  private final Table table;
  private TableColumn marked;
  private String title = "";

  CellMark(TableViewer viewer) {
    super(viewer);
    table = viewer.getTable();
  }

  @Override
  protected void focusCellChanged(ViewerCell next, ViewerCell before) {
    TableColumn column = next == null ? null : table.getColumn(next.getColumnIndex());
    if (column == marked || table.isDisposed()) {
      return;
    }
    if (marked != null && !marked.isDisposed()) {
      marked.setText(title);
    }
    marked = column;
    if (column != null) {
      title = column.getText();
      column.setText(MARK + title);
    }
  }
}
