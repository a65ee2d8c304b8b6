package org.firebreak.report.diagram;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Theme;
import org.firebreak.scene.paint.Shape;

/** Draws shapes with a pen; text as outlines, so that no font of the machine has a say. */
public final class PenPainter {
  private final Pen pen;
  private final Theme theme;

  public PenPainter(Pen pen, Theme theme) {
    this.pen = pen;
    this.theme = theme;
  }

  /** Draws a shape in diagram coordinates. */
  public void paint(Shape shape) {
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
      pen.fill(path, fill.hex(theme));
    }
    if (stroke != null) {
      pen.stroke(path, stroke.hex(theme), width, dash.lengths());
    }
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
    pen.fill(path, text.paint().hex(theme));
  }

  private static void append(TextRun run, Typeface typeface, AffineTransform at, Path2D path) {
    for (int i = 0; i < run.text().length(); ) {
      int character = run.text().codePointAt(i);
      path.append(typeface.outline(character).getPathIterator(at), false);
      at.translate(typeface.advance(character), 0);
      i += Character.charCount(character);
    }
  }
}
