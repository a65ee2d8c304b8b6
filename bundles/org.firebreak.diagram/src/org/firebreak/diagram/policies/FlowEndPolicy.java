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
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

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
    if (!(request.getSourceEditPart() instanceof BoxHost client)
        || refusal(endpoint(client), endpoint(host())) != null) {
      return null;
    }
    String services = request.getNewObjectType() instanceof String text ? text : null;
    return new FlowEdits(host().live())
        .connect(
            endpoint(client), endpoint(host()), services, made -> NewPart.remember(request, made));
  }

  /** Why no flow can go from one to the other; {@code null} if it can. */
  public static String refusal(Endpoint client, Endpoint server) {
    return client == server && !(client instanceof Zone) && !(client instanceof ServerGroup)
        ? "A flow within one machine needs no policy; draw it to another box"
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
