package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.core.describe.Property;
import org.firebreak.ui.theme.Style;

/**
 * A list as a table with a row each: addresses, address ranges, labels. Of several elements it
 * shows the rows that all have; what is added, edited or removed is so in each of them.
 */
final class RowsField implements PropertyField {
  private static final int HEIGHT = 76;
  private static final int HEIGHT_WITH_TITLES = 140;

  private static final int ROWS = SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL;

  private final Property property;
  private final RowKind kind;
  private final FieldFrame frame;
  private final Table table;
  private final RowButtons buttons;
  private final CellInput input;
  private EditedElements elements;
  private List<List<String>> rows = List.of();

  RowsField(Composite form, Property property) {
    this.property = property;
    this.kind = RowKind.of(property);
    frame = new FieldFrame(form, property);
    Composite area = new Composite(form, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
    table = Style.CHOSEN.on(new Table(area, ROWS));
    table.setToolTipText(property.help());
    for (String title : kind.columns()) {
      TableColumn column = new TableColumn(table, SWT.NONE);
      column.setText(title);
    }
    table.setHeaderVisible(kind.columns().size() > 1);
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .hint(60, kind == RowKind.LABELS ? HEIGHT_WITH_TITLES : HEIGHT)
        .applyTo(table);
    table.addListener(SWT.Resize, event -> fitColumns());
    table.addListener(SWT.Selection, event -> enable());
    table.addListener(SWT.KeyDown, this::key);
    table.addListener(SWT.MouseDoubleClick, this::doubleClick);
    input = new CellInput(table, this::check, this::write);
    buttons = new RowButtons(area, this::add, this::edit, this::remove);
    frame.place(area, property, SWT.DEFAULT);
    if (property.readOnly()) {
      buttons.hide();
    }
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void show(EditedElements elements) {
    this.elements = elements;
    input.cancel();
    fill();
  }

  @Override
  public void refresh() {
    if (!input.isOpen()) {
      fill();
    }
  }

  @Override
  public void commit() {
    input.commit();
  }

  private void fill() {
    List<List<String>> common = new ArrayList<>(rowsOf(elements.elements().get(0)));
    elements.elements().forEach(element -> common.retainAll(rowsOf(element)));
    boolean differ = elements.differ(property);
    if (!common.equals(rows) || table.getItemCount() != common.size() + (differ ? 1 : 0)) {
      rows = List.copyOf(common);
      table.removeAll();
      rows.forEach(row -> new TableItem(table, SWT.NONE).setText(row.toArray(String[]::new)));
      if (differ) {
        new TableItem(table, SWT.NONE).setText(FieldFrame.SEVERAL);
      }
    }
    frame.clearProblem();
    enable();
  }

  private List<List<String>> rowsOf(EObject element) {
    return kind.rows(property.get(element));
  }

  private void fitColumns() {
    int width = table.getClientArea().width / kind.columns().size();
    for (TableColumn column : table.getColumns()) {
      column.setWidth(width);
    }
  }

  private void enable() {
    int[] selected = table.getSelectionIndices();
    buttons.enable(selected.length == 1 && selected[0] < rows.size(), selected.length > 0);
  }

  private void key(Event event) {
    if (property.readOnly()) {
      return;
    }
    switch (event.keyCode) {
      case SWT.F2, SWT.CR, SWT.KEYPAD_CR -> edit();
      case SWT.INSERT -> add();
      case SWT.DEL -> remove();
      default -> {
        // Everything else moves the selection.
      }
    }
  }

  private void doubleClick(Event event) {
    TableItem item = table.getItem(new Point(event.x, event.y));
    if (property.readOnly()) {
      return;
    }
    if (item == null) {
      add();
    } else if (table.indexOf(item) < rows.size()) {
      int column = 0;
      for (int i = 0; i < kind.columns().size(); i++) {
        column = item.getBounds(i).contains(event.x, event.y) ? i : column;
      }
      input.open(item, column, false);
    }
  }

  private void add() {
    input.commit();
    if (!input.isOpen()) {
      TableItem item = new TableItem(table, SWT.NONE);
      table.setSelection(item);
      table.showItem(item);
      input.open(item, 0, true);
    }
  }

  private void edit() {
    int index = table.getSelectionIndex();
    if (index >= 0 && index < rows.size()) {
      input.open(table.getItem(index), 0, false);
    }
  }

  private void remove() {
    input.cancel();
    List<List<String>> gone = new ArrayList<>();
    boolean others = false;
    for (int index : table.getSelectionIndices()) {
      if (index < rows.size()) {
        gone.add(rows.get(index));
      } else {
        others = true;
      }
    }
    boolean allOthers = others;
    List<List<String>> kept = rows;
    change(
        before ->
            before.stream()
                .filter(row -> !gone.contains(row) && !(allOthers && !kept.contains(row)))
                .toList());
  }

  /** Says at the field what is wrong with the cells of a row, while they are typed. */
  private boolean check(List<String> cells) {
    try {
      kind.parse(property, cells);
      frame.clearProblem();
      return true;
    } catch (IllegalArgumentException e) {
      frame.showProblem(e.getMessage());
      return false;
    }
  }

  /** Applies the cells of a row; a row that is empty goes. */
  private void write(int index, List<String> cells) {
    if (cells == null) {
      rows = List.of();
      table.removeAll();
      fill();
      return;
    }
    List<List<String>> written = kind.parse(property, cells);
    boolean added = index >= rows.size();
    List<String> old = added ? null : rows.get(index);
    rows = List.of();
    table.removeAll();
    change(
        before -> {
          if (!added) {
            return kind.replaced(before, old, written);
          }
          List<List<String>> after = new ArrayList<>(before);
          written.stream().filter(row -> !before.contains(row)).forEach(after::add);
          return after;
        });
  }

  private void change(UnaryOperator<List<List<String>>> change) {
    if (elements != null && elements.areThere()) {
      elements.change(
          property,
          value -> {
            List<List<String>> before = kind.rows(value);
            List<List<String>> after = change.apply(before);
            return before.equals(after) ? value : kind.value(after);
          });
      fill();
    }
  }
}
