package org.firebreak.ui.matrix;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.firebreak.core.matrix.Breadth;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;

/** How much is permitted as a colour, and as bars for those who cannot tell colours apart. */
final class BreadthLook {
  /** Width of the bars in pixels. */
  static final int WIDTH = 18;

  private static final int BARS = 4;
  private static final int STEP = 5;
  private static final int BAR = 3;

  private BreadthLook() {}

  static Token ground(Breadth breadth) {
    return switch (breadth) {
      case NONE -> Token.ROW;
      case FEW -> Token.ZONE_MANAGEMENT;
      case SEVERAL -> Token.ZONE_INTERNAL;
      case WIDE -> Token.ZONE_PERIMETER;
      case ANY -> Token.ZONE_REGULATED;
    };
  }

  private static Token bar(Breadth breadth) {
    return switch (breadth) {
      case NONE -> Token.ROW_BORDER;
      case FEW -> Token.RISK_LOW;
      case SEVERAL -> Token.ACCENT;
      case WIDE -> Token.CLEAR_TEXT;
      case ANY -> Token.ERROR;
    };
  }

  /** Draws as many filled bars as the breadth has steps, on a line at the bottom of the place. */
  static void bars(GC gc, Breadth breadth, int x, int bottom) {
    int antialias = gc.getAntialias();
    gc.setAntialias(SWT.OFF);
    for (int i = 0; i < BARS; i++) {
      boolean full = i < breadth.ordinal();
      gc.setBackground(Palette.color(full ? bar(breadth) : Token.ROW_BORDER));
      int height = 3 + i * 2;
      gc.fillRectangle(x + i * STEP, bottom - height, BAR, height);
    }
    gc.setAntialias(antialias);
  }
}
