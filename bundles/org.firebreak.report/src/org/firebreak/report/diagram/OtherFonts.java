package org.firebreak.report.diagram;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

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
    Path2D whole = found(run, typeface);
    if (!whole.getBounds2D().isEmpty()) {
      return whole;
    }
    Path2D outline = new Path2D.Double();
    for (TextRun single : singles(run, typeface)) {
      Path2D found = found(single, typeface);
      boolean missing = found.getBounds2D().isEmpty() && single.width() > 0;
      outline.append(
          (missing ? box(single, typeface) : found)
              .getPathIterator(AffineTransform.getTranslateInstance(single.start(), 0)),
          false);
    }
    return outline;
  }

  private static List<TextRun> singles(TextRun run, Typeface typeface) {
    List<TextRun> singles = new ArrayList<>();
    double start = 0;
    for (int character : run.text().codePoints().toArray()) {
      String text = Character.toString(character);
      double width = TextRun.width(text, typeface);
      singles.add(new TextRun(text, false, start, width));
      start += width;
    }
    return singles;
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

  private static Path2D box(TextRun single, Typeface typeface) {
    Path2D box = new Path2D.Double();
    if (!single.text().isBlank()) {
      GeneralPath outline = typeface.outline(0);
      Rectangle2D bounds = outline.getBounds2D();
      double squeeze = Math.min(1, single.width() / (bounds.getMaxX() + bounds.getMinX()));
      box.append(outline.getPathIterator(AffineTransform.getScaleInstance(squeeze, 1)), false);
    }
    return box;
  }
}
