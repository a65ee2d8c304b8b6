package org.firebreak.diagram.parts;

import org.eclipse.gef.EditPolicy;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.policies.ContentLayoutPolicy;
import org.firebreak.diagram.policies.FlowEndPolicy;
import org.firebreak.diagram.tools.FlowKnobPolicy;

/** The card of a server group; the rows of its members are its children. */
public final class GroupEditPart extends BoxEditPart {
  GroupEditPart(LiveScene live, CanvasStyle style) {
    super(live, style);
  }

  @Override
  protected void createEditPolicies() {
    installEditPolicy(EditPolicy.LAYOUT_ROLE, new ContentLayoutPolicy());
    installEditPolicy(EditPolicy.GRAPHICAL_NODE_ROLE, new FlowEndPolicy());
    installEditPolicy(FlowKnobPolicy.ROLE, new FlowKnobPolicy());
  }
}
