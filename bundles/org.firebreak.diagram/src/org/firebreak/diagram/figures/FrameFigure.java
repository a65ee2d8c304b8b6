package org.firebreak.diagram.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.firebreak.scene.Token;

/** The frame with which boxes are selected. */
public final class FrameFigure extends Figure {
  private static final int FAINT = 28;

  private final CanvasStyle style;

  public FrameFigure(CanvasStyle style) {
    this.style = style;
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    Rectangle at = getBounds();
    graphics.pushState();
    graphics.setBackgroundColor(style.color(Token.ACCENT));
    graphics.setAlpha(FAINT);
    graphics.fillRectangle(at);
    graphics.setAlpha(255);
    graphics.setForegroundColor(style.color(Token.ACCENT));
    graphics.drawRectangle(at.x, at.y, at.width - 1, at.height - 1);
    graphics.popState();
  }
}
