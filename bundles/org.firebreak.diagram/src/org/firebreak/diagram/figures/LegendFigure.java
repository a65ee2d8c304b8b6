package org.firebreak.diagram.figures;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.firebreak.scene.Legend;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;
import org.firebreak.scene.paint.LegendPainter;

/** The legend of an overlay, as large as it wants to be. */
public final class LegendFigure extends Figure {
  private final CanvasStyle style;
  private Legend legend;

  public LegendFigure(CanvasStyle style) {
    this.style = style;
  }

  /** Shows a legend in place of the one before. */
  public void show(Legend shown) {
    legend = shown;
    revalidate();
    repaint();
  }

  @Override
  public Dimension getPreferredSize(int wide, int high) {
    if (legend == null) {
      return new Dimension();
    }
    Size size = legend.size(style.fonts());
    return new Dimension(size.width(), size.height());
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    if (legend != null) {
      Size size = legend.size(style.fonts());
      Rect at = new Rect(getBounds().x, getBounds().y, size.width(), size.height());
      ShapePainter.paint(graphics, LegendPainter.paint(legend, at, style.fonts()), style);
    }
  }
}
