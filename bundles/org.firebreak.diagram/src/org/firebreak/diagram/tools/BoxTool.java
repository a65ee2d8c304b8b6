package org.firebreak.diagram.tools;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.Request;
import org.eclipse.gef.requests.CreationFactory;
import org.eclipse.gef.tools.CreationTool;
import org.eclipse.swt.SWT;
import org.firebreak.diagram.commands.NewBox;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.InPlace;
import org.firebreak.diagram.policies.NewPart;

/** Draws a box with a click, or with a drag that gives its size, and selects it. */
public final class BoxTool extends CreationTool {

  public BoxTool(NewBox kind) {
    super(new KindOnly(kind));
  }

  /** The size is that at the release, of which a quick hand is told no move. */
  @Override
  protected boolean handleButtonUp(int button) {
    if (movedPastThreshold()) {
      stateTransition(STATE_DRAG, STATE_DRAG_IN_PROGRESS);
    }
    handleDragInProgress();
    return super.handleButtonUp(button);
  }

  @Override
  protected void performCreation(int button) {
    EditPartViewer viewer = getCurrentViewer();
    Request request = getTargetRequest();
    executeCurrentCommand();
    EditPart made = NewPart.of(request, viewer);
    if (made != null) {
      viewer.flush();
      viewer.select(made);
      viewer.reveal(made);
    }
    InPlace ask = InPlace.of(viewer);
    if (ask != null && !isKept() && made instanceof BoxHost box) {
      viewer.getControl().getDisplay().asyncExec(() -> ask.rename(box));
    }
  }

  /** Ctrl or Shift keeps the tool for more of the same. */
  private boolean isKept() {
    return !unloadWhenFinished()
        || getCurrentInput().isModKeyDown(SWT.MOD1)
        || getCurrentInput().isShiftKeyDown();
  }

  @Override
  protected void handleFinished() {
    if (isKept()) {
      reactivate();
    } else {
      super.handleFinished();
    }
  }

  /** The edit makes the element; the request only says which kind. */
  private record KindOnly(NewBox kind) implements CreationFactory {
    @Override
    public Object getNewObject() {
      return kind;
    }

    @Override
    public Object getObjectType() {
      return kind;
    }
  }
}
