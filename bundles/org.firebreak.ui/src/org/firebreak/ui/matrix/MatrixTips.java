package org.firebreak.ui.matrix;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.swt.widgets.Event;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.matrix.MatrixCell;
import org.firebreak.core.table.ServicesText;
import org.firebreak.model.Flow;

/** The whole list of flows and services over a cell. */
final class MatrixTips extends NatTableContentTooltip {
  private static final int MOST = 20;

  private final NatTable table;
  private final MatrixData data;

  MatrixTips(NatTable table, MatrixData data) {
    super(table, GridRegion.BODY, GridRegion.COLUMN_HEADER, GridRegion.ROW_HEADER);
    this.table = table;
    this.data = data;
  }

  @Override
  protected String getText(Event event) {
    ILayerCell cell =
        table.getCellByPosition(
            table.getColumnPositionByX(event.x), table.getRowPositionByY(event.y));
    if (cell == null || !(cell.getDataValue() instanceof MatrixCell content)) {
      return super.getText(event);
    }
    StringBuilder text =
        new StringBuilder(data.head(cell.getRowIndex(), false))
            .append(" → ")
            .append(data.head(cell.getColumnIndex(), true))
            .append(": ")
            .append(content.breadth().words());
    content.flows().stream().limit(MOST).forEach(flow -> text.append('\n').append(line(flow)));
    int left = content.flows().size() - MOST;
    return left > 0 ? text.append("\n… and ").append(left).append(" more").toString() : text + "";
  }

  private static String line(Flow flow) {
    return ModelDescriptions.label(flow)
        + ": "
        + ModelDescriptions.detail(flow)
        + " ("
        + ServicesText.ports(flow.getServices())
        + "), "
        + ModelDescriptions.text(flow.getState()).toLowerCase(java.util.Locale.ROOT);
  }
}
