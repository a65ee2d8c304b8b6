package org.firebreak.ui.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.scene.Token;
import org.firebreak.ui.findings.Problem;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Palette;

/** The list of problems: a virtual table, in which only rows that are seen are made. */
final class ProblemTable {
  private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

  /** Room for a scroll bar, px. */
  private static final int BAR = 14;

  private final Composite area;
  private final Table table;
  private final Consumer<Shown> showOtherwise;
  private Shown shown = Shown.ALL;
  private List<ProblemRow> rows = List.of();
  private boolean tenants;

  /**
   * @param showOtherwise is told when the user wants other rows or another order
   */
  ProblemTable(Composite parent, Consumer<Shown> showOtherwise) {
    this.showOtherwise = showOtherwise;
    area = new Composite(parent, SWT.NONE);
    area.setLayout(new FillLayout());
    area.addListener(SWT.Resize, event -> spread());
    table = new Table(area, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
    table.setHeaderVisible(true);
    for (ProblemColumn column : ProblemColumn.values()) {
      TableColumn head = new TableColumn(table, SWT.NONE);
      head.setText(column.title());
      head.setToolTipText(column.hint());
      head.addListener(SWT.Selection, event -> sort(column));
    }
    HeadingPainter.install(table, this::row);
    table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    table.addListener(SWT.MouseMove, this::hint);
    table.addListener(SWT.KeyDown, this::key);
    table.addListener(SWT.MouseDown, this::toggle);
  }

  Composite control() {
    return area;
  }

  Table table() {
    return table;
  }

  List<ProblemRow> rows() {
    return rows;
  }

  /** Shows other rows; what was selected stays so as far as it is there. */
  void show(List<ProblemRow> next, Shown how) {
    Set<Object> selected =
        selectedRows().stream().map(ProblemTable::identity).collect(Collectors.toSet());
    int top = table.getTopIndex();
    rows = next;
    shown = how;
    table.setRedraw(false);
    table.deselectAll();
    table.setItemCount(rows.size());
    table.clearAll();
    if (!selected.isEmpty()) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < rows.size() && places.size() < selected.size(); i++) {
        if (selected.contains(identity(rows.get(i)))) {
          places.add(i);
        }
      }
      table.select(places.stream().mapToInt(Integer::intValue).toArray());
    }
    table.setTopIndex(Math.min(top, Math.max(0, rows.size() - 1)));
    showSort();
    showTenants(
        rows.stream()
            .anyMatch(
                row ->
                    row instanceof ProblemRow.Entry entry && !entry.problem().tenant().isEmpty()));
    table.setRedraw(true);
  }

  /** Colours have changed. */
  void recolour() {
    table.clearAll();
  }

  /** Problems of the selected rows; a heading stands for those below it that are shown. */
  List<Problem> selected() {
    Set<Problem> problems = new LinkedHashSet<>();
    for (int index : sorted(table.getSelectionIndices())) {
      if (row(index) instanceof ProblemRow.Entry entry) {
        problems.add(entry.problem());
      } else {
        for (int i = index + 1; row(i) instanceof ProblemRow.Entry entry; i++) {
          problems.add(entry.problem());
        }
      }
    }
    return List.copyOf(problems);
  }

  private List<ProblemRow> selectedRows() {
    List<ProblemRow> selected = new ArrayList<>();
    for (int index : table.getSelectionIndices()) {
      if (row(index) != null) {
        selected.add(rows.get(index));
      }
    }
    return selected;
  }

  private static int[] sorted(int[] indices) {
    Arrays.sort(indices);
    return indices;
  }

  private static Object identity(ProblemRow row) {
    return switch (row) {
      case ProblemRow.Heading heading -> heading.title();
      case ProblemRow.Entry entry -> entry.problem().finding().fingerprint();
    };
  }

  private ProblemRow row(int index) {
    return index >= 0 && index < rows.size() ? rows.get(index) : null;
  }

  private void fill(TableItem item, int index) {
    // The style sheets keep items and set them when the look changes; these come and go.
    item.setData(UNSTYLED, Boolean.TRUE);
    switch (row(index)) {
      case null -> item.setText("");
      case ProblemRow.Heading heading ->
          item.setText(ProblemColumn.RULE.ordinal(), HeadingPainter.text(heading));
      case ProblemRow.Entry entry -> {
        Problem problem = entry.problem();
        for (ProblemColumn column : ProblemColumn.values()) {
          item.setText(column.ordinal(), column.text(problem));
        }
        item.setImage(
            0, Images.get(problem.isAccepted() ? "accepted" : problem.severity().label()));
        item.setForeground(problem.isAccepted() ? Palette.color(Token.MUTED) : null);
        item.setForeground(ProblemColumn.RULE.ordinal(), Palette.color(Token.MUTED));
      }
    }
  }

  private void sort(ProblemColumn column) {
    if (shown.sort() != column) {
      showOtherwise.accept(shown.withSort(column, false));
    } else if (!shown.descending()) {
      showOtherwise.accept(shown.withSort(column, true));
    } else {
      showOtherwise.accept(shown.withSort(null, false));
    }
  }

  private void showSort() {
    if (shown.sort() == null) {
      table.setSortDirection(SWT.NONE);
      table.setSortColumn(null);
    } else {
      table.setSortColumn(table.getColumn(shown.sort().ordinal()));
      table.setSortDirection(shown.descending() ? SWT.DOWN : SWT.UP);
    }
  }

  /** A column that would be empty takes no room. */
  private void showTenants(boolean show) {
    if (tenants != show) {
      tenants = show;
      spread();
    }
  }

  /** Gives the columns the width of the view by their weights, each at least what it needs. */
  private void spread() {
    int room = area.getClientArea().width - BAR;
    int weights = 0;
    for (ProblemColumn column : ProblemColumn.values()) {
      if (isShown(column)) {
        room -= column.width();
        weights += column.weight();
      }
    }
    for (ProblemColumn column : ProblemColumn.values()) {
      int more = weights == 0 ? 0 : Math.max(0, room) * column.weight() / weights;
      table.getColumn(column.ordinal()).setWidth(isShown(column) ? column.width() + more : 0);
    }
  }

  private boolean isShown(ProblemColumn column) {
    return column != ProblemColumn.TENANT || tenants;
  }

  private void hint(Event event) {
    TableItem item = table.getItem(new Point(event.x, event.y));
    ProblemRow row = item == null ? null : row(table.indexOf(item));
    String text = row == null ? null : ProblemTips.of(row);
    if (!Objects.equals(text, table.getToolTipText())) {
      table.setToolTipText(text);
    }
  }

  /** As in a tree: the arrows open and close headings. */
  private void key(Event event) {
    int index = table.getSelectionIndex();
    switch (row(index)) {
      case ProblemRow.Heading heading -> {
        boolean turn =
            event.keyCode == SWT.ARROW_LEFT && !heading.collapsed()
                || event.keyCode == SWT.ARROW_RIGHT && heading.collapsed()
                || event.character == ' ';
        if (turn) {
          toggle(heading);
          event.doit = false;
        }
      }
      case ProblemRow.Entry entry -> {
        if (event.keyCode == SWT.ARROW_LEFT && shown.grouping() != Grouping.NONE) {
          while (index > 0 && rows.get(index) instanceof ProblemRow.Entry) {
            index--;
          }
          table.setSelection(index);
          table.notifyListeners(SWT.Selection, new Event());
          event.doit = false;
        }
      }
      case null -> {
        // Nothing is selected.
      }
    }
  }

  private void toggle(Event event) {
    TableItem item = table.getItem(new Point(event.x, event.y));
    boolean onArrow = event.button == 1 && event.x < table.getColumn(0).getWidth();
    if (item != null && onArrow && row(table.indexOf(item)) instanceof ProblemRow.Heading heading) {
      toggle(heading);
    }
  }

  /** Opens or closes a heading. */
  void toggle(ProblemRow.Heading heading) {
    Set<String> collapsed = new HashSet<>(shown.collapsed());
    if (!collapsed.remove(heading.title())) {
      collapsed.add(heading.title());
    }
    showOtherwise.accept(shown.withCollapsed(collapsed));
  }
}
