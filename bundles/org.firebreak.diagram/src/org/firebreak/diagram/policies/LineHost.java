package org.firebreak.diagram.policies;

import org.eclipse.gef.ConnectionEditPart;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.scene.paint.LineMood;

/** The edit part of a line, as policies see it. */
public interface LineHost extends ConnectionEditPart {
  LiveScene live();

  CanvasStyle style();

  /** What the part stands for. */
  FlowLine flowLine();

  /** How much the line and its label stand out. */
  void setMood(LineMood mood);
}
