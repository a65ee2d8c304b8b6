package org.firebreak.ui.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.commands.IHandler;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.table.CellPlan;
import org.firebreak.core.table.TableColumn;
import org.firebreak.core.table.TableKind;
import org.firebreak.core.table.TableRows;
import org.firebreak.core.validation.Finding;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DesignPage;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.commands.DeleteEdits;
import org.firebreak.diagram.deleting.DeleteQuestion;
import org.firebreak.model.Element;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.findings.Findings;

/** A table of the design beside its diagrams: servers, flows or services. */
public final class TablePage implements DesignPage, IExecutableExtension {
  /** Id of the page with the flows. */
  public static final String FLOWS = "org.firebreak.ui.tables.flows";

  private static final long SLICE_NANOS = 12_000_000;
  private static final int SLICE_PAUSE_MS = 15;

  private final ModelEdit.Listener listener = this::edited;
  private final Runnable findings = this::findingsChanged;
  private final Runnable slice = this::readSlice;
  private TableKind kind;
  private DesignDocument document;
  private IWorkbenchPartSite site;
  private TableRows rows;
  private CellEdits edits;
  private TableGrid grid;
  private TableStrip strip;
  private TableSorting sorting;
  private RowsSelection selection;
  private TableClipboard clipboard;
  private Composite control;
  private String limit = "";
  private String search = "";
  private Map<Integer, String> columnFilters = Map.of();
  private final Set<EObject> affected = new LinkedHashSet<>();
  private boolean filterWaits;

  /** The data is the name of the {@link TableKind}. */
  @Override
  public void setInitializationData(IConfigurationElement config, String property, Object data) {
    kind = TableKind.valueOf((String) data);
  }

