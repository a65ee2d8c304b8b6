package org.firebreak.diagram.parts;

import org.eclipse.gef.EditPolicy;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.policies.ContentLayoutPolicy;
import org.firebreak.diagram.policies.FlowEndPolicy;
import org.firebreak.diagram.tools.FlowKnobPolicy;

/** A zone; what stands in it is moved with it. */
public final class ZoneEditPart extends BoxEditPart {
  ZoneEditPart(LiveScene live, CanvasStyle style) {
    super(live, style);
  }

  @Override
  protected void createEditPolicies() {
    installEditPolicy(EditPolicy.LAYOUT_ROLE, new ContentLayoutPolicy());
    installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new FlowEndPolicy());
    installEditPolicy(FlowKnobPolicy.ROLE, new FlowKnobPolicy());
  }
}
