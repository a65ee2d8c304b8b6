package org.firebreak.diagram.parts;

import org.eclipse.gef.EditPolicy;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.policies.FlowEndPolicy;
import org.firebreak.diagram.tools.FlowKnobPolicy;

/** The pill of an external network. */
public final class ExternalNetworkEditPart extends BoxEditPart {
  ExternalNetworkEditPart(LiveScene live, CanvasStyle style) {
    super(live, style);
  }

  @Override
  protected void createEditPolicies() {

    installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new FlowEndPolicy());
    installEditPolicy(FlowKnobPolicy.ROLE, new FlowKnobPolicy());
  }
}
