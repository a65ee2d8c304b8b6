package org.firebreak.diagram.canvas;

import java.beans.PropertyChangeListener;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.RangeModel;
import org.eclipse.draw2d.Viewport;
import org.eclipse.gef.editparts.ZoomListener;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.scene.Token;

/**
 * A ruler above or beside a canvas, in px of the diagram. It follows scrolling and zoom, and marks
 * where the pointer is.
 */
final class Ruler extends Canvas {
  /** Height of the upper ruler, width of the other one, px. */
  static final int THICKNESS = 20;

  private static final int LONG = 9;
  private static final int SHORT = 5;
  private static final int PARTS = 10;
  private static final int SMALL = 7;

  private final FigureCanvas canvas;
  private final CanvasStyle style;
  private final boolean across;
  private final PropertyChangeListener scrolling = event -> redraw();
  private final ZoomListener zooming = zoom -> redraw();
  private int pointer = -1;

  /**
   * @param across whether it lies above the canvas
   */
  Ruler(Composite parent, FigureCanvas canvas, CanvasStyle style, Zoom zoom, boolean across) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
    this.canvas = canvas;
    this.style = style;
    this.across = across;
    LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), this);
    setFont(fonts.create(FontDescriptor.createFrom(getFont()).setHeight(SMALL)));
    addListener(SWT.Paint, event -> paint(event.gc));
    RangeModel range = range();
    range.addPropertyChangeListener(scrolling);
    zoom.manager().addZoomListener(zooming);
    canvas.addListener(SWT.MouseMove, this::point);
    canvas.addListener(SWT.MouseExit, event -> mark(-1));
    addListener(
        SWT.Dispose,
        event -> {
          range.removePropertyChangeListener(scrolling);
          zoom.manager().removeZoomListener(zooming);
        });
  }

  /** Place on the diagram that lies under a place on the ruler. */
  double diagramAt(int place) {
    return (start() + place) / style.zoom();
  }

  private RangeModel range() {
    Viewport viewport = canvas.getViewport();
    return across ? viewport.getHorizontalRangeModel() : viewport.getVerticalRangeModel();
  }

  private int start() {
    return range().getValue();
  }

  private void point(Event event) {
    mark(across ? event.x : event.y);
  }

  private void mark(int place) {
    if (place != pointer && !isDisposed()) {
      redrawAt(pointer);
      pointer = place;
      redrawAt(pointer);
    }
  }

  private void redrawAt(int place) {
    if (across) {
      redraw(place - 1, 0, 3, THICKNESS, false);
    } else {
      redraw(0, place - 1, THICKNESS, 3, false);
    }
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    gc.setBackground(style.color(Token.CARD));
    gc.fillRectangle(area);
    gc.setForeground(style.color(Token.CARD_BORDER));
    line(
        gc,
        across ? 0 : THICKNESS - 1,
        across ? THICKNESS - 1 : 0,
        across ? area.width : area.height);
    int length = across ? area.width : area.height;
    int step = Ticks.step(style.zoom());
    double part = step * style.zoom() / PARTS;
    gc.setFont(getFont());
    gc.setForeground(style.color(Token.MUTED));
    int first = (int) Math.floor(start() / (step * style.zoom()));
    for (int n = first; n * step * style.zoom() - start() < length; n++) {
      double at = n * step * style.zoom() - start();
      for (int i = 0; i < PARTS; i++) {
        tick(gc, (int) Math.round(at + i * part), tall(i));
      }
      label(gc, String.valueOf(n * step), (int) Math.round(at));
    }
    if (pointer >= 0) {
      gc.setForeground(style.color(Token.ACCENT));
      tick(gc, pointer, THICKNESS);
    }
  }

  private static int tall(int part) {
    if (part == 0) {
      return THICKNESS;
    }
    return part == PARTS / 2 ? LONG : SHORT;
  }

  private void line(GC gc, int x, int y, int length) {
    gc.drawLine(x, y, across ? x + length : x, across ? y : y + length);
  }

  private void tick(GC gc, int at, int length) {
    if (across) {
      gc.drawLine(at, THICKNESS - length, at, THICKNESS - 2);
    } else {
      gc.drawLine(THICKNESS - length, at, THICKNESS - 2, at);
    }
  }

  /** Beside the ruler's long tick; turned upwards beside the canvas. */
  private void label(GC gc, String text, int at) {
    if (across) {
      gc.drawText(text, at + 3, 0, true);
      return;
    }
    Point size = gc.textExtent(text);
    Transform turn = new Transform(gc.getDevice());
    turn.translate(0, at + size.x + 3);
    turn.rotate(-90);
    gc.setTransform(turn);
    gc.drawText(text, 0, 0, true);
    gc.setTransform(null);
    turn.dispose();
  }
}
