package org.firebreak.ui.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.firebreak.core.table.CellPlan;
import org.firebreak.core.table.TabbedText;
import org.firebreak.core.table.TableRows;

/** Copies cells to spreadsheets, and pastes what comes from them. */
final class TableClipboard {
  private final TableRows rows;
  private final SelectionLayer selection;
  private final CellEdits edits;

  TableClipboard(TableRows rows, SelectionLayer selection, CellEdits edits) {
    this.rows = rows;
    this.selection = selection;
    this.edits = edits;
  }

  /** Copies the selected cells as they stand; the rectangle around them if they are scattered. */
  void copy(boolean heads) {
    List<Integer> lines = CellEdits.positions(selection.getSelectedRowPositions(), rows.size());
    int[] columns = selection.getSelectedColumnPositions();
    Arrays.sort(columns);
    if (lines.isEmpty() || columns.length == 0) {
      return;
    }
    List<List<String>> cells = new ArrayList<>();
    if (heads) {
      cells.add(
          Arrays.stream(columns)
              .mapToObj(each -> rows.kind().columns().get(index(each)).title())
              .toList());
    }
    for (int line : lines) {
      List<String> texts = new ArrayList<>(columns.length);
      for (int column : columns) {
        boolean wanted = selection.isCellPositionSelected(column, line);
        texts.add(wanted ? rows.text(index(column), line) : "");
      }
      cells.add(texts);
    }
    Clipboard clipboard = new Clipboard(Display.getCurrent());
    clipboard.setContents(
        new Object[] {TabbedText.write(cells)}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  /**
   * Pastes what is on the clipboard over the selection.
   *
   * @return what does not fit; nothing is changed then
   */
  List<CellPlan.Problem> paste() {
    Clipboard clipboard = new Clipboard(Display.getCurrent());
    Object text = clipboard.getContents(TextTransfer.getInstance());
    clipboard.dispose();
    List<Integer> lines = CellEdits.positions(selection.getSelectedRowPositions(), rows.size());
    int[] columns = selection.getSelectedColumnPositions();
    if (!(text instanceof String written) || lines.isEmpty() || columns.length == 0) {
      return List.of();
    }
    Arrays.sort(columns);
    List<Integer> targets = new ArrayList<>();
    for (int position = columns[0]; position < selection.getColumnCount(); position++) {
      targets.add(index(position));
    }
    return edits.paste(
        TabbedText.read(written),
        targets,
        lines.get(0),
        lines.get(lines.size() - 1),
        columns[columns.length - 1] - columns[0] + 1);
  }

  private int index(int position) {
    return selection.getColumnIndexByPosition(position);
  }
}
