package org.firebreak.diagram.tools;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.tools.AbstractConnectionCreationTool;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.InPlace;

/**
 * Drags a flow out of a box: to another one, or to the empty canvas, where it offers what can be
 * drawn there and connected.
 */
public final class DragOutTracker extends AbstractConnectionCreationTool implements DragTracker {
  private final BoxHost owner;

  /**
   * A tracker.
   *
   * @param owner where the flow starts
   */
  public DragOutTracker(BoxHost owner) {
    super(new FlowTool.ServicesOnly(null));
    this.owner = owner;
    setUnloadWhenFinished(false);
  }

  @Override
  public void commitDrag() {}

  /** The pointer is on the handle, which stands for its box. */
  @Override
  protected boolean updateTargetUnderMouse() {
    if (isInState(STATE_INITIAL)) {
      setTargetEditPart(owner);
      return true;
    }
    return super.updateTargetUnderMouse();
  }

  @Override
  protected boolean handleDragInProgress() {
    boolean handled = handleMove();
    explain(under());
    return handled;
  }

  @Override
  protected boolean handleButtonUp(int button) {
    if (!isInState(STATE_CONNECTION_STARTED)) {
      return true;
    }
    EditPartViewer viewer = getCurrentViewer();
    CreateConnectionRequest request = (CreateConnectionRequest) getTargetRequest();
    if (movedPastThreshold()) {
      handleMove();
      EditPart under = under();
      boolean fits = getCurrentCommand() != null && getCurrentCommand().canExecute();
      if (getTargetEditPart() != null && fits) {
        handleCreateConnection();
        FlowEnds.drawn(viewer, request);
      } else if (under == viewer.getContents()) {
        offer(viewer);
      } else {
        explain(under);
      }
    }
    setState(STATE_TERMINAL);
    cleanFeedback();
    return true;
  }

  private void cleanFeedback() {
    eraseSourceFeedback();
    eraseTargetFeedback();
  }

  private void offer(EditPartViewer viewer) {
    InPlace ask = InPlace.of(viewer);
    Point at = getLocation().getCopy();
    if (ask != null) {
      viewer.getControl().getDisplay().asyncExec(() -> ask.offer(at, FlowEnds.endpoint(owner)));
    }
  }

  private EditPart under() {
    EditPart part = getCurrentViewer().findObjectAt(getLocation());
    return part == getCurrentViewer().getRootEditPart() ? getCurrentViewer().getContents() : part;
  }

  private void explain(EditPart part) {
    InPlace ask = InPlace.of(getCurrentViewer());
    if (ask != null) {
      ask.explain(FlowEnds.reason(part, (CreateConnectionRequest) getTargetRequest()));
    }
  }

  @Override
  protected void handleFinished() {}
}
