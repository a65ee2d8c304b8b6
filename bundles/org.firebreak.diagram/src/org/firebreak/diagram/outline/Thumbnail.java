package org.firebreak.diagram.outline;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.figures.CanvasViewport;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;

/**
 * The whole diagram in small, with a frame around what the canvas shows; the frame follows the
 * mouse. It is drawn anew a moment after the last of several changes.
 */
final class Thumbnail extends Canvas {
  private static final int DELAY = 300;
  private static final int MARGIN = 10;

  private final DiagramCanvas canvas;
  private final CanvasViewport viewport;
  private final LiveScene.Listener changes = delta -> drawSoon();
  private final java.beans.PropertyChangeListener scrolling = event -> redraw();
  private Image picture;
  private Theme drawnTheme;
  private double scale = 1;
  private int left;
  private int top;
  private boolean drawing;
  private Runnable drawn = () -> {};

  Thumbnail(Composite parent, DiagramCanvas canvas) {
    super(parent, SWT.DOUBLE_BUFFERED);
    this.canvas = canvas;
    this.viewport = (CanvasViewport) canvas.control().getViewport();
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Resize, event -> forget());
    addListener(SWT.MouseDown, this::look);
    addListener(
        SWT.MouseMove,
        event -> {
          if ((event.stateMask & SWT.BUTTON1) != 0) {
            look(event);
          }
        });
    addListener(SWT.Dispose, event -> end());
    canvas.live().addListener(changes);
    viewport.getHorizontalRangeModel().addPropertyChangeListener(scrolling);
    viewport.getVerticalRangeModel().addPropertyChangeListener(scrolling);
  }

  private void end() {
    canvas.live().removeListener(changes);
    viewport.getHorizontalRangeModel().removePropertyChangeListener(scrolling);
    viewport.getVerticalRangeModel().removePropertyChangeListener(scrolling);
    forget();
  }

  private void drawSoon() {
    if (!drawing) {
      drawing = true;
      getDisplay()
          .timerExec(
              DELAY,
              () -> {
                drawing = false;
                if (!isDisposed()) {
                  forget();
                  redraw();
                }
              });
    }
  }

  private void forget() {
    if (picture != null) {
      picture.dispose();
      picture = null;
    }
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    CanvasStyle style = canvas.style();
    if (picture == null || drawnTheme != style.theme()) {
      forget();
      draw(area);
    }
    gc.drawImage(picture, 0, 0);
    Rectangle frame = frame();
    gc.setAntialias(SWT.ON);
    gc.setBackground(style.color(Token.ACCENT));
    gc.setAlpha(20);
    gc.fillRoundRectangle(frame.x, frame.y, frame.width, frame.height, 4, 4);
    gc.setAlpha(255);
    gc.setForeground(style.color(Token.ACCENT));
    gc.setLineWidth(2);
    gc.drawRoundRectangle(frame.x, frame.y, frame.width, frame.height, 4, 4);
  }

  private void draw(Rectangle area) {
    picture = new Image(getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
    drawnTheme = canvas.style().theme();
    Rect bounds = canvas.live().bounds();
    scale =
        Math.min(
            0.5,
            Math.min(
                (double) (area.width - 2 * MARGIN) / Math.max(1, bounds.width()),
                (double) (area.height - 2 * MARGIN) / Math.max(1, bounds.height())));
    scale = Math.max(scale, 0.001);
    left = (int) ((area.width - bounds.width() * scale) / 2 - bounds.x() * scale);
    top = (int) ((area.height - bounds.height() * scale) / 2 - bounds.y() * scale);
    GC gc = new GC(picture);
    gc.setBackground(canvas.style().color(Token.CANVAS));
    gc.fillRectangle(area);
    new MiniaturePainter(gc, canvas.style(), scale, left, top).paint(canvas.live());
    gc.dispose();
    drawn.run();
  }

  /** Sets who is told when the picture was drawn anew, perhaps at another scale. */
  void onDrawn(Runnable listener) {
    drawn = listener;
  }

  /** Where a height of the diagram is on the thumbnail. */
  int y(int y) {
    return top + (int) Math.round(y * scale);
  }

  /** What the canvas shows, on the thumbnail; at most all of it. */
  private Rectangle frame() {
    double zoom = canvas.zoom().level();
    Rectangle inside = getClientArea();
    org.eclipse.draw2d.geometry.Rectangle seen = viewport.getClientArea();
    org.eclipse.draw2d.geometry.Point corner = viewport.getViewLocation();
    Rectangle frame =
        new Rectangle(
            (int) Math.round(corner.x / zoom * scale) + left,
            (int) Math.round(corner.y / zoom * scale) + top,
            (int) Math.round(seen.width / zoom * scale),
            (int) Math.round(seen.height / zoom * scale));
    Rectangle visible =
        frame.intersection(new Rectangle(1, 1, inside.width - 3, inside.height - 3));
    return visible.isEmpty() ? frame : visible;
  }

  private void look(Event event) {
    if (event.button > 1) {
      return;
    }
    double zoom = canvas.zoom().level();
    Point at = new Point(event.x, event.y);
    int x = (int) Math.round((at.x - left) / scale * zoom - viewport.getClientArea().width / 2.0);
    int y = (int) Math.round((at.y - top) / scale * zoom - viewport.getClientArea().height / 2.0);
    org.eclipse.draw2d.geometry.Point corner = new org.eclipse.draw2d.geometry.Point(x, y);
    FigureCanvas control = canvas.control();
    viewport.makeRoomAt(corner);
    control.scrollToX(x);
    control.scrollToY(y);
  }
}
