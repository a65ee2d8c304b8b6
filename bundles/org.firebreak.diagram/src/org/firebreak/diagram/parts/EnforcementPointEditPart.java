package org.firebreak.diagram.parts;

import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;

/** The symbol of a firewall; no flow starts or ends at it. */
public final class EnforcementPointEditPart extends BoxEditPart {
  EnforcementPointEditPart(LiveScene live, CanvasStyle style) {
    super(live, style);
  }

  @Override
  protected void createEditPolicies() {}
}
