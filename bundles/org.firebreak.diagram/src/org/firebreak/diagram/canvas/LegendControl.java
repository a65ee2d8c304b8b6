package org.firebreak.diagram.canvas;

import java.util.Objects;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.LightweightSystem;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.figures.LegendFigure;
import org.firebreak.scene.Legend;
import org.firebreak.scene.Token;

/**
 * The legend of an overlay: a strip below a canvas, which hides nothing of the diagram. What it
 * offers stands behind its last remark.
 */
final class LegendControl {
  private final Composite frame;
  private final CanvasStyle style;
  private Canvas strip;
  private Link offer;
  private LegendAction action;
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
   * @param offered null for nothing
   */
  void show(Legend legend, LegendAction offered) {
    boolean offersTheSame = Objects.equals(label(offered), label(action));
    action = offered;
    if (Objects.equals(legend, shown) && offersTheSame) {
      return;
    }
    shown = legend;
    if (strip == null && legend != null) {
      create();
    }
    if (strip != null) {
      figure.show(legend);
      strip.setVisible(legend != null);
      offer.setVisible(offered != null);
      offer.setText(offered == null ? "" : "<a>" + label(offered) + "</a>");
      layOut();
    }
  }

  private static String label(LegendAction action) {
    return action == null ? null : action.label();
  }

  private void create() {
    strip = new Canvas(frame, SWT.NO_FOCUS | SWT.DOUBLE_BUFFERED);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(strip);
    figure = new LegendFigure(style);
    new LightweightSystem(strip).setContents(figure);
    offer = new Link(strip, SWT.NONE);
    offer.addListener(SWT.Selection, event -> action.run().run());
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
      offer.setBackground(style.color(Token.CARD));
      strip.redraw();
    }
  }

  /** Puts the offer behind the last remark; answers the height of its own line, if it needs one. */
  private int place(org.eclipse.swt.graphics.Point size, Point end, int width) {
    boolean fits = end.x + size.x + Legend.PADDING <= width;
    int x = fits ? end.x : Math.max(0, width - size.x - Legend.PADDING);
    int y = fits ? end.y : end.y + Legend.STEP;
    offer.setBounds(x, y - size.y / 2, size.x, size.y);
    return fits ? 0 : Legend.STEP;
  }

  private void layOut() {
    if (strip == null || strip.isDisposed()) {
      return;
    }
    GridData data = (GridData) strip.getLayoutData();
    int width = frame.getClientArea().width;
    int height = figure.height(width);
    if (shown != null && action != null) {
      height += place(offer.computeSize(SWT.DEFAULT, SWT.DEFAULT), figure.end(width), width);
    }
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
