package org.firebreak.ui.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.firebreak.core.matrix.MatrixCell;
import org.firebreak.model.Flow;

/** The flows of the selected cells. */
final class MatrixSelection implements ISelectionProvider {
  private static final int MOST = 2000;

  private final MatrixData data;
  private final SelectionLayer layer;
  private final List<ISelectionChangedListener> listeners = new ArrayList<>();

  MatrixSelection(MatrixData data, SelectionLayer layer) {
    this.data = data;
    this.layer = layer;
    layer.addLayerListener(
        event -> {
          if (event instanceof ISelectionEvent) {
            tell();
          }
        });
  }

  private List<Flow> flows() {
    Set<Flow> flows = new LinkedHashSet<>();
    for (PositionCoordinate at : layer.getSelectedCellPositions()) {
      MatrixCell cell = data.cell(at.getColumnPosition(), at.getRowPosition());
      if (cell != null && flows.size() < MOST) {
        flows.addAll(cell.flows());
      }
    }
    return List.copyOf(flows);
  }

  /** Selects the first cell that one of the elements opens; answers whether there is one. */
  boolean select(Collection<?> elements) {
    for (int row = 0; row < data.matrix().size(); row++) {
      for (int column = 0; column < data.matrix().size(); column++) {
        boolean wanted =
            data.matrix().cell(row, column).flows().stream().anyMatch(elements::contains);
        if (wanted) {
          layer.doCommand(new SelectCellCommand(layer, column, row, false, false));
          return true;
        }
      }
    }
    return false;
  }

  private void tell() {
    SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
    List.copyOf(listeners).forEach(listener -> listener.selectionChanged(event));
  }

  @Override
  public ISelection getSelection() {
    return new StructuredSelection(flows());
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
