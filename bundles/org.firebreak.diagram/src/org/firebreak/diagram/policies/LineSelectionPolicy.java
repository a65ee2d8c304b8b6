package org.firebreak.diagram.policies;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editpolicies.SelectionEditPolicy;
import org.firebreak.scene.paint.LineMood;

/** Draws a line in the accent colour while it is selected or pointed at. */
public final class LineSelectionPolicy extends SelectionEditPolicy {
  private boolean selected;

  @Override
  protected void showSelection() {
    selected = true;
    host().setMood(LineMood.SELECTED);
  }

  @Override
  protected void hideSelection() {
    selected = false;
    host().setMood(LineMood.NORMAL);
  }

  @Override
  public void showTargetFeedback(Request request) {
    if (RequestConstants.REQ_SELECTION.equals(request.getType()) && !selected) {
      host().setMood(LineMood.RAISED);
    }
  }

  @Override
  public void eraseTargetFeedback(Request request) {
    if (RequestConstants.REQ_SELECTION.equals(request.getType()) && !selected) {
      host().setMood(LineMood.NORMAL);
    }
  }

  @Override
  public EditPart getTargetEditPart(Request request) {
    return RequestConstants.REQ_SELECTION.equals(request.getType()) ? getHost() : null;
  }

  private LineHost host() {
    return (LineHost) getHost();
  }
}
