package org.firebreak.diagram.palette;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.Tool;
import org.eclipse.gef.tools.AbstractTool;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.firebreak.diagram.canvas.CanvasDomain;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.tools.FlowTool;

/**
 * The strip of tools: a click takes a tool until it has been used once, with Shift or Ctrl until
 * another one is taken; so does the tool's letter while the canvas has the focus. A tool may also
 * be dragged onto the canvas. A chevron at the top leaves only a strip.
 */
public final class ToolPalette extends Canvas {
  static final int GAP = 9;

  private static final int ROW = 26;
  private static final int TOP = 26;
  private static final int SIDE = 6;
  private static final int ICON = 16;
  private static final int STRIP = 22;

  private final CanvasDomain domain;
  private final PalettePainter painter;
  private final PaletteDrag drag;
  private PaletteState state = PaletteState.load();
  private List<PaletteTool> tools = PaletteTool.all(state);
  private Consumer<PaletteTool> entered = tool -> {};
  private Runnable moreServices = () -> {};
  private Runnable placed = () -> {};
  private boolean narrow;
  private int active;
  private int focused;
  private int hot = -1;
  private boolean chevronHot;
  private boolean pressed;
  private Tool taken;

  /**
   * A palette.
   *
   * @param domain in which the tools are active
   * @param viewer onto which they are dragged
   * @param style colours, the canvas' own
   */
  public ToolPalette(
      Composite parent, CanvasDomain domain, EditPartViewer viewer, CanvasStyle style) {
    super(parent, SWT.DOUBLE_BUFFERED);
    this.domain = domain;
    this.painter = new PalettePainter(this, style);
    this.drag = new PaletteDrag(this, domain, viewer);
    addListener(SWT.Paint, event -> painter.paint(event.gc, chevronHot));
    addListener(SWT.MouseDown, this::pressed);
    addListener(SWT.MouseMove, this::moved);
    addListener(SWT.MouseUp, this::released);
    addListener(SWT.MouseExit, event -> point(-1, false));
    addListener(SWT.KeyDown, this::key);
    addListener(SWT.Traverse, event -> event.doit = isLeaving(event.detail));
    addListener(SWT.FocusIn, event -> redraw());
    addListener(SWT.FocusOut, event -> redraw());
    setMenu(new PaletteMenu(this).create());
    PaletteAccess.install(this);
    domain.onToolChange(this::toolChanged);
  }

  private static boolean isLeaving(int detail) {
    return detail == SWT.TRAVERSE_TAB_NEXT || detail == SWT.TRAVERSE_TAB_PREVIOUS;
  }

  /** Sets what Enter does with a tool, since without a mouse it has no place to be used. */
  public void onEnter(Consumer<PaletteTool> action) {
    entered = action;
  }

  /** Sets what offers all services. */
  public void onMoreServices(Runnable action) {
    moreServices = action;
  }

  /** Sets who is told that the palette has another side or width. */
  public void onPlacement(Runnable action) {
    placed = action;
  }

  List<PaletteTool> tools() {
    return tools;
  }

  /** Number of the tool that is active. */
  int active() {
    return active;
  }

  /** Number of the row to which keys go. */
  int focused() {
    return focused;
  }

