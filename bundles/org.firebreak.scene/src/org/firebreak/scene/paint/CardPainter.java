package org.firebreak.scene.paint;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Badge;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
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

/** Paints groups, their members' rows, and servers outside groups. */
final class CardPainter {
  private final TextMetrics metrics;
  private final boolean controls;

  CardPainter(TextMetrics metrics, boolean controls) {
    this.metrics = metrics;
    this.controls = controls;
  }

  List<Shape> group(Box box) {
    Rect at = box.bounds();
    List<Shape> shapes = card(box);
    int middle = at.y() + Measures.HEADER_MIDDLE;
    int left = at.x() + Measures.CARD_LEFT + 1;
    int right = at.right() - Measures.CARD_RIGHT;
    right -= badge(shapes, box, right, middle);
    if (controls || box.look().collapsed()) {
      shapes.addAll(expander(box));
      left = at.x() + Measures.EXPANDER + Measures.EXPANDER_STEP;
    }
    for (Glyph role : box.look().glyphs()) {
      shapes.addAll(
          GlyphOutlines.shapes(role, left, middle - 6, Measures.GLYPH, Paint.of(second(box))));
      left += Measures.ROLE_STEP;
    }
    String secondary = secondary(box);
    int count = metrics.width(secondary, TextStyle.CAPTION);
    String title = metrics.fit(box.text().title(), TextStyle.TITLE, right - left - count - 10);
    shapes.add(
        new Shape.Text(
            title, left, middle + 4.5, Anchor.START, TextStyle.TITLE, Paint.of(Token.INK)));
    shapes.add(
        new Shape.Text(
            secondary,
            left + metrics.width(title, TextStyle.TITLE) + 8,
            middle + 4.5,
            Anchor.START,
            TextStyle.CAPTION,
            Paint.of(second(box))));
    if (box.look().memberOverflow() > 0) {
      shapes.add(
          new Shape.Text(
              "+" + box.look().memberOverflow() + " more",
              at.centerX(),
              at.bottom() - Measures.CARD_BOTTOM - 6.5,
              Anchor.MIDDLE,
              TextStyle.CAPTION,
              Paint.of(Token.MUTED)));
    }
    return shapes;
  }

  /** The chevron that hides or shows what is in a box. */
  static List<Shape> expander(Box box) {
    Rect at = box.expander();
    return GlyphOutlines.shapes(
        box.look().collapsed() ? Glyph.COLLAPSED : Glyph.EXPANDED,
        at.x() + Measures.EXPANDER_REACH,
        at.y() + Measures.EXPANDER_REACH,
        Measures.GLYPH,
        Paint.of(Token.MUTED));
  }

  List<Shape> server(Box box) {
    List<Shape> shapes = card(box);
    content(shapes, box, box.bounds().x() + Measures.STRIPE + 8);
    return shapes;
  }

