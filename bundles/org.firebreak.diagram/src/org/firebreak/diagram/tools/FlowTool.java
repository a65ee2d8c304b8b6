package org.firebreak.diagram.tools;

import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.CreationFactory;
import org.eclipse.gef.tools.ConnectionCreationTool;
import org.firebreak.model.library.WellKnownService;

/** Draws a flow from the client to the server end, with two clicks or one drag. */
public final class FlowTool extends ConnectionCreationTool {

  /**
   * @param service the flow's service; {@code null} for none yet
   */
  public FlowTool(WellKnownService service) {
    super(new ServiceOnly(service));
  }

  /** A drag from one end to another draws a flow as two clicks do. */
  @Override
  protected boolean handleButtonUp(int button) {
    if (isInState(STATE_CONNECTION_STARTED) && movedPastThreshold()) {
      handleMove();
      if (isElsewhere()) {
        setState(STATE_TERMINAL);
        handleCreateConnection();
      }
    }
    return super.handleButtonUp(button);
  }

  /** Whether the pointer is over something that may be the server end, and not the client end. */
  private boolean isElsewhere() {
    CreateConnectionRequest request = (CreateConnectionRequest) getTargetRequest();
    return getTargetEditPart() != null
        && getTargetEditPart() != request.getSourceEditPart()
        && getCurrentCommand() != null
        && getCurrentCommand().canExecute();
  }

  private record ServiceOnly(WellKnownService service) implements CreationFactory {
    @Override
    public Object getNewObject() {
      return service;
    }

    @Override
    public Object getObjectType() {
      return service;
    }
  }
}
