package org.firebreak.diagram.tools;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.FlowEndPolicy;
import org.firebreak.diagram.policies.InPlace;
import org.firebreak.diagram.policies.NewPart;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;

/** What follows when a flow is drawn, or cannot be. */
final class FlowEnds {

  private FlowEnds() {}

  /** Selects the flow that a request has made, and asks for its services if it has none. */
  static void drawn(EditPartViewer viewer, CreateConnectionRequest request) {
    InPlace ask = InPlace.of(viewer);
    if (NewPart.model(request) instanceof Flow flow && ask != null) {
      request.getExtendedData().clear();
      if (request.getNewObjectType() == null) {
        viewer.getControl().getDisplay().asyncExec(() -> ask.askServices(flow));
      }
    }
  }

  /**
   * Says in the status line why no flow starts or ends where the pointer is; nothing if one can.
   *
   * @param request {@code null} to say nothing
   */
  static void explain(EditPartViewer viewer, Point at, CreateConnectionRequest request) {
    InPlace ask = viewer == null ? null : InPlace.of(viewer);
    if (ask != null) {
      ask.explain(request == null ? "" : reason(viewer.findObjectAt(at), request));
    }
  }

  /** Why a part cannot be the other end; empty if it can, or if there is no part. */
  static String reason(EditPart part, CreateConnectionRequest request) {
    if (!(part instanceof BoxHost box) || box.box() == null) {
      return "";
    }
    return switch (box.box().kind()) {
      case ENFORCEMENT_POINT ->
          "A flow passes firewalls on its way; it ends at a zone, a group,"
              + " a server or an external network";
      case NOTE -> "A note is no end of a flow; draw it to a zone, a group or a server";
      default -> {
        String refused =
            request.getSourceEditPart() instanceof BoxHost client
                ? FlowEndPolicy.refusal(endpoint(client), endpoint(box))
                : null;
        yield refused == null ? "" : refused;
      }
    };
  }

  static Endpoint endpoint(BoxHost box) {
    return Adapters.adapt(box, Endpoint.class);
  }
}
