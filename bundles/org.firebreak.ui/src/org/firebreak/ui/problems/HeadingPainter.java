package org.firebreak.ui.problems;

import java.util.function.IntFunction;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.scene.Token;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Palette;

/** Draws headings across all columns, each cell its part of the words. */
final class HeadingPainter {
  private static final int ARROW = 8;
  private static final int IMAGE = 30;
  private static final int TEXT = 52;
  private static final int GAP = 8;

  private final Table table;
  private final IntFunction<ProblemRow> rows;

  private HeadingPainter(Table table, IntFunction<ProblemRow> rows) {
    this.table = table;
    this.rows = rows;
  }

  static void install(Table table, IntFunction<ProblemRow> rows) {
    HeadingPainter painter = new HeadingPainter(table, rows);
    table.addListener(SWT.EraseItem, painter::erase);
    table.addListener(SWT.PaintItem, painter::paint);
  }

  /** What a heading says, for those who read the screen. */
  static String text(ProblemRow.Heading heading) {
    return heading.title() + "  " + heading.count();
  }

  private ProblemRow.Heading heading(Event event) {
    return rows.apply(table.indexOf((TableItem) event.item)) instanceof ProblemRow.Heading heading
        ? heading
        : null;
  }

  private void erase(Event event) {
    if (heading(event) != null) {
      event.detail &= ~SWT.FOREGROUND;
    }
  }

  /** Where rows are painted by hand, the platform leaves the picture of a selected one out. */
  private static void restoreImage(Event event) {
    TableItem item = (TableItem) event.item;
    Image image = item.getImage(event.index);
    if (image != null && (event.detail & SWT.SELECTED) != 0) {
      Rectangle at = item.getImageBounds(event.index);
      event.gc.drawImage(image, at.x, at.y + (at.height - image.getBounds().height) / 2);
    }
  }

  private void paint(Event event) {
    ProblemRow.Heading heading = heading(event);
    if (heading == null) {
      restoreImage(event);
      return;
    }
    boolean selected = (event.detail & SWT.SELECTED) != 0;
    GC gc = event.gc;
    Rectangle first = ((TableItem) event.item).getBounds(0);
    int left = first.x;
    int middle = first.y + first.height / 2;
    gc.setAntialias(SWT.ON);
    gc.setForeground(Palette.color(Token.MUTED));
    gc.setLineWidth(2);
    int x = left + ARROW;
    gc.drawPolyline(
        heading.collapsed()
            ? new int[] {x + 2, middle - 4, x + 6, middle, x + 2, middle + 4}
            : new int[] {x, middle - 2, x + 4, middle + 2, x + 8, middle - 2});
    gc.drawImage(Images.get(heading.worst().label()), left + IMAGE, middle - 8);
    gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    Color onSelection = table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
    gc.setForeground(selected ? onSelection : Palette.color(Token.INK));
    int top = middle - gc.getFontMetrics().getHeight() / 2;
    gc.drawText(heading.title(), left + TEXT, top, true);
    int end = left + TEXT + gc.textExtent(heading.title()).x + GAP;
    gc.setFont(table.getFont());
    gc.setForeground(selected ? onSelection : Palette.color(Token.MUTED));
    gc.drawText(String.format(java.util.Locale.ROOT, "%,d", heading.count()), end, top, true);
  }
}
