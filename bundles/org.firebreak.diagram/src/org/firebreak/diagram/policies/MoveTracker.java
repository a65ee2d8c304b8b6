package org.firebreak.diagram.policies;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PrecisionPoint;
import org.eclipse.draw2d.geometry.PrecisionRectangle;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.handles.HandleBounds;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.tools.DragEditPartsTracker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;

/**
 * Moves boxes to where the button is released, which a quick hand does before it is told. Shift
 * keeps to one direction, Ctrl suspends snapping, Alt duplicates.
 */
public final class MoveTracker extends DragEditPartsTracker {
  public MoveTracker(EditPart part) {
    super(part);
  }

  @Override
  protected boolean handleButtonUp(int button) {
    if (movedPastThreshold()) {
      stateTransition(STATE_DRAG, STATE_DRAG_IN_PROGRESS);
    }
    handleDragInProgress();
    return super.handleButtonUp(button);
  }

  @Override
  protected boolean handleDragInProgress() {
    setCloneActive(getCurrentInput().isAltKeyDown());
    boolean handled = super.handleDragInProgress();
    if (isInState(STATE_DRAG_IN_PROGRESS)) {
      EditPart over = getCurrentViewer().findObjectAtExcluding(getLocation(), getExclusionSet());
      Refusal.tell(getCurrentViewer(), over, getTargetEditPart(), getOperationSet());
    }
    return handled;
  }

  /** Keys that change what is done here do it at once; GEF's own for copies does not count. */
  @Override
  protected boolean handleKeyDown(KeyEvent event) {
    return changes(event, true) || super.handleKeyDown(event);
  }

  @Override
  protected boolean handleKeyUp(KeyEvent event) {
    return changes(event, false) || super.handleKeyUp(event);
  }

  private boolean changes(KeyEvent event, boolean pressed) {
    if (!isInState(STATE_DRAG_IN_PROGRESS)) {
      return event.keyCode == SWT.MOD1 || event.keyCode == SWT.ALT;
    }
    if (event.keyCode == SWT.ALT) {
      setCloneActive(pressed);
    } else if (event.keyCode != SWT.MOD1) {
      return false;
    }
    handleDragInProgress();
    return true;
  }

  @Override
  protected void updateTargetRequest() {
    repairStartLocation();
    ChangeBoundsRequest request = (ChangeBoundsRequest) getTargetRequest();
    request.setEditParts(getOperationSet());
    Dimension drawn = getDragMoveDelta();
    Point move = new Point(drawn.width, drawn.height);
    boolean straight = getCurrentInput().isShiftKeyDown();
    request.setConstrainedMove(straight);
    if (straight && Math.abs(move.x) > Math.abs(move.y)) {
      move.y = 0;
    } else if (straight) {
      move.x = 0;
    }
    request.getExtendedData().clear();
    request.setMoveDelta(move);
    boolean snaps = !getCurrentInput().isControlKeyDown();
    if (snaps && getTargetEditPart() instanceof BoxHost target) {
      request.setMoveDelta(snapped(request, target, move, straight));
    }
    request.setLocation(getLocation());
    request.setType(getCommandName());
  }

  private Point snapped(ChangeBoundsRequest request, BoxHost target, Point move, boolean straight) {
    PrecisionRectangle now = bounds();
    now.preciseX += move.x;
    now.preciseY += move.y;
    now.updateInts();
    int axes = PositionConstants.HORIZONTAL | PositionConstants.VERTICAL;
    if (straight) {
      axes = move.y == 0 ? PositionConstants.HORIZONTAL : PositionConstants.VERTICAL;
    }
    PrecisionPoint corrected = new PrecisionPoint(move);
    new CanvasSnap(target).snapPoint(request, axes, new PrecisionRectangle[] {now}, corrected);
    return corrected;
  }

  /** What is moved, on the screen. */
  private PrecisionRectangle bounds() {
    PrecisionRectangle all = null;
    for (Object part : getOperationSet()) {
      IFigure figure = ((GraphicalEditPart) part).getFigure();
      Rectangle shown =
          figure instanceof HandleBounds box ? box.getHandleBounds() : figure.getBounds();
      PrecisionRectangle bounds = new PrecisionRectangle(shown);
      figure.translateToAbsolute(bounds);
      all = all == null ? bounds : all.union(bounds);
    }
    return all;
  }

  /** Copies are selected instead of what they were copied from. */
  @Override
  protected void performDrag() {
    boolean copying = isCloneActive();
    super.performDrag();
    if (copying) {
      NewParts.select(getTargetRequest(), getCurrentViewer());
    }
  }

  @Override
  public void deactivate() {
    Refusal.clear(getCurrentViewer());
    super.deactivate();
  }
}
