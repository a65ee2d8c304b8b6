package org.firebreak.scene.paint;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.BoxTint;
import org.firebreak.scene.Legend;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Paint;
import org.firebreak.scene.TextMetrics;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.Tint;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.paint.Shape.Anchor;
import org.firebreak.scene.paint.Shape.Dash;

/** Paints a legend as a card. */
public final class LegendPainter {
  private static final double BASELINE = 4;
  private static final int SWATCH = 13;

  private LegendPainter() {}

  /**
   * The shapes of a legend.
   *
   * @param bounds as large as the legend
   * @param metrics those of the scene
   */
  public static List<Shape> paint(Legend legend, Rect bounds, TextMetrics metrics) {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Panel(
            bounds.x() + 0.5,
            bounds.y() + 0.5,
            bounds.width() - 1,
            bounds.height() - 1,
            Measures.CARD_RADIUS,
            Paint.of(Token.CARD),
            Paint.of(Token.CARD_BORDER),
            1,
            Dash.SOLID));
    int left = bounds.x() + Legend.PADDING;
    int y = bounds.y() + Legend.PADDING + Legend.STEP / 2;
    shapes.add(text(legend.title(), left, y, TextStyle.TITLE, Token.INK));
    for (String remark : legend.remarks()) {
      y += Legend.STEP;
      shapes.add(text(remark, left, y - 1, TextStyle.CAPTION, Token.MUTED));
    }
    legend.placed(bounds, metrics).forEach(placed -> add(shapes, placed));
    return shapes;
  }

  /**
   * The shapes of a legend as a strip at the origin.
   *
   * @param width of the strip, px
   */
  public static List<Shape> paintStrip(Legend legend, int width, TextMetrics metrics) {
    List<Shape> shapes = new ArrayList<>();
    Legend.Strip strip = legend.strip(width, metrics);
    shapes.add(
        new Shape.Panel(0, 0, width, strip.height(), 0, Paint.of(Token.CARD), null, 0, Dash.SOLID));
    shapes.add(
        new Shape.Panel(0, 0, width, 1, 0, Paint.of(Token.CARD_BORDER), null, 0, Dash.SOLID));
    int middle = strip.placed().get(0).at().y();
    shapes.add(text(legend.title(), Legend.PADDING, middle, TextStyle.TITLE, Token.INK));
    strip.placed().forEach(placed -> add(shapes, placed));
    return shapes;
  }

  private static void add(List<Shape> shapes, Legend.Placed placed) {
    Tint sample = placed.entry().sample();
    boolean heading = sample == null;
    shapes.addAll(sample(sample, placed.at()));
    shapes.add(
        text(
            placed.entry().text(),
            placed.textLeft(),
            placed.at().y(),
            heading ? TextStyle.CAPTION : TextStyle.LABEL,
            heading ? Token.MUTED : Token.INK));
  }

  private static Shape text(String text, int left, int middle, TextStyle style, Token color) {
    return new Shape.Text(text, left, middle + BASELINE, Anchor.START, style, Paint.of(color));
  }

  private static List<Shape> sample(Tint sample, Point at) {
    return switch (sample) {
      case LineTint line ->
          Strokes.of(
              Outline.builder()
                  .move(at.x() + line.width() / 2, at.y())
                  .line(at.x() + Legend.SAMPLE - line.width() / 2, at.y())
                  .build(),
              line);
      case BoxTint box ->
          List.of(
              new Shape.Panel(
                  at.x() + 0.5,
                  at.y() - SWATCH / 2.0,
                  Legend.SAMPLE - 1,
                  SWATCH,
                  Measures.ROW_RADIUS,
                  box.ground(),
                  Paint.of(Token.CARD_BORDER),
                  1,
                  Dash.SOLID));
      case null -> List.of();
    };
  }
}
