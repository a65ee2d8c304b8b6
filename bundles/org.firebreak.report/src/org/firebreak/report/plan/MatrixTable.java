package org.firebreak.report.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.matrix.FlowMatrix;
import org.firebreak.core.matrix.MatrixCell;
import org.firebreak.core.matrix.MatrixKind;
import org.firebreak.model.Design;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/** The zone matrix: which services zones may open to each other. */
final class MatrixTable {
  private static final int MOST = 14;
  private static final int MOST_NAMED = 3;

  private MatrixTable() {}

  /** The matrix of the zones with flows; empty if there are none, or too many for a page. */
  static Optional<Table> of(Design design, LocalDate day) {
    FlowMatrix matrix = FlowMatrix.of(MatrixKind.ZONES, design, day);
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    for (int head = 0; head < matrix.size(); head++) {
      if (matrix.flowsOut(head) > 0) {
        from.add(head);
      }
      if (matrix.flowsIn(head) > 0) {
        to.add(head);
      }
    }
    if (from.isEmpty() || to.isEmpty() || from.size() > 5 * MOST || to.size() > MOST) {
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("from", "From \\ to"));
    for (int column : to) {
      columns.add(Column.text("to" + (column + 1), matrix.label(column)));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int row : from) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(matrix.label(row)));
      for (int column : to) {
        cells.add(cell(matrix.cell(row, column)));
      }
      rows.add(cells);
    }
    return Optional.of(
        new Table(
            "zone-matrix",
            "Zone matrix: services that may be opened from the row to the column",
            columns,
            rows,
            "An empty cell (–) is denied and logged, but for servers of one group."));
  }

  private static Cell cell(MatrixCell cell) {
    if (cell.services().isEmpty()) {
      return Cell.text("–", Tone.MUTED);
    }
    List<String> named = cell.services().subList(0, Math.min(MOST_NAMED, cell.services().size()));
    int more = cell.services().size() - named.size();
    String text = String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    Tone tone =
        switch (cell.breadth()) {
          case ANY, WIDE -> Tone.WARNING;
          default -> Tone.PLAIN;
        };
    List<String> notes = new ArrayList<>();
    if (tone == Tone.WARNING) {
      notes.add(cell.breadth().words());
    }
    if (cell.proposed() > 0) {
      notes.add(cell.proposed() + " proposed");
    }
    return Cell.text(text, tone).with(notes);
  }
}
