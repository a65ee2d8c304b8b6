package org.firebreak.diagram.policies;

import org.eclipse.gef.GraphicalEditPart;
import org.firebreak.diagram.figures.BoxFigure;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.scene.Box;

/** The edit part of a box, or of the whole diagram, as policies see it. */
public interface BoxHost extends GraphicalEditPart {
  LiveScene live();

  CanvasStyle style();

  /** The box; {@code null} for the diagram. */
  Box box();

  /** The figure of the box; {@code null} for the diagram. */
  BoxFigure boxFigure();
}
