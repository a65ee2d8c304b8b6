package org.firebreak.diagram.figures;

import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.geometry.Rectangle;

/** The layer of all boxes, with some empty space around them. */
public final class DiagramLayer extends FreeformLayer {
  private static final int MARGIN = 32;

  @Override
  public Rectangle getFreeformExtent() {
    return super.getFreeformExtent().getExpanded(MARGIN, MARGIN);
  }
}
