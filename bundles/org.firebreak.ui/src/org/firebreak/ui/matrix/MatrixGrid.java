package org.firebreak.ui.matrix;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultCornerDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.CornerLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.RowHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.NoScalingDpiConverter;
import org.eclipse.nebula.widgets.nattable.layer.command.ConfigureScalingCommand;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.scene.Token;
import org.firebreak.ui.tables.GridStyle;
import org.firebreak.ui.theme.Palette;

/** The layers of the matrix: cells, selection, frozen heads. */
final class MatrixGrid {
  private static final int CELL_WIDTH = 140;
  private static final int HEAD_WIDTH = 150;

  private final DataLayer data;
  private final SelectionLayer selection;
  private final ViewportLayer viewport;
  private final NatTable table;

  MatrixGrid(Composite parent, MatrixData cells) {
    int line = GridStyle.rowHeight(parent);
    data = new DataLayer(cells, CELL_WIDTH, 2 * line);
    data.setRowsResizableByDefault(false);
    selection = new SelectionLayer(data);
    viewport = new ViewportLayer(selection);
    IDataProvider columnHeads = cells.heads(true);
    IDataProvider rowHeads = cells.heads(false);
    ColumnHeaderLayer columns =
        new ColumnHeaderLayer(
            new DataLayer(columnHeads, CELL_WIDTH, 2 * line - 4), viewport, selection);
    RowHeaderLayer rows =
        new RowHeaderLayer(new DataLayer(rowHeads, HEAD_WIDTH, 2 * line), viewport, selection);
    CornerLayer corner =
        new CornerLayer(
            new DataLayer(
                new DefaultCornerDataProvider(columnHeads, rowHeads) {
                  @Override
                  public Object getDataValue(int column, int row) {
                    return "from ↓   to →";
                  }
                }),
            rows,
            columns);
    GridLayer grid = new GridLayer(viewport, columns, rows, corner, false);
    table =
        new NatTable(
            parent,
            SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL,
            grid,
            false);
    table.addConfiguration(new DefaultNatTableStyleConfiguration());
    GridStyle style = new MatrixStyle();
    table.addConfiguration(style);
    table.configure();
    table.doCommand(new ConfigureScalingCommand(new NoScalingDpiConverter()));
    GridStyle.follow(table, style);
  }

  NatTable table() {
    return table;
  }

  DataLayer data() {
    return data;
  }

  SelectionLayer selection() {
    return selection;
  }

  ViewportLayer viewport() {
    return viewport;
  }

  /** Heads may take two lines. */
  private static final class MatrixStyle extends GridStyle {
    @Override
    public void configureRegistry(IConfigRegistry registry) {
      super.configureRegistry(registry);
      registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new MatrixPainter());
      for (String region :
          new String[] {GridRegion.COLUMN_HEADER, GridRegion.ROW_HEADER, GridRegion.CORNER}) {
        registry.registerConfigAttribute(
            CellConfigAttributes.CELL_PAINTER,
            padded(new TextPainter(true, false)),
            DisplayMode.NORMAL,
            region);
      }
      rowHeads(registry);
    }

    /** Rows and columns are of the same kind, so their heads look the same. */
    private static void rowHeads(IConfigRegistry registry) {
      Style bold = new Style();
      bold.setAttributeValue(
          CellStyleAttributes.FONT,
          JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
      bold.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, Palette.color(Token.INK));
      bold.setAttributeValue(
          CellStyleAttributes.BACKGROUND_COLOR, Palette.color(Token.ZONE_EXTERNAL));
      bold.setAttributeValue(
          CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
      registry.registerConfigAttribute(
          CellConfigAttributes.CELL_STYLE, bold, DisplayMode.NORMAL, GridRegion.ROW_HEADER);
    }
  }
}
