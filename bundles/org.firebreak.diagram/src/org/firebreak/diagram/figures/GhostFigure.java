package org.firebreak.diagram.figures;

import java.util.List;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.paint.BoxPainter;
import org.firebreak.scene.paint.Shape;
import org.firebreak.scene.paint.Shape.Dash;

/**
 * What is being dragged, pale, where it would be dropped; while it is resized, only its outline.
 */
public final class GhostFigure extends Figure {
  private static final int PALE = 150;
  private static final int FAINT = 70;

  private final List<Box> boxes;
  private final CanvasStyle style;
  private List<Shape> shapes;

  /**
   * A ghost.
   *
   * @param boxes the box that is dragged, then those inside
   */
  public GhostFigure(List<Box> boxes, CanvasStyle style) {
    this.boxes = List.copyOf(boxes);
    this.style = style;
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    Rect from = boxes.get(0).bounds();
    boolean moved = getBounds().width == from.width() && getBounds().height == from.height();
    graphics.pushState();
    if (moved && !style.isCoarse()) {
      graphics.setAlpha(PALE);
      graphics.translate(getBounds().x - from.x(), getBounds().y - from.y());
      ShapePainter.paint(graphics, shapes(), style);
    } else {
      graphics.setAlpha(FAINT);
      graphics.setBackgroundColor(style.color(Token.ACCENT));
      graphics.fillRectangle(getBounds());
      graphics.setAlpha(255);
      ShapePainter.paint(graphics, List.of(outline()), style);
    }
    graphics.popState();
  }

  private List<Shape> shapes() {
    if (shapes == null) {
      shapes =
          boxes.stream()
              .flatMap(box -> BoxPainter.paint(box, style.fonts(), true).stream())
              .toList();
    }
    return shapes;
  }

  private Shape outline() {
    return new Shape.Panel(
        getBounds().x + 1,
        getBounds().y + 1,
        getBounds().width - 2,
        getBounds().height - 2,
        Measures.CARD_RADIUS,
        null,
        Paint.of(Token.ACCENT),
        1.6,
        Dash.DASHED);
  }
}
