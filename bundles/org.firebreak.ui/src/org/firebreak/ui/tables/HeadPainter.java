package org.firebreak.ui.tables;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.sort.config.DefaultSortConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;

/** The head of a column, with an arrow if the rows are ordered by it. */
final class HeadPainter extends TextPainter {
  private static final int ARROW = 4;
  private static final int ROOM = 14;

  HeadPainter() {
    super(false, false);
  }

  @Override
  public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry configRegistry) {
    boolean up = cell.getConfigLabels().hasLabel(DefaultSortConfiguration.SORT_UP_CONFIG_TYPE);
    boolean down = cell.getConfigLabels().hasLabel(DefaultSortConfiguration.SORT_DOWN_CONFIG_TYPE);
    if (!up && !down) {
      super.paintCell(cell, gc, bounds, configRegistry);
      return;
    }
    Rectangle text = new Rectangle(bounds.x, bounds.y, bounds.width - ROOM, bounds.height);
    super.paintCell(cell, gc, text, configRegistry);
    int x = bounds.x + bounds.width - ARROW;
    int y = bounds.y + bounds.height / 2;
    int tip = up ? y - ARROW / 2 : y + ARROW / 2 + 1;
    int base = up ? y + ARROW / 2 : y - ARROW / 2 + 1;
    gc.setAntialias(SWT.ON);
    gc.setBackground(Palette.color(Token.ACCENT));
    gc.fillPolygon(new int[] {x - ARROW, base, x + ARROW, base, x, tip});
  }
}
