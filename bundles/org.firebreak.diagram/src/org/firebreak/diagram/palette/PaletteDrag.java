package org.firebreak.diagram.palette;

import org.eclipse.gef.EditDomain;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Carries a tool from the palette onto the canvas, where it is used at the release. */
final class PaletteDrag {
  private final Control palette;
  private final EditDomain domain;
  private final EditPartViewer viewer;
  private boolean over;

  PaletteDrag(Control palette, EditDomain domain, EditPartViewer viewer) {
    this.palette = palette;
    this.domain = domain;
    this.viewer = viewer;
  }

  /** The pointer moves with the button down; the tool shows where it would draw. */
  void move(Event event) {
    Point at = onCanvas(event);
    if (isOver(at)) {
      if (!over) {
        over = true;
        domain.viewerEntered(mouse(at, 0), viewer);
      }
      domain.mouseMove(mouse(at, 0), viewer);
    } else if (over) {
      over = false;
      domain.viewerExited(mouse(at, 0), viewer);
    }
  }

  /** The button is released; answers whether that was over the canvas. */
  boolean drop(Event event) {
    Point at = onCanvas(event);
    boolean dropped = over && isOver(at);
    over = false;
    if (dropped) {
      viewer.getControl().setFocus();
      domain.mouseMove(mouse(at, 0), viewer);
      domain.mouseDown(mouse(at, 0), viewer);
      domain.mouseUp(mouse(at, SWT.BUTTON1), viewer);
    }
    return dropped;
  }

  private boolean isOver(Point at) {
    Point size = viewer.getControl().getSize();
    return at.x >= 0 && at.y >= 0 && at.x < size.x && at.y < size.y;
  }

  private Point onCanvas(Event event) {
    return viewer.getControl().toControl(palette.toDisplay(event.x, event.y));
  }

  private MouseEvent mouse(Point at, int state) {
    Event event = new Event();
    event.widget = viewer.getControl();
    event.display = palette.getDisplay();
    event.x = at.x;
    event.y = at.y;
    event.button = 1;
    event.count = 1;
    event.stateMask = state;
    return new MouseEvent(event);
  }
}
