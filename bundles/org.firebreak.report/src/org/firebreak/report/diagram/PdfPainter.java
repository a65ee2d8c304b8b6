package org.firebreak.report.diagram;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Theme;
import org.firebreak.scene.paint.Shape;

/**
 * Draws shapes as vectors and text as text. The page's coordinates must have been turned to those
 * of the diagram, y downwards.
 */
final class PdfPainter {
  private static final int ROUND = 1;
  private static final int BUTT = 0;

  private final PDPageContentStream page;
  private final PdfFonts fonts;
  private final Theme theme;

  PdfPainter(PDPageContentStream page, PdfFonts fonts, Theme theme) {
    this.page = page;
    this.fonts = fonts;
    this.theme = theme;
  }

  /**
   * Draws a shape.
   *
   * @throws UncheckedIOException if the page cannot be written
   */
  void paint(Shape shape) {
    try {
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(Path2D path, Paint fill, Paint stroke, double width, Shape.Dash dash)
      throws IOException {
    if (fill != null) {
      page.setNonStrokingColor(color(fill));
    }
    if (stroke != null) {
      page.setStrokingColor(color(stroke));
      page.setLineWidth((float) width);
      page.setLineJoinStyle(ROUND);
      page.setLineCapStyle(dash == Shape.Dash.SOLID ? ROUND : BUTT);
      page.setLineDashPattern(floats(dash.lengths()), 0);
    }
    trace(path, null);
    if (fill != null && stroke != null) {
      page.fillAndStroke();
    } else if (fill != null) {
      page.fill();
    } else {
      page.stroke();
    }
  }

  private void trace(Path2D path, AffineTransform place) throws IOException {
    float[] c = new float[6];
    float x = 0;
    float y = 0;
    for (PathIterator steps = path.getPathIterator(place); !steps.isDone(); steps.next()) {
      switch (steps.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(x = c[0], y = c[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(x = c[0], y = c[1]);
        case PathIterator.SEG_QUADTO -> {
          // PDF has cubic curves only.
          page.curveTo(
              x + (c[0] - x) * 2 / 3,
              y + (c[1] - y) * 2 / 3,
              c[2] + (c[0] - c[2]) * 2 / 3,
              c[3] + (c[1] - c[3]) * 2 / 3,
              x = c[2],
              y = c[3]);
        }
        case PathIterator.SEG_CUBICTO -> page.curveTo(c[0], c[1], c[2], c[3], x = c[4], y = c[5]);
        default -> page.closePath();
      }
    }
  }

  private void text(Shape.Text text) throws IOException {
    Typeface typeface = Typeface.of(text.style());
    double size = text.style().size();
    double left = Anchors.left(text, typeface);
    page.setNonStrokingColor(color(text.paint()));
    for (TextRun run : TextRun.of(text.text(), typeface)) {
      double x = left + run.start() * size;
      if (run.covered()) {
        page.beginText();
        page.setFont(fonts.of(typeface), (float) size);
        page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) text.baseline()));
        page.showText(run.text());
        page.endText();
      } else {
        outlines(run, typeface, x, text.baseline(), size);
      }
    }
  }

  /** Outlines that say which characters they are, so that readers can search and speak them. */
  private void outlines(TextRun run, Typeface typeface, double x, double baseline, double size)
      throws IOException {
    Path2D outline = OtherFonts.outline(run, typeface);
    if (outline.getBounds2D().isEmpty()) {
      return;
    }
    COSDictionary properties = new COSDictionary();
    properties.setItem(COSName.ACTUAL_TEXT, new COSString(run.text()));
    page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(properties));
    AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
    place.scale(size, -size);
    trace(outline, place);
    page.fill();
    page.endMarkedContent();
  }

  private Color color(Paint paint) {
    return Color.decode(paint.hex(theme));
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
