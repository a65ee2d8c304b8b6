package org.firebreak.diagram.canvas;

import java.util.Objects;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.LightweightSystem;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.figures.LegendFigure;
import org.firebreak.scene.Legend;

/** The legend of an overlay: a strip below a canvas, which hides nothing of the diagram. */
final class LegendControl {
  private final Composite frame;
  private final CanvasStyle style;
  private Canvas strip;
  private LegendFigure figure;
  private Legend shown;

  LegendControl(FigureCanvas canvas, CanvasStyle style) {
    this.frame = canvas.getParent();
    this.style = style;
    canvas.addListener(SWT.Resize, event -> layOut());
    canvas.addListener(SWT.Paint, event -> followTheme());
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
    if (strip == null && legend != null) {
      create();
    }
    if (strip != null) {
      figure.show(legend);
      strip.setVisible(legend != null);
      layOut();
    }
  }

  private void create() {
    strip = new Canvas(frame, SWT.NO_FOCUS | SWT.DOUBLE_BUFFERED);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(strip);
    figure = new LegendFigure(style);
    new LightweightSystem(strip).setContents(figure);
    strip
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = shown == null ? "" : String.join(". ", shown.lines());
              }
            });
  }

  /** The canvas repaints as a whole when its theme changes. */
  private void followTheme() {
    if (strip != null && strip.getData() != style.theme()) {
      strip.setData(style.theme());
      strip.redraw();
    }
  }

  private void layOut() {
    if (strip == null || strip.isDisposed()) {
      return;
    }
    GridData data = (GridData) strip.getLayoutData();
    int height = figure.height(frame.getClientArea().width);
    int columns = ((GridLayout) frame.getLayout()).numColumns;
    if (data.exclude != (shown == null)
        || data.heightHint != height
        || data.horizontalSpan != columns) {
      data.exclude = shown == null;
      data.heightHint = height;
      data.horizontalSpan = columns;
      frame.layout(true);
    }
    strip.redraw();
  }
}
