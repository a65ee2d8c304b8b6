package org.firebreak.diagram.policies;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.tools.DragEditPartsTracker;

/** Moves boxes to where the button is released, which a quick hand does before it is told. */
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
}
