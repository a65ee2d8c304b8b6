package org.firebreak.ui.matrix;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.core.matrix.Breadth;
import org.firebreak.core.matrix.MatrixCell;
import org.firebreak.scene.Token;
import org.firebreak.ui.tables.GridStyle;
import org.firebreak.ui.theme.Palette;

/** A cell: number of flows and breadth above, the services below; a dotted frame inside a zone. */
final class MatrixPainter extends AbstractCellPainter {
  private static final int LINE_SPACE = 3;

  @Override
  public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
    Object value = cell.getDataValue();
    if (value instanceof MatrixCell content) {
      ground(cell, gc, bounds, BreadthLook.ground(content.breadth()));
      if (cell.getColumnIndex() == cell.getRowIndex()) {
        diagonal(gc, bounds);
      }
      if (!content.flows().isEmpty()) {
        paint(content, gc, bounds);
      }
    } else {
      ground(cell, gc, bounds, Token.ZONE_EXTERNAL);
      total(gc, bounds, String.valueOf(value));
    }
  }

  private static void ground(ILayerCell cell, GC gc, Rectangle bounds, Token token) {
    boolean selected = DisplayMode.SELECT.equals(cell.getDisplayMode());
    gc.setBackground(Palette.color(selected ? Token.SELECTION : token));
    gc.fillRectangle(bounds);
  }

  private static void diagonal(GC gc, Rectangle bounds) {
    gc.setForeground(Palette.color(Token.CARD_BORDER));
    gc.setLineStyle(SWT.LINE_DOT);
    gc.drawRectangle(bounds.x + 2, bounds.y + 2, bounds.width - 6, bounds.height - 6);
    gc.setLineStyle(SWT.LINE_SOLID);
  }

  private static void paint(MatrixCell content, GC gc, Rectangle bounds) {
    int x = bounds.x + GridStyle.PADDING;
    int width = bounds.width - 2 * GridStyle.PADDING;
    gc.setFont(JFaceResources.getDefaultFont());
    int line = gc.getFontMetrics().getHeight();
    int y = bounds.y + (bounds.height - 2 * line - LINE_SPACE) / 2;
    gc.setForeground(Palette.color(Token.ACCENT));
    gc.drawText(fit(gc, count(content), width - BreadthLook.WIDTH - 4), x, y, true);
    BreadthLook.bars(
        gc, content.breadth(), x + width - BreadthLook.WIDTH, y + line / 2 + line / 4 + 1);
    gc.setForeground(Palette.color(Token.INK));
    gc.drawText(services(gc, content, width), x, y + line + LINE_SPACE, true);
  }

  private static void total(GC gc, Rectangle bounds, String text) {
    gc.setFont(JFaceResources.getDefaultFont());
    gc.setForeground(Palette.color(Token.MUTED));
    int x = bounds.x + bounds.width - GridStyle.PADDING - gc.textExtent(text).x;
    gc.drawText(text, x, bounds.y + (bounds.height - gc.getFontMetrics().getHeight()) / 2, true);
  }

  static String count(MatrixCell cell) {
    int flows = cell.flows().size();
    String text = flows == 1 ? "1 flow" : flows + " flows";
    return cell.proposed() == 0 ? text : text + ", " + cell.proposed() + " new";
  }

  /** As many services as there is room for, and how many more. */
  private static String services(GC gc, MatrixCell cell, int width) {
    if (cell.breadth() == Breadth.ANY) {
      return fit(gc, "any service", width);
    }
    int all = cell.services().size();
    for (int shown = all; shown > 1; shown--) {
      String text = String.join(", ", cell.services().subList(0, shown));
      String more = shown == all ? text : text + " +" + (all - shown);
      if (gc.textExtent(more).x <= width) {
        return more;
      }
    }
    if (all == 0) {
      return "";
    }
    String more = all == 1 ? "" : " +" + (all - 1);
    return fit(gc, cell.services().get(0), width - gc.textExtent(more).x) + more;
  }

  private static String fit(GC gc, String text, int width) {
    String fitting = text;
    while (fitting.length() > 1 && gc.textExtent(fitting).x > width) {
      fitting = fitting.substring(0, fitting.length() - 2) + "…";
    }
    return fitting;
  }

  @Override
  public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
    return cell.getBounds().width;
  }

  @Override
  public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
    return cell.getBounds().height;
  }
}
