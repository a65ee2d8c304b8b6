package org.firebreak.diagram.policies;

import org.eclipse.core.runtime.Adapters;
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
  @Override
  protected Command getConnectionCreateCommand(CreateConnectionRequest request) {
    // GEF wants a start to be possible; what counts is the command of the other end.
    Command start = new Command("Draw flow") {};
    request.setStartCommand(start);
    return start;
  }

  @Override
  protected Command getConnectionCompleteCommand(CreateConnectionRequest request) {
    WellKnownService service =
        request.getNewObjectType() instanceof WellKnownService known ? known : null;
    return request.getSourceEditPart() instanceof BoxHost client
        ? new FlowEdits(host().live()).connect(endpoint(client), endpoint(host()), service)
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

  private static Endpoint endpoint(BoxHost box) {
    return Adapters.adapt(box, Endpoint.class);
  }

  private BoxHost host() {
    return (BoxHost) getHost();
  }
}
