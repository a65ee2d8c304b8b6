package org.firebreak.ui.tables;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.painter.IOverlayPainter;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.core.table.TableRows;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;

/** Says why a table is empty, and what helps. */
final class EmptyNote implements IOverlayPainter {
  private final TableRows rows;
  private final NatTable table;

  EmptyNote(TableRows rows, NatTable table) {
    this.rows = rows;
    this.table = table;
  }

  @Override
  public void paintOverlay(GC gc, ILayer layer) {
    if (rows.size() > 0) {
      return;
    }
    String text =
        rows.total() > 0
            ? "No " + rows.kind().noun() + " fits the filter"
            : "The design has no " + rows.kind().nouns() + " yet: add one with the button above";
    gc.setFont(JFaceResources.getDefaultFont());
    gc.setForeground(Palette.color(Token.MUTED));
    Rectangle area = table.getClientArea();
    Point size = gc.textExtent(text);
    gc.drawText(text, (area.width - size.x) / 2, Math.max(90, area.height / 3), true);
  }
}
