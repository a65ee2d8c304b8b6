package org.firebreak.ui.tables;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.selection.SelectionConfigAttributes;
import org.eclipse.nebula.widgets.nattable.style.BorderStyle;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.VerticalAlignmentEnum;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;
import org.firebreak.ui.theme.Themes;

/** The look of a grid in the window's colours; it follows the theme while the grid is there. */
public class GridStyle extends AbstractRegistryConfiguration {
  /** Cells of every second row. */
  public static final String ODD = "odd";

  static final String NUMBER = "number";
  static final String COMPUTED = "computed";
  static final String MARKED = "marked";

  /** Room beside a text, in pixels. */
  public static final int PADDING = 7;

  private static final int ROW_SPACE = 9;

  /** Gives a grid the look, now and after every change of the theme. */
  public static void follow(NatTable table, GridStyle style) {
    Runnable recolour =
        () -> {
          style.configureRegistry(table.getConfigRegistry());
          table.setBackground(Palette.color(Token.ROW));
          table.refresh(false);
        };
    table.setBackground(Palette.color(Token.ROW));
    Themes.addListener(recolour);
    table.addDisposeListener(event -> Themes.removeListener(recolour));
  }

  /** Height of a row of one line. */
  public static int rowHeight(Control control) {
    GC gc = new GC(control);
    gc.setFont(JFaceResources.getDefaultFont());
    int height = gc.getFontMetrics().getHeight() + ROW_SPACE;
    gc.dispose();
    return height;
  }

  /** A line of text on the cell's ground. */
  static ICellPainter text() {
    return padded(new TextPainter(false, false));
  }

  /** A painter with the room of a cell around it, on the cell's ground. */
  public static ICellPainter padded(ICellPainter painter) {
    return new BackgroundPainter(new PaddingDecorator(painter, 0, PADDING, 0, PADDING, false));
  }

  @Override
  public void configureRegistry(IConfigRegistry registry) {
    registry.registerConfigAttribute(
        CellConfigAttributes.GRID_LINE_COLOR, Palette.color(Token.ROW_BORDER));
    registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, text());
    registry.registerConfigAttribute(
        CellConfigAttributes.CELL_PAINTER, padded(new MarkPainter()), DisplayMode.NORMAL, MARKED);
    Font plain = JFaceResources.getDefaultFont();
    Style body = style(Token.ROW, Token.INK, plain);
    style(registry, body, DisplayMode.NORMAL, null);
    style(registry, style(Token.CARD, Token.INK, plain), DisplayMode.NORMAL, ODD);
    Style number = new Style();
    number.setAttributeValue(
        CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
    style(registry, number, DisplayMode.NORMAL, NUMBER);
    Style computed = new Style();
    computed.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, Palette.color(Token.MUTED));
    style(registry, computed, DisplayMode.NORMAL, COMPUTED);
    style(registry, style(Token.SELECTION, Token.INK, plain), DisplayMode.SELECT, null);
    style(
        registry,
        style(Token.SELECTION, Token.INK, plain),
        DisplayMode.SELECT,
        SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
    registry.registerConfigAttribute(
        SelectionConfigAttributes.SELECTION_GRID_LINE_STYLE,
        new BorderStyle(2, Palette.color(Token.ACCENT), BorderStyle.LineStyleEnum.SOLID),
        DisplayMode.SELECT,
        SelectionStyleLabels.SELECTION_ANCHOR_GRID_LINE_STYLE);
    registry.registerConfigAttribute(
        SelectionConfigAttributes.SELECTION_GRID_LINE_STYLE,
        new BorderStyle(1, Palette.color(Token.ACCENT), BorderStyle.LineStyleEnum.SOLID));
    heads(registry);
  }

  private static void heads(IConfigRegistry registry) {
    Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
    Font plain = JFaceResources.getDefaultFont();
    ICellPainter head = padded(new HeadPainter());
    for (String region :
        new String[] {GridRegion.COLUMN_HEADER, GridRegion.ROW_HEADER, GridRegion.CORNER}) {
      boolean column = region.equals(GridRegion.COLUMN_HEADER);
      registry.registerConfigAttribute(
          CellConfigAttributes.CELL_PAINTER, column ? head : text(), DisplayMode.NORMAL, region);
      Style normal =
          style(Token.ZONE_EXTERNAL, column ? Token.INK : Token.MUTED, column ? bold : plain);
      normal.setAttributeValue(
          CellStyleAttributes.HORIZONTAL_ALIGNMENT,
          column ? HorizontalAlignmentEnum.LEFT : HorizontalAlignmentEnum.RIGHT);
      style(registry, normal, DisplayMode.NORMAL, region);
      Style selected = style(Token.SELECTION, Token.INK, column ? bold : plain);
      selected.setAttributeValue(
          CellStyleAttributes.HORIZONTAL_ALIGNMENT,
          column ? HorizontalAlignmentEnum.LEFT : HorizontalAlignmentEnum.RIGHT);
      style(registry, selected, DisplayMode.SELECT, region);
      style(
          registry,
          selected,
          DisplayMode.SELECT,
          column
              ? SelectionStyleLabels.COLUMN_FULLY_SELECTED_STYLE
              : SelectionStyleLabels.ROW_FULLY_SELECTED_STYLE);
    }
    Style filter = style(Token.ROW, Token.INK, plain);
    filter.setAttributeValue(
        CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
    style(registry, filter, DisplayMode.NORMAL, GridRegion.FILTER_ROW);
    registry.registerConfigAttribute(
        CellConfigAttributes.CELL_PAINTER,
        padded(new FilterPainter()),
        DisplayMode.NORMAL,
        GridRegion.FILTER_ROW);
  }

  private static Style style(Token ground, Token text, Font font) {
    Style style = new Style();
    style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Palette.color(ground));
    Color ink = Palette.color(text);
    style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, ink);
    style.setAttributeValue(CellStyleAttributes.FONT, font);
    style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
    style.setAttributeValue(CellStyleAttributes.VERTICAL_ALIGNMENT, VerticalAlignmentEnum.MIDDLE);
    return style;
  }

  private static void style(IConfigRegistry registry, Style style, DisplayMode mode, String label) {
    if (label == null) {
      registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode);
    } else {
      registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode, label);
    }
  }
}
