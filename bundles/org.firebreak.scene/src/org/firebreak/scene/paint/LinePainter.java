package org.firebreak.scene.paint;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.Encryption;
import org.firebreak.model.FlowState;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Glyph;
import org.firebreak.scene.Line;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.LineTint.Pattern;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Paint;
import org.firebreak.scene.TextMetrics;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.paint.Shape.Anchor;
import org.firebreak.scene.paint.Shape.Dash;

/** Paints a line: stroke with rounded corners, arrowhead, and apart from them the label. */
public final class LinePainter {
  private static final double WIDTH = 1.6;
  private static final double WIDTH_SELECTED = 2.4;
  private static final double CORNER = 6;
  private static final double ARROW_HALF = 4;

  private LinePainter() {}

  /** Stroke and arrowhead. */
  public static List<Shape> paint(Line line, LineMood mood) {
    if (line.tint() != null) {
      return tinted(line, mood);
    }
    Paint paint = Paint.of(color(line, mood));
    double width = mood == LineMood.NORMAL ? WIDTH : WIDTH_SELECTED;
    Dash dash = line.state() == FlowState.PROPOSED ? Dash.DASHED : Dash.SOLID;
    return List.of(
        new Shape.Path(stroke(line.route(), Measures.ARROW), null, paint, width, dash),
        arrow(line, paint, 1));
  }

  /** As the overlay wants it; what is pointed at or selected keeps its width. */
  private static List<Shape> tinted(Line line, LineMood mood) {
    LineTint tint =
        mood == LineMood.NORMAL
            ? line.tint()
            : LineTint.sample(
                Token.ACCENT, Math.max(WIDTH_SELECTED, line.tint().width()), Pattern.PLAIN);
    double scale = Math.max(1, (tint.width() / 2 + 2) / ARROW_HALF);
    List<Shape> shapes =
        new ArrayList<>(Strokes.of(stroke(line.route(), Measures.ARROW * scale), tint));
    shapes.add(arrow(line, tint.paint(), scale));
    return shapes;
  }

  /**
   * The pill with its text.
   *
   * @param metrics those of the scene
   */
  public static List<Shape> paintLabel(Line line, LineMood mood, TextMetrics metrics) {
    if (line.label().isEmpty()) {
      return List.of();
    }
    Rect at = line.label().bounds();
    Token color = color(line, mood);
    boolean tinted = line.tint() != null && mood == LineMood.NORMAL;
    Paint border = tinted ? line.tint().paint() : Paint.of(color);
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Panel(
            at.x() + 0.5,
            at.y() + 0.5,
            at.width() - 1,
            at.height() - 1,
            (at.height() - 1) / 2.0,
            Paint.of(Token.CANVAS),
            border,
            1,
            line.state() == FlowState.PROPOSED ? Dash.DASHED : Dash.SOLID));
    double x = at.x() + 8;
    double baseline = at.y() + at.height() / 2.0 + 3.8;
    if (line.alarm() != Alarm.NONE) {
      shapes.addAll(
          GlyphOutlines.shapes(
              Glyph.ALERT, x - 1, at.y() + 3, Measures.GLYPH - 1, Paint.of(color)));
      x += Measures.GLYPH + 2;
    }
    if (line.encryption() != Encryption.UNKNOWN) {
      Glyph glyph = line.encryption() == Encryption.ENCRYPTED ? Glyph.LOCK : Glyph.OPEN_LOCK;
      shapes.addAll(
          GlyphOutlines.shapes(glyph, x - 1, at.y() + 3.5, Measures.GLYPH - 2, Paint.of(color)));
      x += Measures.GLYPH + 2;
    }
    Token ink =
        switch (color) {
          case FLOW, WARNING -> Token.INK;
          case RETIRED -> Token.MUTED;
          case CLEAR_TEXT -> tinted ? Token.INK : color;
          default -> color;
        };
    shapes.add(
        new Shape.Text(
            line.label().text(), x, baseline, Anchor.START, TextStyle.LABEL, Paint.of(ink)));
    if (!line.label().count().isEmpty()) {
      shapes.add(
          new Shape.Text(
              line.label().count(),
              x + metrics.width(line.label().text(), TextStyle.LABEL) + 5,
              baseline,
              Anchor.START,
              TextStyle.LABEL,
              Paint.of(Token.MUTED)));
    }
    return shapes;
  }

  private static Token color(Line line, LineMood mood) {
    if (mood != LineMood.NORMAL) {
      return Token.ACCENT;
    }
    if (line.alarm() == Alarm.ERROR) {
      return Token.ERROR;
    }
    if (line.state() == FlowState.RETIRED) {
      return Token.RETIRED;
    }
    if (line.alarm() == Alarm.WARNING) {
      return Token.WARNING;
    }
    return line.encryption() == Encryption.CLEAR_TEXT ? Token.CLEAR_TEXT : Token.FLOW;
  }

  /** The route up to the arrowhead's base, with rounded corners. */
  private static Outline stroke(List<Point> route, double arrow) {
    Outline.Builder pen = Outline.builder().move(route.get(0).x(), route.get(0).y());
    for (int i = 1; i < route.size() - 1; i++) {
      Point before = route.get(i - 1);
      Point corner = route.get(i);
      Point after = route.get(i + 1);
      double radius =
          Math.min(CORNER, Math.min(distance(before, corner), distance(corner, after)) / 2);
      double[] in = towards(corner, before, radius);
      double[] out = towards(corner, after, radius);
      double kx = corner.x() + (in[0] - corner.x()) * 0.45;
      double ky = corner.y() + (in[1] - corner.y()) * 0.45;
      double lx = corner.x() + (out[0] - corner.x()) * 0.45;
      double ly = corner.y() + (out[1] - corner.y()) * 0.45;
      pen.line(in[0], in[1]).curve(kx, ky, lx, ly, out[0], out[1]);
    }
    Point tip = route.get(route.size() - 1);
    Point before = route.get(route.size() - 2);
    double[] base = towards(tip, before, Math.min(arrow - 1, distance(before, tip)));
    return pen.line(base[0], base[1]).build();
  }

  /** A filled head; that of a retired flow is hollow. */
  private static Shape arrow(Line line, Paint paint, double scale) {
    boolean retired = line.state() == FlowState.RETIRED;
    Paint fill = retired ? Paint.of(Token.CANVAS) : paint;
    return new Shape.Path(
        arrow(line.route(), scale), fill, retired ? paint : null, retired ? 1.2 : 0, Dash.SOLID);
  }

  private static Outline arrow(List<Point> route, double scale) {
    Point tip = route.get(route.size() - 1);
    Point before = route.get(route.size() - 2);
    double length = Math.max(1e-9, distance(before, tip));
    double ux = (tip.x() - before.x()) / length;
    double uy = (tip.y() - before.y()) / length;
    double baseX = tip.x() - ux * Measures.ARROW * scale;
    double baseY = tip.y() - uy * Measures.ARROW * scale;
    double half = ARROW_HALF * scale;
    return Outline.builder()
        .polygon(
            tip.x(),
            tip.y(),
            baseX - uy * half,
            baseY + ux * half,
            baseX + uy * half,
            baseY - ux * half)
        .build();
  }

  private static double[] towards(Point from, Point to, double distance) {
    double length = Math.max(1e-9, distance(from, to));
    return new double[] {
      from.x() + (to.x() - from.x()) * distance / length,
      from.y() + (to.y() - from.y()) * distance / length
    };
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
