package org.firebreak.diagram.parts;

import org.eclipse.gef.EditPolicy;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.policies.FlowEndPolicy;
import org.firebreak.diagram.tools.FlowKnobPolicy;

/** A server: a row in the card of its group, or a small card of its own. */
public final class ServerEditPart extends BoxEditPart {
  ServerEditPart(LiveScene live, CanvasStyle style) {
    super(live, style);
  }

  @Override
  protected void createEditPolicies() {

    installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new FlowEndPolicy());
    installEditPolicy(FlowKnobPolicy.ROLE, new FlowKnobPolicy());
  }
}
