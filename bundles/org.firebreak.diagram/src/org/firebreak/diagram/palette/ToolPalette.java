package org.firebreak.diagram.palette;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.Tool;
import org.eclipse.gef.tools.AbstractTool;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.firebreak.diagram.canvas.CanvasDomain;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.scene.Token;

/**
 * The strip of tools: a click takes a tool until it has been used once, with Shift until another
 * one is taken; so does the tool's letter while the canvas has the focus.
 */
public final class ToolPalette extends Canvas {
  private static final int ROW = 26;
  private static final int GAP = 9;
  private static final int SIDE = 6;
  private static final int ICON = 16;

  private final CanvasDomain domain;
  private final CanvasStyle style;
  private final List<PaletteTool> tools = PaletteTool.all();
  private final PaletteIcons icons;
  private boolean narrow;
  private int active;
  private int hot = -1;
  private Tool taken;

  /**
   * @param domain in which the tools are active
   * @param style colours, the canvas' own
   */
  public ToolPalette(Composite parent, CanvasDomain domain, CanvasStyle style) {
    super(parent, SWT.DOUBLE_BUFFERED);
    this.domain = domain;
    this.style = style;
    this.icons = new PaletteIcons(this);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.MouseDown, this::pressed);
    addListener(SWT.MouseMove, event -> point(rowAt(event.y)));
    addListener(SWT.MouseExit, event -> point(-1));
    addListener(SWT.KeyDown, this::key);
    addListener(SWT.FocusIn, event -> redraw());
    addListener(SWT.FocusOut, event -> redraw());
    PaletteAccess.install(this);
    domain.onToolChange(this::toolChanged);
  }

  List<PaletteTool> tools() {
    return tools;
  }

  /** Number of the tool that is active. */
  int active() {
    return active;
  }

  /** Takes the tool with this letter; answers whether there is one. */
  public boolean takeByKey(char letter) {
    for (int i = 0; i < tools.size(); i++) {
      if (tools.get(i).key() == Character.toUpperCase(letter) && letter != 0) {
        take(i, false);
        return true;
      }
    }
    return false;
  }

  /**
   * Takes a tool.
   *
   * @param keep whether it stays after it has been used
   */
  void take(int number, boolean keep) {
    taken = tools.get(number).tool().get();
    if (keep && taken instanceof AbstractTool tool) {
      tool.setUnloadWhenFinished(false);
    }
    if (number == 0) {
      domain.loadDefaultTool();
    } else {
      domain.setActiveTool(taken);
    }
    activate(number);
  }

  /** A tool of the domain became active that was not taken here: it is the first one again. */
  private void toolChanged(Tool tool) {
    if (tool != taken) {
      activate(0);
    }
  }

  private void activate(int number) {
    if (active != number) {
      active = number;
      redraw();
      getAccessible().selectionChanged();
    }
  }

  /** Shows pictures alone, without their names, where there is little room. */
  public void setNarrow(boolean narrow) {
    this.narrow = narrow;
  }

  /** Whether the names of the tools are left out. */
  public boolean isNarrow() {
    return narrow;
  }

  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    int height = row(tools.size() - 1).y + ROW + SIDE;
    if (narrow) {
      return new Point(2 * SIDE + 8 + ICON + 8, height);
    }
    GC gc = new GC(this);
    int widest = 0;
    for (PaletteTool tool : tools) {
      widest = Math.max(widest, gc.textExtent(tool.label()).x);
    }
    int key = gc.textExtent("W").x;
    gc.dispose();
    return new Point(2 * SIDE + 8 + ICON + 8 + widest + 16 + key + 8, height);
  }

  /** Where a tool stands. */
  Rectangle row(int number) {
    int y = SIDE + number * ROW + tools.get(number).group() * GAP;
    return new Rectangle(SIDE, y, getClientArea().width - 2 * SIDE, ROW);
  }

  /** Number of the tool at a height; -1 for none. */
  int rowAt(int y) {
    for (int i = 0; i < tools.size(); i++) {
      Rectangle row = row(i);
      if (y >= row.y && y < row.y + row.height) {
        return i;
      }
    }
    return -1;
  }

  private void pressed(Event event) {
    int row = rowAt(event.y);
    if (row >= 0 && event.button == 1) {
      take(row, (event.stateMask & SWT.SHIFT) != 0);
    }
  }

  private void point(int row) {
    if (hot != row) {
      hot = row;
      setToolTipText(row < 0 ? null : hint(tools.get(row)));
      redraw();
    }
  }

  private static String hint(PaletteTool tool) {
    String key = tool.key() == 0 ? "" : " (" + tool.key() + ")";
    return tool.label() + key + ": " + tool.hint();
  }

  private void key(Event event) {
    switch (event.keyCode) {
      case SWT.ARROW_UP -> take(Math.max(0, active - 1), false);
      case SWT.ARROW_DOWN -> take(Math.min(tools.size() - 1, active + 1), false);
      default -> takeByKey(event.character);
    }
  }

  private void paint(GC gc) {
    gc.setAntialias(SWT.ON);
    gc.setBackground(style.color(Token.CANVAS));
    gc.fillRectangle(getClientArea());
    gc.setForeground(style.color(Token.ROW_BORDER));
    gc.drawLine(0, 0, 0, getClientArea().height);
    List<Integer> rules = new ArrayList<>();
    for (int i = 0; i < tools.size(); i++) {
      paint(gc, i);
      if (i > 0 && tools.get(i).group() != tools.get(i - 1).group()) {
        rules.add(row(i).y - GAP / 2 - 1);
      }
    }
    gc.setForeground(style.color(Token.ROW_BORDER));
    rules.forEach(y -> gc.drawLine(2 * SIDE, y, getClientArea().width - 2 * SIDE, y));
  }

  private void paint(GC gc, int number) {
    Rectangle row = row(number);
    PaletteTool tool = tools.get(number);
    if (number == active) {
      gc.setBackground(style.color(Token.SELECTION));
      gc.fillRoundRectangle(row.x, row.y, row.width, row.height, 8, 8);
      gc.setForeground(style.color(Token.ACCENT));
      gc.setLineStyle(isFocusControl() ? SWT.LINE_DASH : SWT.LINE_SOLID);
      gc.drawRoundRectangle(row.x, row.y, row.width - 1, row.height - 1, 8, 8);
      gc.setLineStyle(SWT.LINE_SOLID);
    } else if (number == hot) {
      gc.setBackground(style.color(Token.ROW_BORDER));
      gc.setAlpha(130);
      gc.fillRoundRectangle(row.x, row.y, row.width, row.height, 8, 8);
      gc.setAlpha(255);
    }
    Image icon = icons.get(tool.icon());
    gc.drawImage(icon, row.x + 8, row.y + (row.height - ICON) / 2);
    if (narrow) {
      return;
    }
    int text = row.y + (row.height - gc.getFontMetrics().getHeight()) / 2;
    gc.setForeground(style.color(Token.INK));
    gc.drawText(tool.label(), row.x + 8 + ICON + 8, text, SWT.DRAW_TRANSPARENT);
    if (tool.key() != 0) {
      String key = String.valueOf(tool.key());
      gc.setForeground(style.color(Token.MUTED));
      gc.drawText(key, row.x + row.width - 8 - gc.textExtent(key).x, text, SWT.DRAW_TRANSPARENT);
    }
  }
}
