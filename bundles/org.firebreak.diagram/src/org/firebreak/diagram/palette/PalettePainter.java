package org.firebreak.diagram.palette;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.scene.Token;

/** Draws the palette. */
final class PalettePainter {
  private static final int INSET = 8;
  private static final int ICON = 16;

  private final ToolPalette palette;
  private final CanvasStyle style;
  private final PaletteIcons icons;

  PalettePainter(ToolPalette palette, CanvasStyle style) {
    this.palette = palette;
    this.style = style;
    this.icons = new PaletteIcons(palette);
  }

  void paint(GC gc, boolean chevronHot) {
    Rectangle area = palette.getClientArea();
    gc.setAntialias(SWT.ON);
    gc.setBackground(style.color(Token.CANVAS));
    gc.fillRectangle(area);
    gc.setForeground(style.color(Token.ROW_BORDER));
    int edge = palette.isLeft() ? area.width - 1 : 0;
    gc.drawLine(edge, 0, edge, area.height);
    chevron(gc, chevronHot);
    if (palette.isCollapsed()) {
      return;
    }
    List<PaletteTool> tools = palette.tools();
    for (int i = 0; i < tools.size(); i++) {
      row(gc, i);
      if (i > 0 && tools.get(i).group() != tools.get(i - 1).group()) {
        gc.setForeground(style.color(Token.ROW_BORDER));
        int y = palette.row(i).y - ToolPalette.GAP / 2 - 1;
        gc.drawLine(12, y, area.width - 12, y);
      }
    }
  }

  private void chevron(GC gc, boolean hot) {
    Rectangle at = palette.chevron();
    if (hot) {
      hover(gc, at);
    }
    boolean right = palette.isLeft() == palette.isCollapsed();
    int x = at.x + at.width / 2;
    int y = at.y + at.height / 2;
    int tip = right ? 2 : -2;
    gc.setForeground(style.color(Token.MUTED));
    gc.setLineWidth(2);
    gc.drawPolyline(new int[] {x - tip, y - 4, x + tip, y, x - tip, y + 4});
    gc.setLineWidth(1);
  }

  private void row(GC gc, int number) {
    Rectangle row = palette.row(number);
    PaletteTool tool = palette.tools().get(number);
    if (number == palette.active()) {
      gc.setBackground(style.color(Token.SELECTION));
      gc.fillRoundRectangle(row.x, row.y, row.width, row.height, 8, 8);
      gc.setForeground(style.color(Token.ACCENT));
      gc.drawRoundRectangle(row.x, row.y, row.width - 1, row.height - 1, 8, 8);
    } else if (number == palette.hot()) {
      hover(gc, row);
    }
    if (palette.isFocusControl() && number == palette.focused()) {
      gc.setForeground(style.color(Token.ACCENT));
      gc.setLineStyle(SWT.LINE_DOT);
      gc.drawRoundRectangle(row.x + 2, row.y + 2, row.width - 5, row.height - 5, 6, 6);
      gc.setLineStyle(SWT.LINE_SOLID);
    }
    gc.drawImage(icons.get(tool.icon()), row.x + INSET, row.y + (row.height - ICON) / 2);
    if (palette.isNarrow()) {
      return;
    }
    int text = row.y + (row.height - gc.getFontMetrics().getHeight()) / 2;
    gc.setForeground(style.color(tool.tool() == null ? Token.MUTED : Token.INK));
    gc.drawText(tool.label(), row.x + INSET + ICON + INSET, text, SWT.DRAW_TRANSPARENT);
    if (tool.key() != 0) {
      String key = String.valueOf(tool.key());
      gc.setForeground(style.color(Token.MUTED));
      int x = row.x + row.width - INSET - gc.textExtent(key).x;
      gc.drawText(key, x, text, SWT.DRAW_TRANSPARENT);
    }
  }

  private void hover(GC gc, Rectangle at) {
    gc.setBackground(style.color(Token.ROW_BORDER));
    gc.setAlpha(130);
    gc.fillRoundRectangle(at.x, at.y, at.width, at.height, 8, 8);
    gc.setAlpha(255);
  }
}
