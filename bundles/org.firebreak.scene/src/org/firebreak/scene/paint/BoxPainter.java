package org.firebreak.scene.paint;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Glyph;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Paint;
import org.firebreak.scene.TextMetrics;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.paint.Shape.Anchor;
import org.firebreak.scene.paint.Shape.Dash;

/** Paints a box by itself, without the boxes in it. */
public final class BoxPainter {
  private static final double BRICKS = 30;
  private static final double PIN = 10;
  private static final double ALERT = 13;
  private static final double CLOUD = 13;

  private BoxPainter() {}

  /**
   * The shapes of a box, in painting order.
   *
   * @param metrics those of the scene
   */
  public static List<Shape> paint(Box box, TextMetrics metrics) {
    return paint(box, metrics, false);
  }

  /**
   * The shapes of a box, in painting order.
   *
   * @param metrics those of the scene
   * @param controls whether what can be clicked is shown too: the chevron of an open box
   */
  public static List<Shape> paint(Box box, TextMetrics metrics, boolean controls) {
    CardPainter cards = new CardPainter(metrics, controls);
    List<Shape> shapes =
        new ArrayList<>(
            switch (box.kind()) {
              case ZONE -> new ZonePainter(metrics, controls).paint(box);
              case GROUP -> cards.group(box);
              case MEMBER -> cards.member(box);
              case SERVER -> cards.server(box);
              case EXTERNAL_NETWORK -> externalNetwork(box, metrics);
              case ENFORCEMENT_POINT -> enforcementPoint(box, metrics);
              case NOTE -> note(box);
            });
    if (box.look().alarm() != Alarm.NONE && box.kind() != BoxKind.MEMBER) {
      shapes.addAll(alert(box));
    }
    if (box.look().pinned()) {
      shapes.addAll(
          GlyphOutlines.shapes(
              Glyph.PIN,
              box.bounds().right() - PIN,
              box.bounds().y() - PIN / 2,
              PIN,
              Paint.of(Token.MUTED)));
    }
    return shapes;
  }

  /** A mark on the upper left corner, so that colour is not the only sign of a finding. */
  private static List<Shape> alert(Box box) {
    double x = box.bounds().x() - ALERT / 2;
    double y = box.bounds().y() - ALERT / 2;
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Panel(
            x - 1.5,
            y - 2,
            ALERT + 3,
            ALERT + 3,
            (ALERT + 3) / 2,
            Paint.of(Token.CANVAS),
            null,
            0,
            Dash.SOLID));
    Token color = box.look().alarm() == Alarm.ERROR ? Token.ERROR : Token.WARNING;
    shapes.addAll(GlyphOutlines.shapes(Glyph.ALERT, x, y, ALERT, Paint.of(color)));
    return shapes;
  }

  private static List<Shape> externalNetwork(Box box, TextMetrics metrics) {
    Rect at = box.bounds();
    String secondary = CardPainter.secondary(box);
    boolean two = !secondary.isEmpty();
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Panel(
            at.x() + 0.7,
            at.y() + 0.7,
            at.width() - 1.4,
            at.height() - 1.4,
            Math.min(at.width(), at.height()) / 2.0 - 0.7,
            CardPainter.ground(box, Token.ZONE_EXTERNAL),
            Paint.of(Token.ZONE_EXTERNAL_BORDER),
            1.4,
            Dash.DASHED));
    double shift = Measures.ROLE_STEP / 2.0;
    Shape.Text title =
        centred(box, box.text().title(), TextStyle.TITLE, Token.INK, two ? -3 : 4.5, metrics);
    double left = title.x() - metrics.width(title.text(), TextStyle.TITLE) / 2.0 - shift;
    shapes.addAll(
        GlyphOutlines.shapes(
            Glyph.CLOUD, left, title.baseline() - 4.5 - CLOUD / 2, CLOUD, Paint.of(Token.MUTED)));
    shapes.add(moved(title, shift));
    if (two) {
      shapes.add(centred(box, secondary, TextStyle.CAPTION, CardPainter.second(box), 14, metrics));
    }
    return shapes;
  }

  private static Shape moved(Shape.Text text, double dx) {
    return new Shape.Text(
        text.text(), text.x() + dx, text.baseline(), text.anchor(), text.style(), text.paint());
  }

  private static Shape.Text centred(
      Box box, String text, TextStyle style, Token color, double offset, TextMetrics metrics) {
    Rect at = box.bounds();
    return new Shape.Text(
        metrics.fit(text, style, at.width() - 24 - Measures.ROLE_STEP),
        at.x() + at.width() / 2.0,
        at.y() + at.height() / 2.0 + offset,
        Anchor.MIDDLE,
        style,
        Paint.of(color));
  }

  private static List<Shape> enforcementPoint(Box box, TextMetrics metrics) {
    Rect at = box.bounds();
    List<Shape> shapes = new ArrayList<>();
    shapes.addAll(
        GlyphOutlines.shapes(
            Glyph.BRICKS,
            at.x() + (at.width() - BRICKS) / 2,
            at.y() - 1,
            BRICKS,
            CardPainter.ground(box, Token.ERROR)));
    shapes.add(
        new Shape.Text(
            metrics.fit(box.text().title(), TextStyle.CAPTION, at.width()),
            at.x() + at.width() / 2.0,
            at.y() + 41,
            Anchor.MIDDLE,
            TextStyle.CAPTION,
            Paint.of(Token.MUTED)));
    shapes.addAll(figure(box, metrics));
    return shapes;
  }

  /** The figure of an overlay beside the symbol, as the name below needs its room. */
  private static List<Shape> figure(Box box, TextMetrics metrics) {
    if (box.tint() == null || box.tint().figure().isEmpty()) {
      return List.of();
    }
    int width = metrics.width(box.tint().figure(), TextStyle.BADGE) + 10;
    double left = box.bounds().x() + box.bounds().width() / 2.0 + BRICKS / 2 - 6;
    double top = box.bounds().y() - 7;
    return List.of(
        new Shape.Panel(
            left,
            top,
            width,
            15,
            7.5,
            Paint.of(Token.CANVAS),
            CardPainter.ground(box, Token.MUTED),
            1.2,
            Dash.SOLID),
        new Shape.Text(
            box.tint().figure(),
            left + width / 2.0,
            top + 11,
            Anchor.MIDDLE,
            TextStyle.BADGE,
            Paint.of(Token.INK)));
  }

  private static List<Shape> note(Box box) {
    Rect at = box.bounds();
    double fold = 10;
    List<Shape> shapes = new ArrayList<>();
    Outline paper =
        Outline.builder()
            .polygon(
                at.x() + 0.5,
                at.y() + 0.5,
                at.right() - fold,
                at.y() + 0.5,
                at.right() - 0.5,
                at.y() + fold,
                at.right() - 0.5,
                at.bottom() - 0.5,
                at.x() + 0.5,
                at.bottom() - 0.5)
            .build();
    shapes.add(
        new Shape.Path(paper, Paint.of(Token.NOTE), Paint.of(Token.NOTE_BORDER), 1, Dash.SOLID));
    double baseline = at.y() + 9 + TextStyle.NOTE.size();
    for (String line : box.text().lines()) {
      shapes.add(
          new Shape.Text(
              line, at.x() + 12, baseline, Anchor.START, TextStyle.NOTE, Paint.of(Token.INK)));
      baseline += TextStyle.NOTE.lineHeight();
    }
    return shapes;
  }
}
