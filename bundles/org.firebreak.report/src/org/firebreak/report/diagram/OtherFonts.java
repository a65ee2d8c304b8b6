package org.firebreak.report.diagram;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Characters that the typeface of the pictures has not, as outlines: from the fonts of this machine
 * if it has any that fit, else as boxes.
 */
final class OtherFonts {
  private static final int FINE = 100;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private OtherFonts() {}

  /** Outline of a run from the origin, in ems, y upwards, no wider than the run. */
  static Path2D outline(TextRun run, Typeface typeface) {
    Path2D found = found(run, typeface);
    return found.getBounds2D().isEmpty() && run.width() > 0 ? boxes(run, typeface) : found;
  }

  private static Path2D found(TextRun run, Typeface typeface) {
    Path2D outline = new Path2D.Double();
    if (run.text().isBlank()) {
      return outline;
    }
    try {
      Font font =
          new Font(Font.SANS_SERIF, typeface == Typeface.BOLD ? Font.BOLD : Font.PLAIN, FINE);
      if (font.canDisplayUpTo(run.text()) >= 0) {
        return outline;
      }
      TextLayout layout = new TextLayout(run.text(), font, CONTEXT);
      double squeeze = Math.min(1, run.width() * FINE / Math.max(1, layout.getAdvance()));
      double left = (run.width() - layout.getAdvance() * squeeze / FINE) / 2;
      AffineTransform place = AffineTransform.getTranslateInstance(left, 0);
      place.scale(squeeze / FINE, -1.0 / FINE);
      Shape shape = layout.getOutline(place);
      outline.append(shape, false);
      return outline;
    } catch (RuntimeException | LinkageError | InternalError e) {
      // A machine without any fonts says so in many ways; the boxes that follow need none.
      return new Path2D.Double();
    }
  }

  private static Path2D boxes(TextRun run, Typeface typeface) {
    GeneralPath box = typeface.outline(0);
    Rectangle2D bounds = box.getBounds2D();
    Path2D boxes = new Path2D.Double();
    int count = Math.max(1, run.text().codePointCount(0, run.text().length()));
    double step = run.width() / count;
    double scale = Math.min(1, step / Math.max(0.01, bounds.getMaxX() + bounds.getMinX()));
    for (int i = 0; i < count && !run.text().isBlank(); i++) {
      AffineTransform place = AffineTransform.getTranslateInstance(i * step, 0);
      place.scale(scale, 1);
      boxes.append(box.getPathIterator(place), false);
    }
    return boxes;
  }
}
