package org.firebreak.ui.tables;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;

/** A field of the filter row: its text, or a funnel while there is none. */
final class FilterPainter extends TextPainter {
  FilterPainter() {
    super(false, false);
  }

  @Override
  public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry configRegistry) {
    Object value = cell.getDataValue();
    if (value != null && !value.toString().isEmpty()) {
      super.paintCell(cell, gc, bounds, configRegistry);
      return;
    }
    int x = bounds.x;
    int y = bounds.y + bounds.height / 2 - 4;
    gc.setAntialias(SWT.ON);
    gc.setForeground(Palette.color(Token.RETIRED));
    gc.drawPolygon(
        new int[] {x, y, x + 8, y, x + 5, y + 4, x + 5, y + 8, x + 3, y + 7, x + 3, y + 4});
  }
}
