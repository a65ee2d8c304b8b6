package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/**
 * The text field in a cell of a table. Enter applies the row, Esc drops it, Tab goes to its next
 * cell; what makes no sense stays in the cell.
 */
final class CellInput {
  /** Takes what was written. */
  interface Target {
    /**
     * @param row index of the row
     * @param cells what the row is to hold; {@code null} if it is to be as it was
     */
    void write(int row, List<String> cells);
  }

  private final Table table;
  private final TableEditor editor;
  private final Predicate<List<String>> check;
  private final Target target;
  private Text text;
  private TableItem item;
  private int column;
  private List<String> original = List.of();
  private boolean added;

  CellInput(Table table, Predicate<List<String>> check, Target target) {
    this.table = table;
    this.check = check;
    this.target = target;
    editor = new TableEditor(table);
    editor.grabHorizontal = true;
    editor.minimumWidth = 40;
  }

  boolean isOpen() {
    return text != null;
  }

  /**
   * Opens the field in a cell.
   *
   * @param added whether the row is new and goes again if it is dropped
   */
  void open(TableItem item, int column, boolean added) {
    this.item = item;
    this.added = added;
    original = cellsOf(item);
    open(column);
  }

  private void open(int cell) {
    close();
    column = cell;
    text = new Text(table, SWT.SINGLE);
    text.setText(item.getText(column));
    text.selectAll();
    Typing.watch(text);
    text.addListener(SWT.Modify, event -> check.test(cells()));
    text.addListener(SWT.KeyDown, this::key);
    text.addListener(SWT.Traverse, this::traverse);
    editor.minimumHeight = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    editor.setEditor(text, item, column);
    text.setFocus();
    Text opened = text;
    text.addListener(
        SWT.FocusOut,
        event ->
            table
                .getDisplay()
                .asyncExec(
                    () -> {
                      if (opened == text && !table.isDisposed() && !opened.isFocusControl()) {
                        commit();
                      }
                    }));
  }

  /** Applies the row unless it makes no sense. */
  void commit() {
    if (text == null) {
      return;
    }
    List<String> cells = cells();
    boolean unchanged = !added && cells.equals(original);
    if (unchanged || added && cells.stream().allMatch(String::isBlank)) {
      cancel();
    } else if (check.test(cells)) {
      int row = table.indexOf(item);
      close();
      target.write(row, cells);
    }
  }

  /** Closes the field; the row is as it was. */
  void cancel() {
    if (text != null) {
      close();
      target.write(-1, null);
    }
  }

  private void close() {
    if (text != null) {
      Text closed = text;
      text = null;
      boolean focus = closed.isFocusControl();
      closed.dispose();
      if (focus && !table.isDisposed()) {
        table.setFocus();
      }
    }
  }

  private List<String> cellsOf(TableItem row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < table.getColumnCount(); i++) {
      cells.add(row.getText(i));
    }
    return cells;
  }

  private List<String> cells() {
    List<String> cells = cellsOf(item);
    cells.set(column, text.getText());
    return cells;
  }

  private void key(Event event) {
    if (event.keyCode == SWT.ESC) {
      event.doit = false;
      cancel();
    } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
      event.doit = false;
      boolean more = added && column + 1 < table.getColumnCount() && !text.getText().isBlank();
      if (more && check.test(cells())) {
        next(column + 1);
      } else {
        commit();
      }
    }
  }

  private void traverse(Event event) {
    int wanted =
        switch (event.detail) {
          case SWT.TRAVERSE_TAB_NEXT -> column + 1;
          case SWT.TRAVERSE_TAB_PREVIOUS -> column - 1;
          default -> -1;
        };
    if (event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_ESCAPE) {
      event.doit = false;
    } else if (wanted >= 0 && wanted < table.getColumnCount()) {
      event.doit = false;
      next(wanted);
    }
  }

  /** The other cells keep what is typed until the row is applied as a whole. */
  private void next(int other) {
    item.setText(cells().toArray(String[]::new));
    open(other);
  }
}
