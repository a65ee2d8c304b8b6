package org.firebreak.ui.intro;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.firebreak.scene.Token;
import org.firebreak.ui.theme.Palette;

/** A picture, a title and some words that together are one button. */
final class Card extends Canvas {
  private static final int RADIUS = 8;
  private static final int MARGIN = 12;
  private static final int GAP = 10;
  private static final int LINE_GAP = 4;

  private final Image image;
  private final String title;
  private final String detail;
  private final Font bold;
  private final boolean framed;
  private boolean hover;

  /**
   * @param framed whether it has a border when the pointer is elsewhere
   * @param bold font of the title
   */
  Card(
      Composite parent,
      boolean framed,
      Image image,
      String title,
      String detail,
      Font bold,
      Runnable action) {
    super(parent, SWT.DOUBLE_BUFFERED);
    this.framed = framed;
    this.image = image;
    this.title = title;
    this.detail = detail;
    this.bold = bold;
    setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.MouseEnter, event -> hover(true));
    addListener(SWT.MouseExit, event -> hover(false));
    addListener(SWT.FocusIn, event -> redraw());
    addListener(SWT.FocusOut, event -> redraw());
    addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
    addListener(
        SWT.MouseUp,
        event -> {
          if (event.button == 1 && getClientArea().contains(event.x, event.y)) {
            action.run();
          }
        });
    addListener(SWT.KeyDown, event -> key(event, action));
    setToolTipText(title);
    describe();
  }

  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    int width = widthHint == SWT.DEFAULT ? 260 : widthHint;
    TextLayout head = layout(title, bold, width);
    int height = head.getBounds().height;
    head.dispose();
    if (!detail.isEmpty()) {
      TextLayout body = layout(detail, getFont(), width);
      height += LINE_GAP + body.getBounds().height;
      body.dispose();
    }
    int margin = framed ? MARGIN : MARGIN / 2;
    return new Point(width, Math.max(height, image.getBounds().height) + 2 * margin);
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    gc.setAntialias(SWT.ON);
    if (framed || hover) {
      gc.setBackground(Palette.color(hover ? Token.SELECTION : Token.CARD));
      gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, RADIUS * 2, RADIUS * 2);
    }
    if (framed || isFocusControl()) {
      boolean lit = hover || isFocusControl();
      gc.setLineWidth(isFocusControl() ? 2 : 1);
      gc.setForeground(Palette.color(lit ? Token.ACCENT : Token.CARD_BORDER));
      gc.drawRoundRectangle(1, 1, area.width - 3, area.height - 3, RADIUS * 2, RADIUS * 2);
    }
    int margin = framed ? MARGIN : MARGIN / 2;
    gc.drawImage(image, MARGIN, margin + 1);
    TextLayout head = layout(title, bold, area.width);
    gc.setForeground(Palette.color(framed ? Token.INK : Token.ACCENT));
    head.draw(gc, textLeft(), margin);
    int y = margin + head.getBounds().height + LINE_GAP;
    head.dispose();
    if (!detail.isEmpty()) {
      TextLayout body = layout(detail, getFont(), area.width);
      gc.setForeground(Palette.color(Token.MUTED));
      body.draw(gc, textLeft(), y);
      body.dispose();
    }
  }

  private int textLeft() {
    return MARGIN + image.getBounds().width + GAP;
  }

  private TextLayout layout(String text, Font font, int width) {
    TextLayout layout = new TextLayout(getDisplay());
    layout.setFont(font);
    layout.setText(text);
    layout.setWidth(Math.max(40, width - textLeft() - MARGIN));
    return layout;
  }

  private void hover(boolean now) {
    hover = now;
    redraw();
  }

  private void key(Event event, Runnable action) {
    if (event.keyCode == SWT.CR || event.character == ' ') {
      action.run();
    }
  }

  private void describe() {
    Accessible accessible = getAccessible();
    accessible.addAccessibleListener(
        new AccessibleAdapter() {
          @Override
          public void getName(AccessibleEvent event) {
            event.result = title;
          }

          @Override
          public void getDescription(AccessibleEvent event) {
            event.result = detail;
          }
        });
    accessible.addAccessibleControlListener(
        new AccessibleControlAdapter() {
          @Override
          public void getRole(AccessibleControlEvent event) {
            event.detail = ACC.ROLE_PUSHBUTTON;
          }
        });
  }
}
