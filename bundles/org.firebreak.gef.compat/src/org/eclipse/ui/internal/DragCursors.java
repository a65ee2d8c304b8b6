package org.eclipse.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.widgets.Display;

/** The cursors that GEF 3.2.100 shows while its palette is dragged to another side. */
public final class DragCursors {
  public static final int INVALID = 0;
  public static final int LEFT = 1;
  public static final int RIGHT = 2;
  public static final int TOP = 3;
  public static final int BOTTOM = 4;

  private DragCursors() {}

  /** Returns the shared system cursor for one of the constants; it must not be disposed. */
  public static Cursor getCursor(int code) {
    int style =
        switch (code) {
          case LEFT -> SWT.CURSOR_SIZEW;
          case RIGHT -> SWT.CURSOR_SIZEE;
          case TOP -> SWT.CURSOR_SIZEN;
          case BOTTOM -> SWT.CURSOR_SIZES;
          default -> SWT.CURSOR_NO;
        };
    return Display.getCurrent().getSystemCursor(style);
  }
}
