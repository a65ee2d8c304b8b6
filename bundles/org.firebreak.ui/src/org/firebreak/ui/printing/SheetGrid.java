package org.firebreak.ui.printing;

import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.report.diagram.PagePlan;

/** Where sheets of paper lie on a table: one in the middle, or all as they belong together. */
final class SheetGrid {
  private static final int BORDER = 18;
  private static final int GAP = 10;

  private final Rectangle room;
  private final int columns;
  private final int rows;
  private final int width;
  private final int height;
  private final double scale;

  SheetGrid(Rectangle room, PagePlan plan, boolean all) {
    this.room = room;
    columns = all ? plan.columns() : 1;
    rows = all ? plan.rows() : 1;
    double byWidth = (room.width - 2.0 * BORDER - (columns - 1) * GAP) / columns / plan.width();
    double byHeight = (room.height - 2.0 * BORDER - (rows - 1) * GAP) / rows / plan.height();
    scale = Math.max(0.01, Math.min(byWidth, byHeight));
    width = (int) Math.max(1, plan.width() * scale);
    height = (int) Math.max(1, plan.height() * scale);
  }

  /** Points on the screen for one of the paper. */
  double scale() {
    return scale;
  }

  /** Bounds of a sheet, row by row. */
  Rectangle sheet(int index) {
    int left = (room.width - columns * width - (columns - 1) * GAP) / 2;
    int top = (room.height - rows * height - (rows - 1) * GAP) / 2;
    return new Rectangle(
        left + index % columns * (width + GAP),
        top + index / columns * (height + GAP),
        width,
        height);
  }
}
