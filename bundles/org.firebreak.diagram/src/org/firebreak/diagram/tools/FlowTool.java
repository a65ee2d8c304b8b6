package org.firebreak.diagram.tools;

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

  /** A drag from end to end draws a flow as two clicks do. */
  @Override
  protected boolean handleButtonUp(int button) {
    boolean dragged = isInState(STATE_CONNECTION_STARTED) && movedPastThreshold();
    if (dragged && getCurrentCommand() != null && getCurrentCommand().canExecute()) {
      setState(STATE_TERMINAL);
      handleCreateConnection();
    }
    return super.handleButtonUp(button);
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
