package org.firebreak.diagram.figures;

import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.geometry.Rectangle;

/** The layer of all boxes, with some empty space around them. */
public final class DiagramLayer extends FreeformLayer {
  /** Less than what is left free when the diagram is fitted, or scroll bars would appear. */
  private static final int MARGIN = 14;

  @Override
  public Rectangle getFreeformExtent() {
    return super.getFreeformExtent().getExpanded(MARGIN, MARGIN);
  }
}
