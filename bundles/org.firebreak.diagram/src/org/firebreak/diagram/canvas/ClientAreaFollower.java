package org.firebreak.diagram.canvas;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/**
 * Tells Draw2d of the room that scroll bars take or leave. It asks for that room right after it has
 * shown or hidden them, when GTK does not know yet, and would leave a strip unpainted.
 */
final class ClientAreaFollower {
  private final FigureCanvas canvas;
  private boolean asked;

  ClientAreaFollower(FigureCanvas canvas) {
    this.canvas = canvas;
  }

  void start() {
    canvas.addListener(SWT.Paint, event -> compare());
  }

  private void compare() {
    Rectangle area = canvas.getClientArea();
    Dimension believed = canvas.getLightweightSystem().getRootFigure().getBounds().getSize();
    if (asked || believed.width == area.width && believed.height == area.height) {
      return;
    }
    asked = true;
    canvas
        .getDisplay()
        .asyncExec(
            () -> {
              asked = false;
              if (!canvas.isDisposed()) {
                canvas.notifyListeners(SWT.Resize, new Event());
              }
            });
  }
}
