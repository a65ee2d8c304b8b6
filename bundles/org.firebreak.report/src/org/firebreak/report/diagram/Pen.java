package org.firebreak.report.diagram;

import java.awt.geom.Path2D;

/** What fills and strokes paths: an image, or a page of a printer. */
public interface Pen {

  /**
   * Fills a path by the non-zero rule.
   *
   * @param color {@code #RRGGBB}
   */
  void fill(Path2D path, String color);

  /**
   * Draws along a path with round joins.
   *
   * @param color {@code #RRGGBB}
   * @param width in the units of the path
   * @param dashes lengths on and off in the units of the path; empty for a solid line, whose ends
   *     are round
   */
  void stroke(Path2D path, String color, double width, double[] dashes);
}
