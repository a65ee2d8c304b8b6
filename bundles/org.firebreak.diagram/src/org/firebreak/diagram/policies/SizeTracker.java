package org.firebreak.diagram.policies;

import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.tools.ResizeTracker;

/** Resizes a box to where the button is released, which a quick hand does before it is told. */
final class SizeTracker extends ResizeTracker {

  /**
   * @param direction edge or corner that is moved, as PositionConstants has it
   */
  SizeTracker(GraphicalEditPart part, int direction) {
    super(part, direction);
  }

  @Override
  protected boolean handleButtonUp(int button) {
    if (movedPastThreshold()) {
      stateTransition(STATE_DRAG, STATE_DRAG_IN_PROGRESS);
    }
    handleDragInProgress();
    return super.handleButtonUp(button);
  }
}
