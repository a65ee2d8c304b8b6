package org.firebreak.ui.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.firebreak.core.table.TableRows;
import org.firebreak.model.Element;

/** The elements in whose rows cells are selected. */
final class RowsSelection implements ISelectionProvider {
  /** Nobody looks at the properties of more elements; listeners are told of none then. */
  private static final int MOST = 5000;

  private final TableRows rows;
  private final SelectionLayer layer;
  private final List<ISelectionChangedListener> listeners = new ArrayList<>();
  private List<Element> told = List.of();
  private boolean quiet;

  RowsSelection(TableRows rows, SelectionLayer layer) {
    this.rows = rows;
    this.layer = layer;
    layer.addLayerListener(
        event -> {
          if (event instanceof ISelectionEvent && !quiet) {
            tell();
          }
        });
  }

  /** The selected elements in the order of the rows. */
  List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    for (int row : CellEdits.positions(layer.getSelectedRowPositions(), rows.size())) {
      elements.add(rows.get(row));
    }
    return elements;
  }

  /** Selects whole rows and scrolls to the first; answers whether any is shown. */
  boolean select(Collection<?> elements) {
    int[] positions =
        elements.stream().mapToInt(rows::indexOf).filter(row -> row >= 0).sorted().toArray();
    if (positions.length == 0) {
      return false;
    }
    layer.doCommand(new SelectRowsCommand(layer, 0, positions, false, false, positions[0]));
    return true;
  }

  /** Does what moves rows, and keeps the selection on its elements. */
  void keepWhile(Runnable change) {
    List<Element> before = layer.getSelectedRowCount() > MOST ? List.of() : elements();
    int column = layer.getSelectionAnchor().getColumnPosition();
    quiet = true;
    try {
      change.run();
      if (!before.equals(elements())) {
        layer.clear(false);
        reselect(before, column);
      }
    } finally {
      quiet = false;
    }
    tell();
  }

  private void reselect(List<Element> before, int column) {
    List<Element> still = before.stream().filter(each -> rows.indexOf(each) >= 0).toList();
    if (still.size() == 1 && before.size() == 1 && column >= 0) {
      layer.selectCell(column, rows.indexOf(still.get(0)), false, false);
    } else {
      select(still);
    }
  }

  private void tell() {
    List<Element> now = layer.getSelectedRowCount() > MOST ? List.of() : elements();
    if (!now.equals(told)) {
      told = now;
      SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
      List.copyOf(listeners).forEach(listener -> listener.selectionChanged(event));
    }
  }

  @Override
  public ISelection getSelection() {
    return new StructuredSelection(told);
  }

  @Override
  public void setSelection(ISelection selection) {
    if (selection instanceof IStructuredSelection structured) {
      select(structured.toList());
    }
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }
}
