package org.firebreak.ui.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.table.CellPlan;
import org.firebreak.core.table.TableColumn;
import org.firebreak.core.table.TableRows;
import org.firebreak.model.Element;

/** What is written into cells: one undoable step for all of them, or nothing and the reasons. */
final class CellEdits {
  private final TableRows rows;
  private final ModelEdit edit;

  CellEdits(TableRows rows, ModelEdit edit) {
    this.rows = rows;
    this.edit = edit;
  }

  /**
   * Writes an entry into its cell, and into all selected cells of the column if it is one of them.
   *
   * @return what does not fit; nothing is changed then
   */
  List<CellPlan.Problem> enter(SelectionLayer selection, int column, int row, String text) {
    List<Integer> targets = targets(selection, column, row);
    TableColumn definition = rows.kind().columns().get(column);
    if (text.strip().equals(rows.text(column, row)) && targets.size() == 1) {
      return List.of();
    }
    CellPlan plan = new CellPlan(rows.data());
    for (int target : targets) {
      plan.write(target + 1, rows.get(target), definition, text);
    }
    return carryOut(plan, "Change " + definition.title() + " of " + names(targets));
  }

  private List<Integer> targets(SelectionLayer selection, int column, int row) {
    int position = selection.getColumnPositionByIndex(column);
    List<Integer> targets = new ArrayList<>();
    if (selection.isCellPositionSelected(position, row)) {
      for (Range range : selection.getSelectedRowPositions()) {
        for (int i = range.start; i < Math.min(range.end, rows.size()); i++) {
          if (selection.isCellPositionSelected(position, i)) {
            targets.add(i);
          }
        }
      }
    }
    return targets.contains(row) ? targets : List.of(row);
  }

  /**
   * Pastes cells over a range, whose corner is given by column and row; a single cell fills the
   * whole selection.
   *
   * @param columns indexes of the columns as they stand, from the corner to the right
   * @param from first row
   * @param to last row that is selected
   * @param across number of selected columns
   */
  List<CellPlan.Problem> paste(
      List<List<String>> cells, List<Integer> columns, int from, int to, int across) {
    boolean fill = cells.size() == 1 && cells.get(0).size() == 1;
    int high = fill ? to - from + 1 : cells.size();
    CellPlan plan = new CellPlan(rows.data());
    for (int i = 0; i < high; i++) {
      List<String> line = fill ? cells.get(0) : cells.get(i);
      int wide = fill ? across : line.size();
      if (from + i >= rows.size()) {
        plan.refuse(from + i + 1, "", "The table has no such row; add rows first");
        continue;
      }
      Element row = rows.get(from + i);
      for (int j = 0; j < wide; j++) {
        String text = fill ? line.get(0) : line.get(j);
        if (j >= columns.size()) {
          plan.refuse(from + i + 1, "", "No column is left for " + text);
        } else {
          TableColumn column = rows.kind().columns().get(columns.get(j));
          boolean same = text.strip().equals(column.textOf(row, rows.data()));
          if (!same) {
            plan.write(from + i + 1, row, column, text);
          }
        }
      }
    }
    return carryOut(plan, "Paste into " + rows.kind().nouns());
  }

  private List<CellPlan.Problem> carryOut(CellPlan plan, String label) {
    if (plan.problems().isEmpty()) {
      edit.run(label, plan::carryOut);
    }
    return plan.problems();
  }

  private String names(List<Integer> targets) {
    return targets.size() == 1
        ? ModelDescriptions.label(rows.get(targets.get(0)))
        : targets.size() + " " + rows.kind().nouns();
  }

  /** Rows in a set of ranges, in order. */
  static List<Integer> positions(Set<Range> ranges, int size) {
    return ranges.stream()
        .flatMap(
            range ->
                java.util.stream.IntStream.range(range.start, Math.min(range.end, size)).boxed())
        .sorted()
        .toList();
  }
}
