package org.firebreak.diagram.policies;

import org.eclipse.draw2d.PositionConstants;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PrecisionDimension;
import org.eclipse.draw2d.geometry.PrecisionPoint;
import org.eclipse.draw2d.geometry.PrecisionRectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.tools.ResizeTracker;

/**
 * Resizes a box to where the button is released, which a quick hand does before it is told. Ctrl
 * suspends snapping.
 */
final class SizeTracker extends ResizeTracker {
  private final BoxHost box;

  /**
   * @param direction edge or corner that is moved, as PositionConstants has it
   */
  SizeTracker(BoxHost part, int direction) {
    super(part, direction);
    this.box = part;
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
  protected void updateSourceRequest() {
    ChangeBoundsRequest request = (ChangeBoundsRequest) getSourceRequest();
    Dimension drawn = getDragMoveDelta();
    int direction = getResizeDirection();
    Point move = new Point();
    Dimension grow = new Dimension();
    if ((direction & PositionConstants.EAST) != 0) {
      grow.width = drawn.width;
    } else if ((direction & PositionConstants.WEST) != 0) {
      grow.width = -drawn.width;
      move.x = drawn.width;
    }
    if ((direction & PositionConstants.SOUTH) != 0) {
      grow.height = drawn.height;
    } else if ((direction & PositionConstants.NORTH) != 0) {
      grow.height = -drawn.height;
      move.y = drawn.height;
    }
    request.getExtendedData().clear();
    request.setResizeDirection(direction);
    request.setLocation(getLocation());
    request.setEditParts(getOperationSet());
    request.setMoveDelta(move);
    request.setSizeDelta(grow);
    boolean alone = getOperationSet().size() == 1;
    if (alone && !getCurrentInput().isControlKeyDown()) {
      snap(request, direction);
    }
  }

  private void snap(ChangeBoundsRequest request, int direction) {
    if (!(box.getParent() instanceof BoxHost container)) {
      return;
    }
    PrecisionRectangle now = new PrecisionRectangle(box.boxFigure().getHandleBounds());
    box.getFigure().translateToAbsolute(now);
    PrecisionRectangle wanted = now.getPreciseCopy();
    wanted.translate(request.getMoveDelta());
    wanted.resize(request.getSizeDelta());
    PrecisionRectangle snapped = wanted.getPreciseCopy();
    new CanvasSnap(container).snapRectangle(request, direction, wanted, snapped);
    request.setMoveDelta(
        new PrecisionPoint(snapped.preciseX - now.preciseX, snapped.preciseY - now.preciseY));
    request.setSizeDelta(
        new PrecisionDimension(
            snapped.preciseWidth - now.preciseWidth, snapped.preciseHeight - now.preciseHeight));
  }

  @Override
  protected GraphicalEditPart getTargetEditPart() {
    return (GraphicalEditPart) box.getParent();
  }
}
