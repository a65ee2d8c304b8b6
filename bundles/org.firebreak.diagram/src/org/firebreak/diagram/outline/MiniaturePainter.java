package org.firebreak.diagram.outline;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Token;
import org.firebreak.scene.Tokens;
import org.firebreak.scene.geometry.Point;

/** Draws a scene so small that only areas and lines are left of it. */
final class MiniaturePainter {
  private static final int FAINT = 110;

  private final GC gc;
  private final CanvasStyle style;
  private final double scale;
  private final int left;
  private final int top;

  MiniaturePainter(GC gc, CanvasStyle style, double scale, int left, int top) {
    this.gc = gc;
    this.style = style;
    this.scale = scale;
    this.left = left;
    this.top = top;
  }

  void paint(LiveScene live) {
    gc.setAntialias(SWT.ON);
    live.scene().boxes().forEach(this::box);
    gc.setForeground(style.color(Token.FLOW));
    gc.setAlpha(FAINT);
    for (Line line : live.lines()) {
      gc.drawPolyline(corners(line.route()));
    }
    gc.setAlpha(255);
  }

  private void box(Box box) {
    int x = x(box.bounds().x());
    int y = y(box.bounds().y());
    int width = Math.max(1, x(box.bounds().right()) - x);
    int height = Math.max(1, y(box.bounds().bottom()) - y);
    switch (box.kind()) {
      case ZONE ->
          panel(
              Tokens.zone(box.look().trust()),
              Tokens.zoneBorder(box.look().trust()),
              new int[] {x, y, width, height, 4});
      case GROUP, SERVER -> {
        panel(Token.CARD, Token.CARD_BORDER, new int[] {x, y, width, height, 3});
        if (box.look().risk() != null) {
          gc.setBackground(style.color(Tokens.risk(box.look().risk())));
          gc.fillRectangle(x, y + 1, Math.max(1, (int) (5 * scale)), Math.max(1, height - 1));
        }
      }
      case EXTERNAL_NETWORK ->
          panel(
              Token.ZONE_EXTERNAL,
              Token.ZONE_EXTERNAL_BORDER,
              new int[] {x, y, width, height, height});
      case NOTE -> panel(Token.NOTE, Token.NOTE_BORDER, new int[] {x, y, width, height, 0});
      case ENFORCEMENT_POINT ->
          panel(Token.CANVAS, Token.ERROR, new int[] {x, y, width, Math.max(1, height / 2), 0});
      case MEMBER -> {
        // Rows are too small to be seen.
      }
    }
  }

  /**
   * @param at left, top, width, height, corner
   */
  private void panel(Token fill, Token border, int[] at) {
    gc.setBackground(style.color(fill));
    gc.fillRoundRectangle(at[0], at[1], at[2], at[3], at[4], at[4]);
    gc.setForeground(style.color(border));
    gc.drawRoundRectangle(at[0], at[1], at[2], at[3], at[4], at[4]);
  }

  private int[] corners(List<Point> route) {
    int[] corners = new int[2 * route.size()];
    for (int i = 0; i < route.size(); i++) {
      corners[2 * i] = x(route.get(i).x());
      corners[2 * i + 1] = y(route.get(i).y());
    }
    return corners;
  }

  private int x(int x) {
    return left + (int) Math.round(x * scale);
  }

  private int y(int y) {
    return top + (int) Math.round(y * scale);
  }
}