  /** Number of the row under the pointer; -1 for none. */
  int hot() {
    return hot;
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

  /** Takes a tool for flows with a service, and keeps it in the drawer. */
  public void takeService(String service) {
    change(state.withService(service));
    taken = new FlowTool(service);
    domain.setActiveTool(taken);
    int first = tools.indexOf(tools.stream().filter(PaletteTool::isDrawer).findFirst().get());
    activate(first + 1 + state.services().indexOf(service));
  }

  /**
   * Takes a tool, or does what the row is for.
   *
   * @param keep whether it stays after it has been used
   */
  void take(int number, boolean keep) {
    PaletteTool row = tools.get(number);
    focused = number;
    if (row.isDrawer()) {
      change(state.withDrawer(!state.drawer()));
    } else if (row.isMore()) {
      moreServices.run();
    } else {
      taken = row.tool().get();
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
    redraw();
  }

  /** A tool of the domain became active that was not taken here: it is the first one again. */
  private void toolChanged(Tool tool) {
    if (tool != taken) {
      activate(0);
    }
  }

  private void activate(int number) {
    if (active != number && !isDisposed()) {
      active = number;
      redraw();
      getAccessible().selectionChanged();
    }
  }

  private void change(PaletteState now) {
    PaletteTool before = tools.get(active);
    state = now.save();
    tools = PaletteTool.all(state);
    active = 0;
    for (int i = 0; i < tools.size(); i++) {
      if (tools.get(i).label().equals(before.label())) {
        active = i;
      }
    }
    focused = Math.min(focused, tools.size() - 1);
    placed.run();
    redraw();
  }

  /** Leaves only a strip, or shows the tools again; remembered. */
  public void setCollapsed(boolean collapsed) {
    change(state.withCollapsed(collapsed));
  }

  public boolean isCollapsed() {
    return state.collapsed();
  }

  /** Puts the palette at the left or the right of the canvas; remembered. */
  public void setLeft(boolean left) {
    change(state.withLeft(left));
  }

  public boolean isLeft() {
    return state.left();
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
    if (isCollapsed()) {
      return new Point(STRIP, height);
    }
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

  /** Names of all rows, from the top. */
  public List<String> labels() {
    return tools.stream().map(PaletteTool::label).toList();
  }

  /**
   * Where the row of a name stands, in pixels of the palette.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Rectangle placeOf(String label) {
    return row(labels().indexOf(label));
  }

  /** Where the chevron stands, in pixels of the palette. */
  public Rectangle chevronPlace() {
    return chevron();
  }

  /** Where the chevron stands. */
  Rectangle chevron() {
    int width = getClientArea().width;
    int x = isCollapsed() || narrow ? (width - 18) / 2 : isLeft() ? width - SIDE - 18 : SIDE;
    return new Rectangle(x, 4, 18, 18);
  }

  /** Where a row stands. */
  Rectangle row(int number) {
    int y = TOP + number * ROW + tools.get(number).group() * GAP;
    return new Rectangle(SIDE, y, getClientArea().width - 2 * SIDE, ROW);
  }

  /** Number of the row at a height; -1 for none. */
  int rowAt(int y) {
    for (int i = 0; i < tools.size() && !isCollapsed(); i++) {
      Rectangle row = row(i);
      if (y >= row.y && y < row.y + row.height) {
        return i;
      }
    }
    return -1;
  }

  private void pressed(Event event) {
    int row = rowAt(event.y);
    if (event.button == 1 && chevron().contains(event.x, event.y)) {
      setCollapsed(!isCollapsed());
    } else if (row >= 0 && event.button == 1) {
      take(row, (event.stateMask & (SWT.SHIFT | SWT.MOD1)) != 0);
      pressed = tools.size() > row && tools.get(row).tool() != null;
    }
  }

  private void moved(Event event) {
    if (pressed && (event.stateMask & SWT.BUTTON1) != 0) {
      drag.move(event);
    } else {
      point(rowAt(event.y), chevron().contains(event.x, event.y));
    }
  }

  private void released(Event event) {
    if (pressed && event.button == 1) {
      pressed = false;
      drag.drop(event);
    }
  }

  private void point(int row, boolean onChevron) {
    if (hot != row || chevronHot != onChevron) {
      hot = row;
      chevronHot = onChevron;
      setToolTipText(onChevron ? chevronHint() : row < 0 ? null : hint(tools.get(row)));
      redraw();
    }
  }

  private String chevronHint() {
    return isCollapsed() ? "Show the palette" : "Collapse the palette";
  }

  private static String hint(PaletteTool tool) {
    String key = tool.key() == 0 ? "" : " (" + tool.key() + ")";
    return tool.label() + key + ": " + tool.hint();
  }

  private void key(Event event) {
    switch (event.keyCode) {
      case SWT.ARROW_UP -> focus(Math.max(0, focused - 1));
      case SWT.ARROW_DOWN -> focus(Math.min(tools.size() - 1, focused + 1));
      case SWT.CR, SWT.KEYPAD_CR -> enter();
      case SWT.ESC -> take(0, false);
      default -> takeByKey(event.character);
    }
  }

  private void focus(int row) {
    focused = row;
    if (tools.get(row).tool() != null) {
      take(row, false);
    }
    redraw();
  }

  private void enter() {
    PaletteTool row = tools.get(focused);
    if (row.tool() == null) {
      take(focused, false);
    } else {
      entered.accept(row);
    }
  }
}
