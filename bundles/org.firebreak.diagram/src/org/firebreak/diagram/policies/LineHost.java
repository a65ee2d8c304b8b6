package org.firebreak.diagram.policies;

import java.util.List;
import org.eclipse.gef.ConnectionEditPart;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.paint.LineMood;

/** The edit part of a line, as policies see it. */
public interface LineHost extends ConnectionEditPart {
  LiveScene live();

  CanvasStyle style();

  /** What the part stands for. */
  FlowLine flowLine();

  /** How much the line and its label stand out. */
  void setMood(LineMood mood);

  /**
   * Shows the line on another course while a hand tries it.
   *
   * @param route both ends included; {@code null} to show the line as it is
   */
  void preview(List<Point> route);

  /** Whether the course that is shown is only tried. */
  boolean isPreview();
}
