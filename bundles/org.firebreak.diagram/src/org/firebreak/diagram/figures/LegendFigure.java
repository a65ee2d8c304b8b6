package org.firebreak.diagram.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Point;
import org.firebreak.scene.Legend;
import org.firebreak.scene.paint.LegendPainter;

/** The legend of an overlay as a strip. */
public final class LegendFigure extends Figure {
  private final CanvasStyle style;
  private Legend legend;

  public LegendFigure(CanvasStyle style) {
    this.style = style;
  }

  /** Shows a legend in place of the one before. */
  public void show(Legend shown) {
    legend = shown;
    repaint();
  }

  /** Height for a width, px. */
  public int height(int width) {
    return legend == null ? 0 : legend.strip(width, style.fonts()).height();
  }

  /** Where a word after the last remark would begin; of its middle line. */
  public Point end(int width) {
    var end = legend.strip(width, style.fonts()).end();
    return new Point(end.x(), end.y());
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    if (legend != null) {
      ShapePainter.paint(
          graphics, LegendPainter.paintStrip(legend, getBounds().width, style.fonts()), style);
    }
  }
}