  List<Shape> member(Box box) {
    Rect at = box.bounds();
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Panel(
            at.x() + 0.5,
            at.y() + 0.5,
            at.width() - 1,
            at.height() - 1,
            Measures.ROW_RADIUS,
            ground(box, Token.ROW),
            Paint.of(alarmOr(box, Token.ROW_BORDER)),
            1,
            Dash.SOLID));
    content(shapes, box, at.x() + 8);
    return shapes;
  }

  /** Kind, name, address and globe, from the left to the right. */
  private void content(List<Shape> shapes, Box box, int start) {
    Rect at = box.bounds();
    int middle = at.centerY();
    int left = start;
    int right = at.right() - 8;
    right -= badge(shapes, box, right, middle);
    for (Glyph glyph : box.look().glyphs()) {
      boolean atEnd = glyph == Glyph.GLOBE || glyph == Glyph.QUARANTINED;
      boolean alarmed = !atEnd && box.kind() == BoxKind.MEMBER && isAlarmed(box);
      Token color = alarmed ? alarmOr(box, Token.MUTED) : second(box);
      shapes.addAll(
          GlyphOutlines.shapes(
              alarmed ? Glyph.ALERT : glyph,
              atEnd ? right - Measures.GLYPH : left,
              middle - Measures.GLYPH / 2.0,
              Measures.GLYPH,
              Paint.of(
                  glyph == Glyph.QUARANTINED
                      ? Token.ERROR
                      : atEnd && !isTinted(box) ? Token.CLEAR_TEXT : color)));
      if (atEnd) {
        right -= Measures.GLYPH + 5;
      } else {
        left += Measures.GLYPH + 7;
      }
    }
    TextStyle style = box.kind() == BoxKind.SERVER ? TextStyle.TITLE : TextStyle.ROW;
    int beside = right - left - 6 - metrics.width(box.text().title(), style);
    int shared = (right - left) * 3 / 5;
    String address = metrics.fit(secondary(box), TextStyle.ADDRESS, Math.max(beside, shared));
    int room = right - left - metrics.width(address, TextStyle.ADDRESS) - 6;
    shapes.add(
        new Shape.Text(
            metrics.fit(box.text().title(), style, room),
            left,
            middle + 4,
            Anchor.START,
            style,
            Paint.of(Token.INK)));
    shapes.add(
        new Shape.Text(
            address, right, middle + 4, Anchor.END, TextStyle.ADDRESS, Paint.of(second(box))));
  }

  /** What stands beside the name: the figure of the overlay, else count or address. */
  static String secondary(Box box) {
    boolean rows = box.kind() == BoxKind.GROUP && !box.look().collapsed();
    return rows || box.tint() == null || box.tint().figure().isEmpty()
        ? box.text().secondary()
        : box.tint().figure();
  }

  /** Text of second rank would not stand out from every ground of an overlay. */
  static Token second(Box box) {
    return isTinted(box) ? Token.INK : Token.MUTED;
  }

  static Paint ground(Box box, Token calm) {
    return isTinted(box) ? box.tint().ground() : Paint.of(calm);
  }

  /** A card whose rows are seen leaves the ground to them. */
  private static boolean isTinted(Box box) {
    return box.tint() != null
        && box.tint().ground() != null
        && (box.kind() != BoxKind.GROUP || box.look().collapsed());
  }

  private static List<Shape> card(Box box) {
    Rect at = box.bounds();
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Panel(
            at.x() + 0.5,
            at.y() + 0.5,
            at.width() - 1,
            at.height() - 1,
            Measures.CARD_RADIUS,
            ground(box, Token.CARD),
            Paint.of(alarmOr(box, Token.CARD_BORDER)),
            isAlarmed(box) ? 1.6 : 1,
            Dash.SOLID));
    if (box.look().risk() != null) {
      shapes.add(stripe(box));
    }
    return shapes;
  }

  /** The risk at the left edge. */
  static Shape stripe(Box box) {
    Rect at = box.bounds();
    return new Shape.Panel(
        at.x() + 2.5,
        at.y() + 5,
        Measures.STRIPE,
        at.height() - 10,
        Measures.STRIPE / 2.0,
        Paint.of(Tokens.risk(box.look().risk())),
        null,
        0,
        Dash.SOLID);
  }

  /** Adds a badge whose right edge is given; answers the width that it takes. */
  int badge(List<Shape> shapes, Box box, int right, int middle) {
    Badge badge = box.look().badge();
    if (badge == Badge.NONE) {
      return 0;
    }
    int width = Measures.badgeWidth(badge, metrics);
    boolean micro = badge == Badge.MICRO && !isTinted(box);
    Token color = micro ? Token.ACCENT : second(box);
    shapes.add(
        new Shape.Panel(
            right - width + 0.5,
            middle - Measures.BADGE_HEIGHT / 2.0 + 0.5,
            width - 1,
            Measures.BADGE_HEIGHT - 1,
            (Measures.BADGE_HEIGHT - 1) / 2.0,
            null,
            Paint.of(micro ? Token.ACCENT : isTinted(box) ? Token.INK : Token.CARD_BORDER),
            1,
            Dash.SOLID));
    shapes.add(
        new Shape.Text(
            badge.text(),
            right - width / 2.0,
            middle + 3.5,
            Anchor.MIDDLE,
            TextStyle.BADGE,
            Paint.of(color)));
    return width + 6;
  }

  private static boolean isAlarmed(Box box) {
    return box.look().alarm() != Alarm.NONE;
  }

  private static Token alarmOr(Box box, Token calm) {
    return switch (box.look().alarm()) {
      case NONE -> calm;
      case WARNING -> Token.WARNING;
      case ERROR -> Token.ERROR;
    };
  }
}
