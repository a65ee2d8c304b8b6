package org.firebreak.report.diagram;

import org.firebreak.scene.paint.Shape;

/** Where a text begins. */
public final class Anchors {
  private Anchors() {}

  /** Left end of a text, px. */
  public static double left(Shape.Text text, Typeface typeface) {
    double width = TextRun.width(text.text(), typeface) * text.style().size();
    return switch (text.anchor()) {
      case START -> text.x();
      case MIDDLE -> text.x() - width / 2;
      case END -> text.x() - width;
    };
  }
}
