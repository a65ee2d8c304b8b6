package org.firebreak.diagram.tools;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.tools.AbstractTool;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.widgets.Display;
import org.firebreak.diagram.figures.CanvasViewport;

/** Moves the sheet under the hand, with any mouse button. */
public final class PanTool extends AbstractTool implements DragTracker {
  private Point grip;

  public PanTool() {
    setUnloadWhenFinished(false);
    Cursor hand = Display.getCurrent().getSystemCursor(SWT.CURSOR_HAND);
    setDefaultCursor(hand);
    setDisabledCursor(hand);
  }

  @Override
  protected String getCommandName() {
    return "Pan";
  }

  @Override
  protected boolean handleButtonDown(int button) {
    grip = canvas().getViewport().getViewLocation().getCopy();
    return stateTransition(STATE_INITIAL, STATE_DRAG_IN_PROGRESS);
  }

  /** Two calls where one would do: the older Draw2d repaints all for a diagonal step. */
  @Override
  protected boolean handleDragInProgress() {
    if (isInState(STATE_DRAG_IN_PROGRESS)) {
      Point corner = grip.getTranslated(getDragMoveDelta().negate());
      ((CanvasViewport) canvas().getViewport()).makeRoomAt(corner);
      canvas().scrollToX(corner.x);
      canvas().scrollToY(corner.y);
    }
    return true;
  }

  @Override
  protected boolean handleButtonUp(int button) {
    handleDragInProgress();
    stateTransition(STATE_DRAG_IN_PROGRESS, STATE_TERMINAL);
    handleFinished();
    return true;
  }

  @Override
  protected void handleFinished() {
    reactivate();
  }

  @Override
  public void commitDrag() {}

  private FigureCanvas canvas() {
    return (FigureCanvas) getCurrentViewer().getControl();
  }
}
