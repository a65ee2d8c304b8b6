package org.firebreak.ui.tables;

import java.util.List;
import java.util.function.Function;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.painter.IOverlayPainter;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.core.table.TableRows;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.model.Element;
import org.firebreak.ui.images.Images;

/** The worst warning or error of every visible row, before its number. */
final class RowMarks implements IOverlayPainter {
  private static final int LEFT = 4;

  private final TableRows rows;
  private final NatTable table;
  private final Function<Element, List<Finding>> findings;

  /**
   * @param findings what was found at an element, the worst first
   */
  RowMarks(TableRows rows, NatTable table, Function<Element, List<Finding>> findings) {
    this.rows = rows;
    this.table = table;
    this.findings = findings;
  }

  @Override
  public void paintOverlay(GC gc, ILayer layer) {
    for (int position = 2; position < table.getRowCount(); position++) {
      int row = table.getRowIndexByPosition(position);
      Rectangle head = table.getBoundsByPosition(0, position);
      if (row < 0 || row >= rows.size() || head == null) {
        continue;
      }
      List<Finding> found = findings.apply(rows.get(row));
      if (!found.isEmpty() && found.get(0).severity() != FindingSeverity.INFO) {
        Image icon = Images.get(found.get(0).severity().label());
        gc.drawImage(icon, head.x + LEFT, head.y + (head.height - icon.getBounds().height) / 2);
      }
    }
  }
}
