package org.firebreak.diagram.canvas;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CompoundCommand;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.tools.ToolUtilities;
import org.firebreak.diagram.policies.BoxHost;

/** Moves the selection with the keyboard: one undoable step from the first to the last repeat. */
final class Nudge {
  private final GraphicalViewer viewer;
  private final List<EditPart> parts = new ArrayList<>();
  private ChangeBoundsRequest request;
  private int dx;
  private int dy;

  Nudge(GraphicalViewer viewer) {
    this.viewer = viewer;
  }

  /** Moves on; distances in px of the diagram. */
  void by(int right, int down) {
    if (request == null) {
      begin();
    }
    dx += right;
    dy += down;
    double zoom = ((BoxHost) viewer.getContents()).style().zoom();
    request.setMoveDelta(new Point((int) Math.round(dx * zoom), (int) Math.round(dy * zoom)));
    parts.forEach(part -> part.showSourceFeedback(request));
  }

  /** Carries the move out, if one was begun. */
  void finish() {
    if (request == null) {
      return;
    }
    CompoundCommand move = new CompoundCommand();
    for (EditPart part : parts) {
      part.eraseSourceFeedback(request);
      Command command = part.getCommand(request);
      if (command != null && command.canExecute()) {
        move.add(command);
      }
    }
    request = null;
    if (!move.isEmpty()) {
      viewer.getEditDomain().getCommandStack().execute(move.unwrap());
    }
  }

  /** Gives a move up; answers whether one was begun. */
  boolean cancel() {
    if (request == null) {
      return false;
    }
    parts.forEach(part -> part.eraseSourceFeedback(request));
    request = null;
    return true;
  }

  private void begin() {
    request = new ChangeBoundsRequest(RequestConstants.REQ_MOVE);
    dx = 0;
    dy = 0;
    parts.clear();
    for (Object part : ToolUtilities.getSelectionWithoutDependants(viewer)) {
      if (part instanceof BoxHost box && box.box() != null) {
        parts.add(box);
      }
    }
    request.setEditParts(parts);
  }
}
