package org.firebreak.scene.paint;

import org.firebreak.scene.Paint;
import org.firebreak.scene.TextStyle;

/** What a canvas must be able to draw; coordinates are the diagram's, px. */
public sealed interface Shape {

  /**
   * A rounded rectangle.
   *
   * @param radius of the corners
   * @param fill null for none
   * @param stroke null for none; the stroke is centred on the edge
   * @param strokeWidth px
   * @param dash of the stroke
   */
  record Panel(
      double x,
      double y,
      double width,
      double height,
      double radius,
      Paint fill,
      Paint stroke,
      double strokeWidth,
      Dash dash)
      implements Shape {}

  /**
   * A path.
   *
   * @param fill null for none
   * @param stroke null for none; round joins and caps
   * @param strokeWidth px
   * @param dash of the stroke
   */
  record Path(Outline outline, Paint fill, Paint stroke, double strokeWidth, Dash dash)
      implements Shape {}

  /**
   * A line of text.
   *
   * @param x of the anchor
   * @param baseline y of the baseline
   */
  record Text(String text, double x, double baseline, Anchor anchor, TextStyle style, Paint paint)
      implements Shape {}

  /** Which part of a text stands at its x. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Pattern of a stroke. */
  enum Dash {
    SOLID,
    /** 6 px on, 4 px off. */
    DASHED;

    /** Lengths on and off, px; empty for a solid line. */
    public double[] lengths() {
      return this == SOLID ? new double[0] : new double[] {6, 4};
    }
  }
}
