package org.firebreak.diagram.parts;

import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;

/** A note; no flow starts or ends at it. */
public final class NoteEditPart extends BoxEditPart {
  NoteEditPart(LiveScene live, CanvasStyle style) {
    super(live, style);
  }

  @Override
  protected void createEditPolicies() {}
}
