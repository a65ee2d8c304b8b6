package org.firebreak.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.ScalableFreeformLayeredPane;

/**
 * Layers that are magnified by the graphics itself, not figure by figure in whole pixels: sharp
 * text and even lines at every zoom.
 */
public final class ZoomedPane extends ScalableFreeformLayeredPane {

  @Override
  protected void paintClientArea(Graphics graphics) {
    if (getChildren().isEmpty()) {
      return;
    }
    graphics.pushState();
    graphics.scale(getScale());
    // Every child is painted from the state pushed last, which must be the magnified one.
    graphics.pushState();
    paintChildren(graphics);
    graphics.popState();
    graphics.popState();
  }
}
