package org.firebreak.diagram.tools;

import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.CreationFactory;
import org.eclipse.gef.tools.ConnectionCreationTool;
import org.eclipse.swt.SWT;

/** Draws a flow from the client to the server end, with two clicks or one drag. */
public final class FlowTool extends ConnectionCreationTool {

  /**
   * A tool.
   *
   * @param services what its flows use, for instance {@code https}; {@code null} if that is asked
   *     after each is drawn
   */
  public FlowTool(String services) {
    super(new ServicesOnly(services));
    // GEF keeps tools for connections; here all are used once unless a key is held.
    setUnloadWhenFinished(true);
  }

  /**
   * A drag from one end to another draws a flow as two clicks do. What follows waits for the button
   * to be up.
   */
  @Override
  protected boolean handleButtonUp(int button) {
    EditPartViewer viewer = getCurrentViewer();
    CreateConnectionRequest request = (CreateConnectionRequest) getTargetRequest();
    if (isInState(STATE_CONNECTION_STARTED) && movedPastThreshold()) {
      handleMove();
      if (isElsewhere()) {
        setState(STATE_TERMINAL);
        handleCreateConnection();
      }
    }
    boolean handled = super.handleButtonUp(button);
    FlowEnds.drawn(viewer, request);
    return handled;
  }

  @Override
  protected boolean handleButtonDown(int button) {
    boolean handled = super.handleButtonDown(button);
    if (button == 1 && isInState(STATE_INITIAL | STATE_CONNECTION_STARTED)) {
      FlowEnds.explain(
          getCurrentViewer(), getLocation(), (CreateConnectionRequest) getTargetRequest());
    }
    return handled;
  }

  /** Ctrl or Shift keeps the tool for more flows. */
  @Override
  protected void handleFinished() {
    if (getCurrentInput().isModKeyDown(SWT.MOD1) || getCurrentInput().isShiftKeyDown()) {
      reactivate();
    } else {
      super.handleFinished();
    }
  }

  @Override
  public void deactivate() {
    FlowEnds.explain(getCurrentViewer(), null, null);
    super.deactivate();
  }

  /** Whether the pointer is over something that may be the server end, and not the client end. */
  private boolean isElsewhere() {
    CreateConnectionRequest request = (CreateConnectionRequest) getTargetRequest();
    return getTargetEditPart() != null
        && getTargetEditPart() != request.getSourceEditPart()
        && getCurrentCommand() != null
        && getCurrentCommand().canExecute();
  }

  /** The edit makes the flow; the request only says what it uses. */
  record ServicesOnly(String services) implements CreationFactory {
    @Override
    public Object getNewObject() {
      return services;
    }

    @Override
    public Object getObjectType() {
      return services;
    }
  }
}