  @Override
  public Control create(Composite parent, DesignDocument shown, IWorkbenchPartSite owner) {
    document = shown;
    site = owner;
    QuietLog.prepare();
    rows = new TableRows(kind, document.design());
    edits = new CellEdits(rows, document.edit());
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
    strip = new TableStrip(control, kind, this::search, this::showAll, this::add, this::deleteRows);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip.control());
    sorting = new TableSorting(rows, parent.getDisplay(), this::moveRows);
    grid =
        new TableGrid(control, rows, new RowsData(rows, this::write), sorting, this::filterColumns);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.table());
    ((SelectionModel) grid.selection().getSelectionModel()).setClearSelectionOnChange(false);
    ColumnMemory memory = new ColumnMemory(kind);
    memory.load(grid);
    selection = new RowsSelection(rows, grid.selection());
    selection.addSelectionChangedListener(event -> update());
    clipboard = new TableClipboard(rows, grid.selection(), edits);
    grid.table().addOverlayPainter(new EmptyNote(rows, grid.table()));
    grid.table().addOverlayPainter(new RowMarks(rows, grid.table(), this::found));
    new TableMenu(this, grid).register();
    new CellTips(grid, rows, this::found);
    rows.setFindings(Findings.in(site.getWorkbenchWindow()).worst(document));
    document.edit().addListener(listener);
    Findings.in(site.getWorkbenchWindow()).addListener(findings);
    control.addListener(SWT.Show, event -> becameVisible());
    control.addListener(SWT.Hide, event -> linkCanvas());
    grid.table()
        .addDisposeListener(
            event -> {
              memory.save(grid);
              document.edit().removeListener(listener);
              Findings.in(site.getWorkbenchWindow()).removeListener(findings);
            });
    update();
    readSoon();
    return control;
  }

  /** The table's kind of rows. */
  public TableKind kind() {
    return kind;
  }

  /** The grid, for those who look at it closely. */
  public NatTable table() {
    return grid.table();
  }

  /** The rows as they are shown. */
  public TableRows rows() {
    return rows;
  }

  /** The field that searches all columns. */
  public Text searchField() {
    return strip.search();
  }

  /** Orders the rows by a column, given by its id. */
  public void sort(String column, boolean descending) {
    sorting.sort(index(column), descending ? SortDirectionEnum.DESC : SortDirectionEnum.ASC, false);
  }

  /** Writes into a cell as its control does, and into all that are selected with it. */
  public void enter(String column, int row, String text) {
    write(index(column), row, text);
  }

  private int index(String column) {
    return kind.columns().stream().map(TableColumn::id).toList().indexOf(column);
  }

  @Override
  public ISelectionProvider selection() {
    return selection;
  }

  @Override
  public boolean select(Collection<? extends EObject> elements) {
    refreshIfStale();
    List<EObject> mine = elements.stream().filter(kind::holds).<EObject>map(each -> each).toList();
    if (mine.isEmpty()) {
      return false;
    }
    if (mine.stream().allMatch(each -> rows.indexOf(each) < 0)) {
      showAll();
    }
    return selection.select(mine);
  }

  @Override
  public void setFocus() {
    grid.table().setFocus();
  }

  @Override
  public Object adapter(Class<?> type) {
    return type == TablePage.class ? this : null;
  }

  @Override
  public IHandler handler(String commandId) {
    Runnable action =
        switch (commandId) {
          case IWorkbenchCommandConstants.EDIT_COPY -> () -> copy(false);
          case IWorkbenchCommandConstants.EDIT_PASTE -> this::paste;
          case IWorkbenchCommandConstants.EDIT_DELETE -> this::deleteRows;
          case IWorkbenchCommandConstants.EDIT_SELECT_ALL -> grid.selection()::selectAll;
          case IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE -> strip.search()::setFocus;
          case IWorkbenchCommandConstants.EDIT_CUT -> () -> {};
          default -> null;
        };
    return action == null
        ? null
        : new PageCommand(
            () -> FocusedText.in(control).ifPresentOrElse(text -> text.execute(commandId), action));
  }

  /**
   * Shows some rows alone until the user asks for all.
   *
   * @param why what they are, for instance {@code Flows web → data}
   */
  public void showOnly(Collection<? extends Element> elements, String why) {
    refreshIfStale();
    clearFilters();
    Set<Element> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    wanted.addAll(elements);
    limit = why;
    moveRows(() -> rows.showOnly(wanted));
  }

  void showAll() {
    clearFilters();
    limit = "";
    moveRows(() -> rows.showOnly(null));
  }

  private void clearFilters() {
    strip.search().setText("");
    grid.clearFilters();
    search = "";
    columnFilters = Map.of();
    filterWaits = false;
    moveRows(
        () -> {
          rows.setSearch("");
          rows.setColumnFilters(Map.of());
        });
  }

  /** Executes a command of the workbench for the rows that are selected. */
  void execute(String command) {
    try {
      site.getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      ILog.of(TablePage.class).error(command + " failed", e);
    }
  }

  void copy(boolean heads) {
    clipboard.copy(heads);
  }

  void paste() {
    ProblemList.show(control.getShell(), clipboard.paste());
  }

  void deleteRows() {
    List<Element> chosen = selection.elements();
    if (chosen.isEmpty()) {
      return;
    }
    DeleteEdits edits = new DeleteEdits(document.edit(), null);
    if (DeleteQuestion.agreed(control.getShell(), edits.deletion(chosen))) {
      edits.delete(chosen).execute();
    }
  }

  void add() {
    List<Element> chosen = selection.elements();
    Element like = chosen.isEmpty() ? null : chosen.get(0);
    List<Element> added = new ArrayList<>();
    showAll();
    document
        .edit()
        .run(
            "Add " + kind.noun(),
            () -> {
              Element element = kind.add(document.design(), like);
              if (element != null) {
                added.add(element);
              }
            });
    if (added.isEmpty()) {
      MessageDialog.openInformation(
          control.getShell(), "No ends", "A flow needs a zone, group, server or network first.");
    } else {
      selection.select(added);
      grid.table().setFocus();
    }
  }

  private void write(int column, int row, String text) {
    List<CellPlan.Problem> problems = edits.enter(grid.selection(), column, row, text);
    if (!problems.isEmpty()) {
      // The cell's control is about to close.
      Shell shell = control.getShell();
      control.getDisplay().asyncExec(() -> ProblemList.show(shell, problems));
    }
  }

  private void search(String words) {
    search = words;
    filterSoon();
  }

  private void filterColumns(Map<Integer, String> texts) {
    columnFilters = texts;
    filterSoon();
  }

  /** Filters at once if the rows are read, else as soon as they are. */
  private void filterSoon() {
    filterWaits = true;
    readSlice();
  }

  private void readSoon() {
    control.getDisplay().timerExec(SLICE_PAUSE_MS, slice);
  }

  private void readSlice() {
    if (control.isDisposed() || !control.isVisible() && !filterWaits) {
      return;
    }
    if (!rows.prepare(SLICE_NANOS)) {
      readSoon();
    } else if (filterWaits) {
      filterWaits = false;
      moveRows(
          () -> {
            rows.setSearch(search);
            rows.setColumnFilters(columnFilters);
          });
    }
  }

  /** Does what lets the same rows or others stand elsewhere. */
  private void moveRows(Runnable change) {
    if (!control.isDisposed()) {
      selection.keepWhile(
          () -> {
            change.run();
            grid.data().fireLayerEvent(new RowStructuralRefreshEvent(grid.data()));
          });
      update();
    }
  }

  private void update() {
    String why = limit.isEmpty() && rows.isFiltered() ? "Filtered." : limit;
    strip.show(rows.size(), rows.total(), kind, why);
    strip.enableDelete(grid.selection().hasRowSelection());
  }

  private void edited(ModelChange change) {
    affected.addAll(change.affected());
    if (control.isVisible()) {
      refreshIfStale();
    }
  }

  private void refreshIfStale() {
    if (!affected.isEmpty()) {
      List<EObject> changed = List.copyOf(affected);
      affected.clear();
      moveRows(() -> rows.refresh(changed));
      readSoon();
    }
  }

  private List<Finding> found(Element element) {
    return Findings.in(site.getWorkbenchWindow()).on(document, element);
  }

  private void findingsChanged() {
    rows.setFindings(Findings.in(site.getWorkbenchWindow()).worst(document));
    grid.table().redraw();
    readSoon();
  }

  /** Selects what was selected on the page before. */
  private void becameVisible() {
    refreshIfStale();
    readSoon();
    if (site.getSelectionProvider() != null) {
      select(SelectedElements.of(site.getSelectionProvider().getSelection()));
    }
  }

  /** Selects on the diagram that is shown next what is selected here. */
  private void linkCanvas() {
    List<Element> chosen = selection.elements();
    if (chosen.isEmpty() || chosen.size() > 500) {
      return;
    }
    control
        .getDisplay()
        .asyncExec(
            () -> {
              DiagramCanvas canvas =
                  control.isDisposed() ? null : site.getPart().getAdapter(DiagramCanvas.class);
              if (canvas != null && chosen.stream().anyMatch(each -> canvas.partOf(each) != null)) {
                canvas.select(chosen);
              }
            });
  }
}
