package org.firebreak.diagram.canvas;

import java.util.Objects;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.LightweightSystem;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.figures.LegendFigure;
import org.firebreak.scene.Legend;
import org.firebreak.scene.Token;

/** The legend of an overlay in the lower left corner of a canvas, whatever the zoom. */
final class LegendControl {
  private static final int MARGIN = 12;

  private final FigureCanvas canvas;
  private final CanvasStyle style;
  private Canvas sheet;
  private LegendFigure figure;
  private Legend shown;

  LegendControl(FigureCanvas canvas, CanvasStyle style) {
    this.canvas = canvas;
    this.style = style;
    canvas.addListener(SWT.Resize, event -> place());
    canvas.addListener(SWT.Move, event -> place());
  }

  /**
   * Shows a legend.
   *
   * @param legend null for none
   */
  void show(Legend legend) {
    if (Objects.equals(legend, shown)) {
      return;
    }
    shown = legend;
    if (sheet == null && legend != null) {
      create();
    }
    if (sheet != null) {
      figure.show(legend);
      sheet.setVisible(legend != null);
      place();
    }
  }

  private void create() {
    sheet = new Canvas(canvas.getParent(), SWT.NO_FOCUS | SWT.DOUBLE_BUFFERED);
    GridDataFactory.fillDefaults().exclude(true).applyTo(sheet);
    figure = new LegendFigure(style);
    new LightweightSystem(sheet).setContents(figure);
    sheet.addListener(SWT.Paint, event -> sheet.setBackground(style.color(Token.CANVAS)));
    sheet
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = shown == null ? "" : String.join(". ", shown.lines());
              }
            });
    sheet.moveAbove(canvas);
  }

  private void place() {
    if (sheet == null || shown == null || canvas.isDisposed()) {
      return;
    }
    Dimension size = figure.getPreferredSize(-1, -1);
    Rectangle area = canvas.getBounds();
    int bar = canvas.getHorizontalBar() == null ? 0 : canvas.getHorizontalBar().getSize().y;
    sheet.setBounds(
        area.x + MARGIN,
        area.y + area.height - bar - size.height - MARGIN,
        size.width,
        size.height);
    sheet.redraw();
  }
}
