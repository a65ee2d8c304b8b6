package org.firebreak.diagram.dropping;

import java.util.Optional;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.swt.widgets.Control;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.geometry.Point;

/** Places on a diagram, found from those on the screen. */
public final class Pointer {
  private Pointer() {}

  /** Where on the diagram the pointer is; empty if it is not over the canvas. */
  public static Optional<Point> over(DiagramCanvas canvas) {
    Control control = canvas.control();
    org.eclipse.swt.graphics.Point at = control.toControl(control.getDisplay().getCursorLocation());
    return canvas.control().getClientArea().contains(at)
        ? Optional.of(onDiagram(canvas, at))
        : Optional.empty();
  }

  /** The middle of what is seen of the diagram. */
  public static Point middle(DiagramCanvas canvas) {
    org.eclipse.swt.graphics.Rectangle seen = canvas.control().getClientArea();
    return onDiagram(canvas, new org.eclipse.swt.graphics.Point(seen.width / 2, seen.height / 2));
  }

  /** The place on the diagram of a pixel of the canvas. */
  public static Point onDiagram(DiagramCanvas canvas, org.eclipse.swt.graphics.Point pixel) {
    org.eclipse.draw2d.geometry.Point at = new org.eclipse.draw2d.geometry.Point(pixel.x, pixel.y);
    ((GraphicalEditPart) canvas.viewer().getContents()).getFigure().translateToRelative(at);
    return new Point(at.x, at.y);
  }

  /** The innermost open zone or group around a place; {@code null} if there is none. */
  public static Box containerAt(LiveScene live, Point at) {
    Box innermost = null;
    for (Box box : live.scene().boxes()) {
      boolean holds = box.isContainer() || box.kind() == BoxKind.GROUP;
      boolean around = holds && box.bounds().contains(at);
      if (around && (innermost == null || area(box) < area(innermost))) {
        innermost = box;
      }
    }
    return innermost;
  }

  private static long area(Box box) {
    return (long) box.bounds().width() * box.bounds().height();
  }
}
