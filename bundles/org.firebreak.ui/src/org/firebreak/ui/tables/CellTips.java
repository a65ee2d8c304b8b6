package org.firebreak.ui.tables;

import java.util.List;
import java.util.function.Function;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.swt.widgets.Event;
import org.firebreak.core.table.TableColumn;
import org.firebreak.core.table.TableRows;
import org.firebreak.core.validation.Finding;
import org.firebreak.model.Element;
import org.firebreak.ui.findings.FindingWords;

/** Tips: what a column is over its head, the whole text over a cell that is cut off. */
final class CellTips extends NatTableContentTooltip {
  private static final String FILTER =
      "Rows whose cell contains the text; =text for the whole cell, = for an empty one, !text for"
          + " cells without it";

  private final TableGrid grid;
  private final TableRows rows;
  private final Function<Element, List<Finding>> findings;

  /**
   * @param findings what was found at an element
   */
  CellTips(TableGrid grid, TableRows rows, Function<Element, List<Finding>> findings) {
    super(
        grid.table(),
        GridRegion.BODY,
        GridRegion.COLUMN_HEADER,
        GridRegion.FILTER_ROW,
        GridRegion.ROW_HEADER);
    this.grid = grid;
    this.rows = rows;
    this.findings = findings;
  }

  @Override
  protected String getText(Event event) {
    int column = grid.table().getColumnPositionByX(event.x);
    int index = column < 0 ? -1 : grid.table().getColumnIndexByPosition(column);
    var region = grid.table().getRegionLabelsByXY(event.x, event.y);
    if (region != null && region.hasLabel(GridRegion.ROW_HEADER)) {
      return found(event.y);
    }
    if (region == null || index < 0 || index >= rows.kind().columns().size()) {
      return null;
    }
    if (region.hasLabel(GridRegion.FILTER_ROW)) {
      return FILTER;
    }
    if (region.hasLabel(GridRegion.COLUMN_HEADER)) {
      TableColumn definition = rows.kind().columns().get(index);
      return definition.isEditable() ? definition.help() : definition.help() + " Computed.";
    }
    if (rows.kind().columns().get(index).id().equals("finding")) {
      return found(event.y);
    }
    return super.getText(event);
  }

  /** What was found at the element of a row; {@code null} for nothing. */
  private String found(int y) {
    int row = grid.table().getRowIndexByPosition(grid.table().getRowPositionByY(y));
    List<String> lines =
        row < 0 || row >= rows.size()
            ? List.of()
            : FindingWords.lines(findings.apply(rows.get(row)));
    return lines.isEmpty() ? null : String.join("\n", lines);
  }
}
