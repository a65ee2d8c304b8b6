package org.firebreak.scene.paint;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.LineTint.Pattern;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Token;
import org.firebreak.scene.paint.Shape.Dash;

/** Strokes of lines that an overlay has tinted. */
final class Strokes {
  /** Thinner strokes have no room for a core. */
  private static final double LEAST_WITH_CORE = 3;

  private static final double EDGE = 1;

  private Strokes() {}

  /** The strokes along a course, the lowest first. */
  static List<Shape> of(Outline course, LineTint tint) {
    List<Shape> strokes = new ArrayList<>();
    if (tint.pattern() == Pattern.EDGED) {
      strokes.add(stroke(course, Paint.of(Token.INK), tint.width() + 2 * EDGE, Dash.SOLID));
    }
    Dash dash = tint.pattern() == Pattern.UNKNOWN ? Dash.DASHED : Dash.SOLID;
    strokes.add(stroke(course, tint.paint(), tint.width(), dash));
    boolean cored = tint.pattern() == Pattern.MARKED || tint.pattern() == Pattern.EDGED;
    if (cored && tint.width() >= LEAST_WITH_CORE) {
      strokes.add(
          stroke(course, Paint.of(Token.CANVAS), Math.max(1, tint.width() / 4), Dash.DASHED));
    }
    return strokes;
  }

  private static Shape stroke(Outline course, Paint paint, double width, Dash dash) {
    return new Shape.Path(course, null, paint, width, dash);
  }
}
