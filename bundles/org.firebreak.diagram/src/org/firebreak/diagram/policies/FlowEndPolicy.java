package org.firebreak.diagram.policies;

import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.GraphicalNodeEditPolicy;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.DropRequest;
import org.eclipse.gef.requests.ReconnectRequest;
import org.firebreak.diagram.commands.FlowEdits;
import org.firebreak.model.Endpoint;
import org.firebreak.model.library.WellKnownService;

/** Lets flows be drawn from and to a box. */
public final class FlowEndPolicy extends GraphicalNodeEditPolicy {
  private static final String CLIENT = FlowEndPolicy.class.getName() + ".client";

  @Override
  @SuppressWarnings("unchecked")
  protected Command getConnectionCreateCommand(CreateConnectionRequest request) {
    request.getExtendedData().put(CLIENT, endpoint());
    // GEF wants a start to be possible; what counts is the command of the other end.
    Command start = new Command("Draw flow") {};
    request.setStartCommand(start);
    return start;
  }

  @Override
  protected Command getConnectionCompleteCommand(CreateConnectionRequest request) {
    Object client = request.getExtendedData().get(CLIENT);
    WellKnownService service =
        request.getNewObjectType() instanceof WellKnownService known ? known : null;
    return client instanceof Endpoint end
        ? new FlowEdits(host().live()).connect(end, endpoint(), service)
        : null;
  }

  @Override
  protected Command getReconnectSourceCommand(ReconnectRequest request) {
    return null;
  }

  @Override
  protected Command getReconnectTargetCommand(ReconnectRequest request) {
    return null;
  }

  @Override
  protected void showTargetConnectionFeedback(DropRequest request) {
    host().boxFigure().setTarget(true);
  }

  @Override
  protected void eraseTargetConnectionFeedback(DropRequest request) {
    host().boxFigure().setTarget(false);
  }

  @Override
  public void eraseTargetFeedback(Request request) {
    super.eraseTargetFeedback(request);
    host().boxFigure().setTarget(false);
  }

  private Endpoint endpoint() {
    return (Endpoint) host().getAdapter(Endpoint.class);
  }

  private BoxHost host() {
    return (BoxHost) getHost();
  }
}
