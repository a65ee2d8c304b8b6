package org.firebreak.diagram.policies;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.tools.AbstractTool;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.firebreak.diagram.commands.FlowEdits;
import org.firebreak.scene.Line;
import org.firebreak.scene.geometry.Point;

/** Moves a segment of a line sideways; its neighbours grow or shrink. */
final class SegmentTracker extends AbstractTool implements DragTracker {
  private final LineHost owner;
  private final int segment;
  private final boolean level;
  private final List<Point> route;

  SegmentTracker(LineHost owner, int segment, boolean level) {
    this.owner = owner;
    this.segment = segment;
    this.level = level;
    Line line = owner.live().line(owner.flowLine());
    this.route = line.route();
  }

  @Override
  protected String getCommandName() {
    return "Bend";
  }

  @Override
  protected boolean handleButtonDown(int button) {
    return button == 1 && stateTransition(STATE_INITIAL, STATE_DRAG_IN_PROGRESS);
  }

  @Override
  protected boolean handleDragInProgress() {
    if (isInState(STATE_DRAG_IN_PROGRESS)) {
      owner.preview(moved());
    }
    return true;
  }

  @Override
  protected boolean handleButtonUp(int button) {
    if (stateTransition(STATE_DRAG_IN_PROGRESS, STATE_TERMINAL)) {
      owner.preview(null);
      List<Point> corners = moved();
      if (!corners.equals(route)) {
        executeCommand(
            new FlowEdits(owner.live())
                .lay(owner.flowLine(), corners.subList(1, corners.size() - 1)));
      }
    }
    return true;
  }

  @Override
  protected boolean handleKeyDown(KeyEvent event) {
    return event.keyCode == SWT.ESC && cancel();
  }

  @Override
  protected boolean handleFocusLost() {
    return cancel();
  }

  @Override
  protected boolean handleInvalidInput() {
    return cancel();
  }

  @Override
  public void commitDrag() {}

  private boolean cancel() {
    boolean dragging = stateTransition(STATE_DRAG_IN_PROGRESS, STATE_TERMINAL);
    if (dragging) {
      owner.preview(null);
    }
    return dragging;
  }

  private List<Point> moved() {
    double zoom = owner.style().zoom();
    int distance =
        (int) Math.round((level ? getDragMoveDelta().height : getDragMoveDelta().width) / zoom);
    List<Point> moved = new ArrayList<>(route);
    for (int i = segment; i <= segment + 1; i++) {
      moved.set(i, route.get(i).plus(level ? 0 : distance, level ? distance : 0));
    }
    return moved;
  }
}
