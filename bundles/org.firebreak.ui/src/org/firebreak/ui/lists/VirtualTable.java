package org.firebreak.ui.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * A table in which only rows that are seen are made, and whose columns fill its width.
 *
 * @param <R> row
 */
public final class VirtualTable<R> {
  private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

  /** Room for a scroll bar, px. */
  private static final int BAR = 14;

  private record Head(TableColumn column, int width, int weight) {}

  private final Composite area;
  private final Table table;
  private final Function<R, Object> identity;
  private final List<Head> heads = new ArrayList<>();
  private IntPredicate hidden = column -> false;
  private List<R> rows = List.of();

  /**
   * @param identity what a row is known by after a change
   * @param fill writes a row into an item
   */
  public VirtualTable(
      Composite parent, Function<R, Object> identity, BiConsumer<TableItem, R> fill) {
    this.identity = identity;
    area = new Composite(parent, SWT.NONE);
    area.setLayout(new FillLayout());
    area.addListener(SWT.Resize, event -> spread());
    table = new Table(area, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
    table.setHeaderVisible(true);
    table.addListener(
        SWT.SetData,
        event -> {
          TableItem item = (TableItem) event.item;
          // The style sheets keep items and set them when the look changes; these come and go.
          item.setData(UNSTYLED, Boolean.TRUE);
          if (event.index >= 0 && event.index < rows.size()) {
            fill.accept(item, rows.get(event.index));
          }
        });
  }

  /**
   * Adds a column.
   *
   * @param width least width, px
   * @param weight share of the room that is left
   */
  public void column(String title, String hint, int width, int weight) {
    column(SWT.LEFT, title, hint, width, weight);
  }

  /** Adds a column of figures, which stand at its right edge. */
  public void figures(String title, String hint, int width, int weight) {
    column(SWT.RIGHT, title, hint, width, weight);
  }

  /** Gives a column another title and hint. */
  public void rename(int column, String title, String hint) {
    table.getColumn(column).setText(title);
    table.getColumn(column).setToolTipText(hint);
  }

  private void column(int style, String title, String hint, int width, int weight) {
    TableColumn column = new TableColumn(table, style);
    column.setText(title);
    column.setToolTipText(hint);
    heads.add(new Head(column, width, weight));
  }

  /** Leaves columns out, by their numbers from 0. */
  public void hide(IntPredicate which) {
    hidden = which;
    spread();
  }

  public Composite control() {
    return area;
  }

  public Table table() {
    return table;
  }

  public List<R> rows() {
    return rows;
  }

  /** Shows other rows; what was selected stays so as far as it is there. */
  public void show(List<R> next) {
    Set<Object> kept = selected().stream().map(identity).collect(Collectors.toSet());
    int top = table.getTopIndex();
    rows = next;
    table.setRedraw(false);
    table.deselectAll();
    table.setItemCount(rows.size());
    table.clearAll();
    for (int i = 0; !kept.isEmpty() && i < rows.size(); i++) {
      if (kept.remove(identity.apply(rows.get(i)))) {
        table.select(i);
      }
    }
    table.setTopIndex(Math.min(top, Math.max(0, rows.size() - 1)));
    table.setRedraw(true);
  }

  public List<R> selected() {
    List<R> selected = new ArrayList<>();
    for (int index : table.getSelectionIndices()) {
      if (index < rows.size()) {
        selected.add(rows.get(index));
      }
    }
    return selected;
  }

  private void spread() {
    int room = area.getClientArea().width - BAR;
    int weights = 0;
    for (int i = 0; i < heads.size(); i++) {
      if (!hidden.test(i)) {
        room -= heads.get(i).width();
        weights += heads.get(i).weight();
      }
    }
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      int more = weights == 0 ? 0 : Math.max(0, room) * head.weight() / weights;
      head.column().setWidth(hidden.test(i) ? 0 : head.width() + more);
      head.column().setResizable(!hidden.test(i));
    }
  }
}
