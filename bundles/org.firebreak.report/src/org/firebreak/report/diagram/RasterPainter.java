package org.firebreak.report.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Theme;
import org.firebreak.scene.paint.Shape;

/** Draws shapes as pixels; text as outlines, so that no font of the machine has a say. */
final class RasterPainter {
  private final Graphics2D graphics;
  private final Theme theme;

  RasterPainter(Graphics2D graphics, Theme theme) {
    this.graphics = graphics;
    this.theme = theme;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
  }

  void paint(Shape shape) {
    switch (shape) {
      case Shape.Panel panel ->
          draw(Paths.of(panel), panel.fill(), panel.stroke(), panel.strokeWidth(), panel.dash());
      case Shape.Path path ->
          draw(
              Paths.of(path.outline()),
              path.fill(),
              path.stroke(),
              path.strokeWidth(),
              path.dash());
      case Shape.Text text -> text(text);
    }
  }

  private void draw(Path2D path, Paint fill, Paint stroke, double width, Shape.Dash dash) {
    if (fill != null) {
      graphics.setColor(color(fill));
      graphics.fill(path);
    }
    if (stroke != null) {
      graphics.setColor(color(stroke));
      graphics.setStroke(stroke((float) width, dash));
      graphics.draw(path);
    }
  }

  private static BasicStroke stroke(float width, Shape.Dash dash) {
    if (dash == Shape.Dash.SOLID) {
      return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
    double[] lengths = dash.lengths();
    float[] pattern = new float[lengths.length];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (float) lengths[i];
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }

  private void text(Shape.Text text) {
    Typeface typeface = Typeface.of(text.style());
    double size = text.style().size();
    AffineTransform place =
        AffineTransform.getTranslateInstance(Anchors.left(text, typeface), text.baseline());
    place.scale(size, -size);
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (TextRun run : TextRun.of(text.text(), typeface)) {
      AffineTransform at = new AffineTransform(place);
      at.translate(run.start(), 0);
      if (run.covered()) {
        append(run, typeface, at, path);
      } else {
        path.append(OtherFonts.outline(run, typeface).getPathIterator(at), false);
      }
    }
    graphics.setColor(color(text.paint()));
    graphics.fill(path);
  }

  private static void append(TextRun run, Typeface typeface, AffineTransform at, Path2D path) {
    for (int i = 0; i < run.text().length(); ) {
      int character = run.text().codePointAt(i);
      path.append(typeface.outline(character).getPathIterator(at), false);
      at.translate(typeface.advance(character), 0);
      i += Character.charCount(character);
    }
  }

  private Color color(Paint paint) {
    return Color.decode(paint.hex(theme));
  }
}
