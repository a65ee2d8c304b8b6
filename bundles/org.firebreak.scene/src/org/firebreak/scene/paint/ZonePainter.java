package org.firebreak.scene.paint;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.TrustLevel;
import org.firebreak.scene.Box;
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

  private final TextMetrics metrics;
  private final boolean controls;

  ZonePainter(TextMetrics metrics, boolean controls) {
    this.metrics = metrics;
    this.controls = controls;
  }

  List<Shape> paint(Box box) {
    Rect at = box.bounds();
    Paint fill = fill(box);
    Paint border = Paint.of(Tokens.zoneBorder(box.look().trust()));
    double width = BORDER + BORDER_PER_DEPTH * Math.min(3, box.look().depth());
    Dash dash = box.look().trust() == TrustLevel.EXTERNAL ? Dash.DASHED : Dash.SOLID;
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Panel(
            at.x(),
            at.y(),
            at.width(),
            at.height(),
            Measures.ZONE_RADIUS,
            fill,
            border,
            width,
            dash));
    if (box.look().collapsed()) {
      addCollapsed(box, shapes);
    } else {
      addHeader(box, shapes);
    }
    return shapes;
  }

  private static Paint fill(Box box) {
    if (box.look().collapsed() && box.tint() != null && box.tint().ground() != null) {
      return box.tint().ground();
    }
    return box.look().tint() == null
        ? Paint.of(Tokens.zone(box.look().trust()))
        : new Paint.Chosen(box.look().tint());
  }

  private void addHeader(Box box, List<Shape> shapes) {
    Rect at = box.bounds();
    int left = at.x() + Measures.ZONE_PADDING;
    int right = at.right() - Measures.ZONE_PADDING;
    int baseline = at.y() + 21;
    if (controls) {
      shapes.addAll(CardPainter.expander(box));
      left = at.x() + Measures.EXPANDER + Measures.EXPANDER_STEP;
    }
    String secondary = box.text().secondary();
    int room = right - left - metrics.width(secondary, TextStyle.CAPTION) - 12;
    String title = metrics.fit(box.text().title(), TextStyle.TITLE, Math.max(24, room));
    shapes.add(text(title, left, baseline, Anchor.START, TextStyle.TITLE, Token.INK));
    shapes.add(text(secondary, right, baseline, Anchor.END, TextStyle.CAPTION, Token.MUTED));
  }

  private void addCollapsed(Box box, List<Shape> shapes) {
    Rect at = box.bounds();
    if (box.look().risk() != null) {
      shapes.add(CardPainter.stripe(box));
    }
    shapes.addAll(CardPainter.expander(box));
    int left = at.x() + Measures.EXPANDER + Measures.EXPANDER_STEP + 3;
    int right = at.right() - Measures.CARD_RIGHT;
    right -=
        new CardPainter(metrics, controls)
            .badge(shapes, box, right, at.y() + Measures.HEADER_MIDDLE + 1);
    String title = metrics.fit(box.text().title(), TextStyle.TITLE, right - left - 4);
    shapes.add(text(title, left, at.y() + 22, Anchor.START, TextStyle.TITLE, Token.INK));
    shapes.add(
        text(
            CardPainter.secondary(box),
            left,
            at.y() + 39,
            Anchor.START,
            TextStyle.CAPTION,
            CardPainter.second(box)));
  }

  private static Shape text(
      String text, int x, int baseline, Anchor anchor, TextStyle style, Token color) {
    return new Shape.Text(text, x, baseline, anchor, style, Paint.of(color));
  }
}
