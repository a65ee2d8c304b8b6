package org.firebreak.diagram.naming;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.scene.Token;

/** A line of text under a field: what is wrong there, or good to know. */
final class FieldRemark {
  private static final int PAD = 6;

  private final Canvas control;
  private final CanvasStyle style;
  private String text = "";
  private boolean wrong;
  private final boolean framed;

  /**
   * A remark.
   *
   * @param framed whether it stands alone on the canvas
   */
  FieldRemark(Composite parent, CanvasStyle style, boolean framed) {
    this.style = style;
    this.framed = framed;
    control = new Canvas(parent, SWT.NO_FOCUS);
    control.setVisible(false);
    control.addListener(SWT.Paint, event -> paint(event.gc));
  }

  void say(String remark, boolean isWrong) {
    text = remark;
    wrong = isWrong;
    control.setVisible(!text.isEmpty());
    control.setData("org.firebreak.diagram.remark", text);
    control.redraw();
  }

  /** Height of a number of lines, px. */
  int heightOf(int lines) {
    GC gc = new GC(control);
    int height = gc.getFontMetrics().getHeight();
    gc.dispose();
    return lines * height + PAD;
  }

  void place(Rectangle bounds) {
    control.setBounds(bounds);
  }

  void under(Rectangle field) {
    GC gc = new GC(control);
    Point size = gc.textExtent(text);
    gc.dispose();
    int room = control.getParent().getClientArea().width;
    int width = size.x + 2 * PAD;
    int x = Math.max(0, Math.min(field.x, room - width));
    control.setBounds(x, field.y + field.height + 2, width, size.y + PAD);
    control.moveAbove(null);
  }

  private void paint(GC gc) {
    Point size = control.getSize();
    gc.setBackground(style.color(Token.CARD));
    gc.fillRectangle(0, 0, size.x, size.y);
    if (framed) {
      gc.setForeground(style.color(wrong ? Token.ERROR : Token.CARD_BORDER));
      gc.drawRectangle(0, 0, size.x - 1, size.y - 1);
    }
    gc.setForeground(style.color(wrong ? Token.ERROR : Token.MUTED));
    TextLayout layout = new TextLayout(control.getDisplay());
    layout.setFont(control.getFont());
    layout.setWidth(Math.max(1, size.x - 2 * PAD));
    layout.setText(text);
    layout.draw(gc, PAD, PAD / 2);
    layout.dispose();
  }

  void dispose() {
    if (!control.isDisposed()) {
      control.dispose();
    }
  }
}
