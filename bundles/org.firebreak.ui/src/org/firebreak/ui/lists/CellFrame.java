package org.firebreak.ui.lists;

import org.eclipse.jface.viewers.FocusCellHighlighter;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;

/** Frames the cell that the keyboard is at; those of the toolkit take texts their colours. */
final class CellFrame extends FocusCellHighlighter {
  private final Table table;

  CellFrame(TableViewer viewer) {
    super(viewer);
    table = viewer.getTable();
    table.addListener(SWT.EraseItem, CellFrame::keepColour);
    table.addListener(SWT.PaintItem, this::paint);
    table.addListener(SWT.FocusIn, event -> table.redraw());
    table.addListener(SWT.FocusOut, event -> table.redraw());
  }

  /** Where cells are drawn by hand, the toolkit forgets their colours. */
  private static void keepColour(Event event) {
    if ((event.detail & SWT.SELECTED) == 0) {
      event.gc.setForeground(((TableItem) event.item).getForeground(event.index));
    }
  }

  @Override
  protected void focusCellChanged(ViewerCell next, ViewerCell before) {
    table.redraw();
  }

  private void paint(Event event) {
    ViewerCell cell = getFocusCell();
    boolean framed =
        cell != null
            && cell.getItem() == event.item
            && cell.getColumnIndex() == event.index
            && table.isFocusControl();
    if (framed) {
      Rectangle bounds = cell.getBounds();
      event.gc.setForeground(Palette.color(Token.ACCENT));
      event.gc.drawRectangle(bounds.x, bounds.y, bounds.width - 2, bounds.height - 1);
    }
  }
}
