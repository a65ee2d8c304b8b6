package org.firebreak.diagram.policies;

import java.util.List;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.snapping.Guide;
import org.firebreak.scene.Token;

/** Lines in the accent colour along which a moved box stands with others. */
final class GuideFigure extends Figure {
  /** How far a line reaches out over the boxes, px on the screen. */
  private static final int OVERHANG = 8;

  private final CanvasStyle style;
  private List<Guide> guides = List.of();

  GuideFigure(CanvasStyle style) {
    this.style = style;
    setEnabled(false);
  }

  /** Shows other guides; the figure becomes as large as they need. */
  void show(List<Guide> shown) {
    guides = List.copyOf(shown);
    Rectangle bounds = null;
    for (Guide guide : guides) {
      Rectangle line = line(guide).getExpanded(over(), over());
      bounds = bounds == null ? line : bounds.getUnion(line);
    }
    setBounds(bounds == null ? new Rectangle() : bounds);
    repaint();
  }

  List<Guide> guides() {
    return guides;
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    graphics.pushState();
    graphics.setForegroundColor(style.color(Token.ACCENT));
    graphics.setLineWidth(Math.max(1, (int) Math.round(1 / style.zoom())));
    graphics.setLineStyle(SWT.LINE_SOLID);
    for (Guide guide : guides) {
      int from = guide.from() - over();
      int to = guide.to() + over();
      if (guide.upright()) {
        graphics.drawLine(guide.at(), from, guide.at(), to);
      } else {
        graphics.drawLine(from, guide.at(), to, guide.at());
      }
    }
    graphics.popState();
  }

  private int over() {
    return (int) Math.ceil(OVERHANG / style.zoom());
  }

  private static Rectangle line(Guide guide) {
    int length = guide.to() - guide.from() + 1;
    return guide.upright()
        ? new Rectangle(guide.at(), guide.from(), 1, length)
        : new Rectangle(guide.from(), guide.at(), length, 1);
  }
}
