package org.firebreak.scene.paint;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.Glyph;
import org.firebreak.scene.Paint;
import org.firebreak.scene.paint.Shape.Dash;

/** Outlines of the glyphs, drawn on a square of 12 px. */
public final class GlyphOutlines {
  private static final double SQUARE = 12;
  private static final double STROKE = 1.1;
  private static final double THICKEST = 1.5;

  private GlyphOutlines() {}

  /**
   * The shapes of a glyph.
   *
   * @param x left edge of its square, px
   * @param y top edge of its square, px
   * @param size edge of its square, px
   */
  public static List<Shape> shapes(Glyph glyph, double x, double y, double size, Paint paint) {
    double scale = size / SQUARE;
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Path(
            strokes(glyph).placed(x, y, scale),
            null,
            paint,
            Math.min(STROKE * scale, THICKEST),
            Dash.SOLID));
    Outline filled = fills(glyph);
    if (!filled.steps().isEmpty()) {
      shapes.add(new Shape.Path(filled.placed(x, y, scale), paint, null, 0, Dash.SOLID));
    }
    return shapes;
  }

  private static Outline strokes(Glyph glyph) {
    Outline.Builder pen = Outline.builder();
    return switch (glyph) {
      case VIRTUAL_MACHINE ->
          pen.rectangle(1, 1.5, 10, 7)
              .polyline(6, 8.5, 6, 10.5)
              .polyline(3.5, 10.5, 8.5, 10.5)
              .build();
      case BARE_METAL ->
          pen.rectangle(1, 1.5, 10, 4)
              .rectangle(1, 6.5, 10, 4)
              .polyline(6, 3.5, 9, 3.5)
              .polyline(6, 8.5, 9, 8.5)
              .build();
      case CONTAINER_HOST ->
          pen.polygon(6, 0.8, 10.8, 3.3, 10.8, 8.7, 6, 11.2, 1.2, 8.7, 1.2, 3.3)
              .polyline(1.2, 3.3, 6, 5.8, 10.8, 3.3)
              .polyline(6, 5.8, 6, 11.2)
              .build();
      case GLOBE -> pen.ellipse(6, 6, 5, 5).ellipse(6, 6, 2.2, 5).polyline(1, 6, 11, 6).build();
      case QUARANTINED -> pen.ellipse(6, 6, 5, 5).polyline(2.5, 2.5, 9.5, 9.5).build();
      case LOCK -> shackle(pen, 8.5).build();
      case OPEN_LOCK -> shackle(pen, 3.9).build();
      case BRICKS ->
          pen.rectangle(0.5, 1.5, 11, 9)
              .polyline(0.5, 4.5, 11.5, 4.5)
              .polyline(0.5, 7.5, 11.5, 7.5)
              .polyline(6, 1.5, 6, 4.5)
              .polyline(3, 4.5, 3, 7.5)
              .polyline(9, 4.5, 9, 7.5)
              .polyline(6, 7.5, 6, 10.5)
              .build();
      case ALERT -> pen.polygon(6, 1.2, 11.2, 10.6, 0.8, 10.6).polyline(6, 4.6, 6, 7.2).build();
      case COLLAPSED -> pen.polyline(4, 2.5, 8, 6, 4, 9.5).build();
      case EXPANDED -> pen.polyline(2.5, 4, 6, 8, 9.5, 4).build();
      case CLOUD ->
          pen.move(3, 9.6)
              .curve(0.2, 9.6, 0.2, 6, 2.7, 5.8)
              .curve(2.7, 2, 8, 1.6, 8.8, 4.8)
              .curve(12.2, 4.6, 12.2, 9.6, 9, 9.6)
              .line(3, 9.6)
              .close()
              .build();
      case WEB -> pen.rectangle(1, 1.8, 10, 8.4).polyline(1, 4.4, 11, 4.4).build();
      case APPLICATION ->
          pen.polyline(4, 3, 1.2, 6, 4, 9)
              .polyline(8, 3, 10.8, 6, 8, 9)
              .polyline(7, 2.2, 5, 9.8)
              .build();
      case DATABASE ->
          pen.ellipse(6, 2.9, 4.4, 1.7)
              .move(1.6, 2.9)
              .line(1.6, 9.2)
              .curve(1.6, 11.4, 10.4, 11.4, 10.4, 9.2)
              .line(10.4, 2.9)
              .move(1.6, 6.1)
              .curve(1.6, 8.3, 10.4, 8.3, 10.4, 6.1)
              .build();
      case STORAGE ->
          pen.rectangle(1, 1.5, 10, 3).rectangle(1.8, 4.5, 8.4, 6).polyline(4.4, 7, 7.6, 7).build();
      case DIRECTORY ->
          pen.ellipse(6, 3.6, 2.3, 2.3)
              .move(1.6, 10.8)
              .curve(1.6, 6.2, 10.4, 6.2, 10.4, 10.8)
              .line(1.6, 10.8)
              .close()
              .build();
      case MAIL -> pen.rectangle(1, 2.2, 10, 7.6).polyline(1, 2.8, 6, 6.6, 11, 2.8).build();
      case MONITORING ->
          pen.polyline(0.8, 6.4, 3.2, 6.4, 4.8, 2, 7, 10, 8.6, 6.4, 11.2, 6.4).build();
      case BALANCER ->
          pen.polyline(0.8, 6, 4, 6)
              .polyline(10.8, 2, 7, 2, 4, 6, 7, 10, 10.8, 10)
              .polyline(4, 6, 10.8, 6)
              .build();
      case CONSOLE ->
          pen.rectangle(1, 1.8, 10, 8.4)
              .polyline(3, 4.2, 5, 6, 3, 7.8)
              .polyline(6, 8, 8.6, 8)
              .build();
      case PIN -> pen.polyline(6, 7, 6, 11).build();
    };
  }

  private static Outline.Builder shackle(Outline.Builder pen, double rightEnd) {
    return pen.move(3.5, 5.5)
        .line(3.5, 3.8)
        .curve(3.5, 2.2, 4.6, 1.2, 6, 1.2)
        .curve(7.4, 1.2, 8.5, 2.2, 8.5, 3.8)
        .line(8.5, Math.min(5.5, rightEnd));
  }

  private static Outline fills(Glyph glyph) {
    Outline.Builder pen = Outline.builder();
    return switch (glyph) {
      case BARE_METAL -> pen.ellipse(3.2, 3.5, 0.8, 0.8).ellipse(3.2, 8.5, 0.8, 0.8).build();
      case ALERT -> pen.ellipse(6, 8.9, 0.75, 0.75).build();
      case LOCK, OPEN_LOCK -> pen.rectangle(2.2, 5.3, 7.6, 5.7).build();
      case PIN -> pen.polygon(3.5, 1, 8.5, 1, 8, 4, 9.5, 7, 2.5, 7, 4, 4).build();
      default -> pen.build();
    };
  }
}
