package org.firebreak.ui.matrix;

import java.util.Collection;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.layer.event.StructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionModel;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.firebreak.core.matrix.MatrixCell;
import org.firebreak.core.matrix.MatrixEdit;
import org.firebreak.core.matrix.MatrixKind;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DesignPage;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.ui.tables.QuietLog;
import org.firebreak.ui.tables.TablePage;

/** Zones by zones, or groups by groups: what is permitted from each row to each column. */
public final class MatrixPage implements DesignPage {
  private final DesignDocument.Listener listener = this::happened;
  private DesignDocument document;
  private IWorkbenchPartSite site;
  private Composite control;
  private MatrixData data;
  private MatrixGrid grid;
  private MatrixSelection selection;
  private boolean stale;

  @Override
  public Control create(Composite parent, DesignDocument shown, IWorkbenchPartSite owner) {
    QuietLog.prepare();
    document = shown;
    site = owner;
    data = new MatrixData(document.design());
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    MatrixStrip strip = new MatrixStrip(control, this::show);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip.control());
    grid = new MatrixGrid(control, data);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.table());
    ((SelectionModel) grid.selection().getSelectionModel()).setClearSelectionOnChange(false);
    selection = new MatrixSelection(data, grid.selection());
    new MatrixTips(grid.table(), data);
    bind();
    document.addListener(listener);
    control.addListener(SWT.Dispose, event -> document.removeListener(listener));
    control.addListener(SWT.Show, event -> refreshIfStale());
    return control;
  }

  private void bind() {
    var bindings = grid.table().getUiBindingRegistry();
    bindings.registerFirstKeyBinding(
        new KeyEventMatcher(SWT.NONE, SWT.CR), (table, event) -> openFlows());
    bindings.registerFirstKeyBinding(
        new KeyEventMatcher(SWT.NONE, SWT.KEYPAD_CR), (table, event) -> openFlows());
    bindings.registerFirstKeyBinding(
        new KeyEventMatcher(SWT.NONE, SWT.F2), (table, event) -> edit());
    bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, ' '), (table, event) -> edit());
    MouseEventMatcher left =
        new MouseEventMatcher(SWT.NONE, GridRegion.BODY, MouseEventMatcher.LEFT_BUTTON);
    bindings.registerFirstDoubleClickBinding(left, (table, event) -> edit());
    bindings.registerFirstSingleClickBinding(left, (table, event) -> clicked(event));
  }

  /** The matrix as it is shown. */
  public MatrixData data() {
    return data;
  }

  /** The grid, for those who look at it closely. */
  public NatTable table() {
    return grid.table();
  }

  @Override
  public ISelectionProvider selection() {
    return selection;
  }

  @Override
  public boolean select(Collection<? extends EObject> elements) {
    refreshIfStale();
    return elements.stream().anyMatch(Flow.class::isInstance) && selection.select(elements);
  }

  @Override
  public void setFocus() {
    grid.table().setFocus();
  }

  @Override
  public Object adapter(Class<?> type) {
    return type == MatrixPage.class ? this : null;
  }

  @Override
  public IHandler handler(String commandId) {
    return switch (commandId) {
      case IWorkbenchCommandConstants.EDIT_SELECT_ALL ->
          new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
              grid.selection().selectAll();
              return null;
            }
          };
      default -> null;
    };
  }

  private void show(MatrixKind kind) {
    grid.selection().clear();
    data.setKind(kind);
    grid.viewport().resetOrigin(0, 0);
    grid.data().fireLayerEvent(new StructuralRefreshEvent(grid.data()));
    setFocus();
  }

  /** The number of flows is a link: a click on the upper line opens them. */
  private void clicked(MouseEvent event) {
    NatTable table = grid.table();
    ILayerCell cell =
        table.getCellByPosition(
            table.getColumnPositionByX(event.x), table.getRowPositionByY(event.y));
    boolean upper =
        cell != null
            && event.y < cell.getBounds().y + cell.getBounds().height / 2
            && event.x < cell.getBounds().x + cell.getBounds().width / 2;
    if (upper) {
      openFlows();
    }
  }

  /** Shows the flows of the selected cell in their table. */
  void openFlows() {
    PositionCoordinate at = grid.selection().getSelectionAnchor();
    MatrixCell cell = cell(at);
    if (cell == null || cell.flows().isEmpty()) {
      return;
    }
    String why =
        "Flows "
            + data.head(at.getRowPosition(), false)
            + " → "
            + data.head(at.getColumnPosition(), true);
    DiagramEditor editor = (DiagramEditor) site.getPart();
    if (editor.showPage(TablePage.FLOWS)) {
      TablePage page = editor.getAdapter(TablePage.class);
      page.showOnly(cell.flows(), why);
      page.select(List.of(cell.flows().get(0)));
      page.setFocus();
    }
  }

  /** Opens the popup of the selected cell; what it asks for is one undoable step. */
  void edit() {
    PositionCoordinate at = grid.selection().getSelectionAnchor();
    MatrixCell cell = cell(at);
    if (cell == null) {
      return;
    }
    Endpoint row = data.matrix().heads().get(at.getRowPosition());
    Endpoint column = data.matrix().heads().get(at.getColumnPosition());
    String title =
        data.head(at.getRowPosition(), false) + " → " + data.head(at.getColumnPosition(), true);
    CellPopup popup =
        new CellPopup(control.getShell(), document.design(), row, column, title, cell.flows());
    boolean wants = popup.open() == Window.OK && !popup.edit().isEmpty();
    if (control.isDisposed()) {
      // The editor was closed meanwhile.
      return;
    }
    if (wants) {
      MatrixEdit wanted = popup.edit();
      document.edit().run("Change " + title, () -> wanted.carryOut(document.design()));
    }
    setFocus();
  }

  private MatrixCell cell(PositionCoordinate at) {
    boolean inside = at.getRowPosition() >= 0 && at.getColumnPosition() >= 0;
    return inside ? data.cell(at.getColumnPosition(), at.getRowPosition()) : null;
  }

  private void happened(DesignDocument source, DesignDocument.Event event) {
    if (event == DesignDocument.Event.EDITED) {
      stale = true;
      if (control.isVisible()) {
        refreshIfStale();
      }
    }
  }

  private void refreshIfStale() {
    if (stale) {
      stale = false;
      int before = data.matrix().size();
      data.refresh();
      if (before != data.matrix().size()) {
        grid.data().fireLayerEvent(new StructuralRefreshEvent(grid.data()));
      }
      grid.table().redraw();
    }
  }
}
