package org.firebreak.diagram.canvas;

import java.util.List;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Opens the context menu at the selection when a key asks for it, not where the mouse is. */
final class MenuPlace {
  private final GraphicalViewer viewer;

  MenuPlace(GraphicalViewer viewer) {
    this.viewer = viewer;
  }

  void start() {
    viewer.getControl().addListener(SWT.MenuDetect, this::place);
  }

  private void place(Event event) {
    List<?> selected = viewer.getSelectedEditParts();
    if (event.detail != SWT.MENU_KEYBOARD || selected.isEmpty()) {
      return;
    }
    GraphicalEditPart part = (GraphicalEditPart) selected.get(selected.size() - 1);
    if (part == viewer.getContents()) {
      return;
    }
    viewer.reveal(part);
    Point at;
    if (part instanceof ConnectionEditPart) {
      at = ((Connection) part.getFigure()).getPoints().getMidpoint();
    } else {
      Rectangle bounds = part.getFigure().getBounds();
      at = new Point(bounds.x + bounds.width / 2, bounds.y + Math.min(24, bounds.height / 2));
    }
    part.getFigure().translateToAbsolute(at);
    Control control = viewer.getControl();
    org.eclipse.swt.graphics.Point size = control.getSize();
    org.eclipse.swt.graphics.Point place =
        control.toDisplay(Math.clamp(at.x, 0, size.x), Math.clamp(at.y, 0, size.y));
    event.x = place.x;
    event.y = place.y;
  }
}
