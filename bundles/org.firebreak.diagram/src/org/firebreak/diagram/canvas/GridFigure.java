package org.firebreak.diagram.canvas;

import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.scene.Token;

/** Thin lines below the diagram, every fifth one stronger; fewer where they would run together. */
final class GridFigure extends FreeformLayer {
  static final String LAYER = "Grid lines";

  private static final int FAINT = 110;
  private static final int MAJOR = 5;

  private final CanvasStyle style;
  private int distance = 10;

  GridFigure(CanvasStyle style) {
    this.style = style;
    setEnabled(false);
    setVisible(false);
  }

  /** Shows the grid or hides it. */
  void show(boolean shown, int gridSize) {
    distance = gridSize;
    setVisible(shown);
    repaint();
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    Rectangle clip = graphics.getClip(new Rectangle());
    int spacing = Ticks.spacing(distance, style.zoom());
    graphics.pushState();
    graphics.setLineWidth(Math.max(1, (int) Math.round(1 / style.zoom())));
    graphics.setForegroundColor(style.color(Token.ROW_BORDER));
    for (int n = Math.floorDiv(clip.x, spacing); n * spacing <= clip.right(); n++) {
      graphics.setAlpha(n % MAJOR == 0 ? 255 : FAINT);
      graphics.drawLine(n * spacing, clip.y, n * spacing, clip.bottom());
    }
    for (int n = Math.floorDiv(clip.y, spacing); n * spacing <= clip.bottom(); n++) {
      graphics.setAlpha(n % MAJOR == 0 ? 255 : FAINT);
      graphics.drawLine(clip.x, n * spacing, clip.right(), n * spacing);
    }
    graphics.popState();
  }
}
