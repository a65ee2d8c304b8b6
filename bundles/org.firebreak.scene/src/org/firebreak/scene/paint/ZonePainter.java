package org.firebreak.scene.paint;

import java.util.List;
import org.firebreak.model.TrustLevel;
import org.firebreak.scene.Box;
import org.firebreak.scene.Glyph;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Paint;
import org.firebreak.scene.TextMetrics;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.Token;
import org.firebreak.scene.Tokens;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.paint.Shape.Anchor;
import org.firebreak.scene.paint.Shape.Dash;

/** Paints open zones, and collapsed ones as cards of the same tint. */
final class ZonePainter {
  private static final double BORDER = 1.4;
  private static final double BORDER_PER_DEPTH = 0.4;

  private ZonePainter() {}

  static List<Shape> paint(Box box, TextMetrics metrics) {
    Rect at = box.bounds();
    Paint fill =
        box.look().tint() == null
            ? Paint.of(Tokens.zone(box.look().trust()))
            : new Paint.Chosen(box.look().tint());
    Paint border = Paint.of(Tokens.zoneBorder(box.look().trust()));
    double width = BORDER + BORDER_PER_DEPTH * Math.min(3, box.look().depth());
    Dash dash = box.look().trust() == TrustLevel.EXTERNAL ? Dash.DASHED : Dash.SOLID;
    Shape panel =
        new Shape.Panel(
            at.x(),
            at.y(),
            at.width(),
            at.height(),
            Measures.ZONE_RADIUS,
            fill,
            border,
            width,
            dash);
    return box.look().collapsed() ? collapsed(box, panel, metrics) : open(box, panel, metrics);
  }

  private static List<Shape> open(Box box, Shape panel, TextMetrics metrics) {
    Rect at = box.bounds();
    int left = at.x() + Measures.ZONE_PADDING;
    int right = at.right() - Measures.ZONE_PADDING;
    int baseline = at.y() + 21;
    String secondary = box.text().secondary();
    int room = right - left - metrics.width(secondary, TextStyle.CAPTION) - 12;
    String title = metrics.fit(box.text().title(), TextStyle.TITLE, Math.max(24, room));
    return List.of(
        panel,
        new Shape.Text(title, left, baseline, Anchor.START, TextStyle.TITLE, Paint.of(Token.INK)),
        new Shape.Text(
            secondary, right, baseline, Anchor.END, TextStyle.CAPTION, Paint.of(Token.MUTED)));
  }

  private static List<Shape> collapsed(Box box, Shape panel, TextMetrics metrics) {
    Rect at = box.bounds();
    int left = at.x() + 30;
    String title = metrics.fit(box.text().title(), TextStyle.TITLE, at.right() - left - 10);
    Shape triangle =
        GlyphOutlines.shapes(
                Glyph.COLLAPSED, at.x() + 10, at.y() + 13, Measures.GLYPH, Paint.of(Token.MUTED))
            .get(0);
    return List.of(
        panel,
        triangle,
        new Shape.Text(
            title, left, at.y() + 23, Anchor.START, TextStyle.TITLE, Paint.of(Token.INK)),
        new Shape.Text(
            box.text().secondary(),
            left,
            at.y() + 40,
            Anchor.START,
            TextStyle.CAPTION,
            Paint.of(Token.MUTED)));
  }
}
