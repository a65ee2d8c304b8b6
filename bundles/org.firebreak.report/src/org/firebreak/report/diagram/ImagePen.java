package org.firebreak.report.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;

/** Draws pixels, smoothed. */
final class ImagePen implements Pen {
  private final Graphics2D graphics;

  ImagePen(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
  }

  @Override
  public void fill(Path2D path, String color) {
    graphics.setColor(Color.decode(color));
    graphics.fill(path);
  }

  @Override
  public void stroke(Path2D path, String color, double width, double[] dashes) {
    graphics.setColor(Color.decode(color));
    graphics.setStroke(stroke((float) width, dashes));
    graphics.draw(path);
  }

  private static BasicStroke stroke(float width, double[] dashes) {
    if (dashes.length == 0) {
      return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
    float[] pattern = new float[dashes.length];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (float) dashes[i];
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }
}
