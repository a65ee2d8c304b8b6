package org.firebreak.report.diagram;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.firebreak.scene.paint.Shape;

/**
 * One page of paper.
 *
 * @param number from 1
 * @param area where the diagram is, points from the upper left corner of the paper
 * @param part what of the diagram is there, px
 * @param scale points for one px
 * @param furniture head, foot and overlap marks, in px of {@value PagePlan#POINTS_PER_PX} points
 *     from the upper left corner of the paper
 */
public record Page(
    int number, Rectangle2D area, Rectangle2D part, double scale, List<Shape> furniture) {

  public Page {
    furniture = List.copyOf(furniture);
  }

  /** From px of the diagram to points from the upper left corner of the paper. */
  public AffineTransform placement() {
    AffineTransform placement = AffineTransform.getTranslateInstance(area.getX(), area.getY());
    placement.scale(scale, scale);
    placement.translate(-part.getX(), -part.getY());
    return placement;
  }
}
