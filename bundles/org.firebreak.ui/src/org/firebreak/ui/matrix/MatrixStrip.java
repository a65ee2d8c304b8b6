package org.firebreak.ui.matrix;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.firebreak.core.matrix.Breadth;
import org.firebreak.core.matrix.MatrixKind;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;
import org.firebreak.ui.theme.Style;

/** Above the matrix: zones or groups, and what the colours mean. */
final class MatrixStrip {
  private static final int GAP = 8;
  private static final int LEGEND_GAP = 16;

  private final Composite strip;
  private final Button zones;
  private final Button groups;

  MatrixStrip(Composite parent, Consumer<MatrixKind> chosen) {
    strip = Style.STRIP.on(new Composite(parent, SWT.NONE));
    GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 5).spacing(6, 0).applyTo(strip);
    zones = button("Zones", MatrixKind.ZONES, chosen);
    groups = button("Groups", MatrixKind.GROUPS, chosen);
    zones.setSelection(true);
    Label hint = Style.MUTED.on(new Label(strip, SWT.NONE));
    hint.setText("Enter: flows · F2: edit");
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).applyTo(hint);
    Canvas legend = Style.STRIP.on(new Canvas(strip, SWT.DOUBLE_BUFFERED));
    legend.addListener(SWT.Paint, event -> paintLegend(legend, event.gc));
    GridDataFactory.fillDefaults()
        .align(SWT.END, SWT.CENTER)
        .grab(true, false)
        .hint(legendWidth(legend), 20)
        .applyTo(legend);
  }

  Composite control() {
    return strip;
  }

  private Button button(String text, MatrixKind kind, Consumer<MatrixKind> chosen) {
    Button button = new Button(strip, SWT.TOGGLE);
    button.setText(text);
    button.addListener(
        SWT.Selection,
        event -> {
          zones.setSelection(button == zones);
          groups.setSelection(button == groups);
          chosen.accept(kind);
        });
    return button;
  }

  private static int legendWidth(Canvas legend) {
    GC gc = new GC(legend);
    gc.setFont(JFaceResources.getDefaultFont());
    int width = 0;
    for (Breadth breadth : Breadth.values()) {
      width += breadth == Breadth.NONE ? 0 : entry(gc, breadth);
    }
    gc.dispose();
    return width;
  }

  private static int entry(GC gc, Breadth breadth) {
    return BreadthLook.WIDTH + GAP + gc.textExtent(breadth.words()).x + LEGEND_GAP;
  }

  private static void paintLegend(Canvas legend, GC gc) {
    gc.setFont(JFaceResources.getDefaultFont());
    int height = legend.getClientArea().height;
    int line = gc.getFontMetrics().getHeight();
    int x = 0;
    for (Breadth breadth : Breadth.values()) {
      if (breadth != Breadth.NONE) {
        BreadthLook.bars(gc, breadth, x, (height + line) / 2 - 3);
        gc.setForeground(Palette.color(Token.MUTED));
        gc.drawText(breadth.words(), x + BreadthLook.WIDTH + GAP, (height - line) / 2, true);
        x += entry(gc, breadth);
      }
    }
  }
}
