package org.firebreak.diagram.canvas;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.IFigure;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;

/**
 * Keeps a canvas in the theme of the window: whoever styles the window gives the control a light or
 * a dark ground, and the diagram follows.
 */
final class ThemeFollower {
  private final FigureCanvas canvas;
  private final CanvasStyle style;
  private Theme shown;

  ThemeFollower(FigureCanvas canvas, CanvasStyle style) {
    this.canvas = canvas;
    this.style = style;
  }

  /** Follows now and from now on. */
  void start() {
    follow();
    canvas.addListener(SWT.Paint, event -> follow());
  }

  private void follow() {
    RGB ground = canvas.getBackground().getRGB();
    Theme theme = ground.getHSB()[2] < 0.5f ? Theme.DARK : Theme.LIGHT;
    if (theme != shown) {
      shown = theme;
      style.setTheme(theme);
      IFigure viewport = canvas.getViewport();
      viewport.setBackgroundColor(style.color(Token.CANVAS));
      viewport.repaint();
    }
  }
}
