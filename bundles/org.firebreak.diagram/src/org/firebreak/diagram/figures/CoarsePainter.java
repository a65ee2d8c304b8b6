package org.firebreak.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Paint;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.Token;
import org.firebreak.scene.Tokens;
import org.firebreak.scene.geometry.Rect;

/**
 * Draws a box on a diagram so small that its text could not be read: ground, edge and risk, and its
 * name in a size that can be read if there is room.
 */
final class CoarsePainter {
  /** How large a name is on the screen, relative to its size at 100 %. */
  private static final double NAME = 0.92;

  private static final int VEIL = 210;

  private CoarsePainter() {}

  static void paint(Graphics graphics, Box box, CanvasStyle style) {
    Rectangle at = Geometry.rectangle(box.bounds());
    graphics.pushState();
    graphics.setAntialias(SWT.OFF);
    graphics.setBackgroundColor(style.color(fill(box)));
    graphics.setForegroundColor(style.color(border(box)));
    graphics.setLineWidth(style.hair());
    if (box.kind() == BoxKind.EXTERNAL_NETWORK) {
      graphics.fillRoundRectangle(at, at.height, at.height);
      graphics.drawRoundRectangle(at.getResized(-1, -1), at.height, at.height);
    } else {
      graphics.fillRectangle(at);
      graphics.drawRectangle(at.x, at.y, at.width - 1, at.height - 1);
    }
    if (box.look().risk() != null) {
      graphics.setBackgroundColor(style.color(Tokens.risk(box.look().risk())));
      graphics.fillRectangle(at.x, at.y, 2 * Measures.STRIPE, at.height);
    }
    name(graphics, box, style);
    graphics.popState();
  }

  /** Draws the name of a zone over what it holds, where its header has no room for it. */
  static void nameOver(Graphics graphics, Box box, CanvasStyle style) {
    Name name = Name.of(box, style);
    if (!box.isContainer() || name.height <= Measures.ZONE_HEADER || !name.fits(box.bounds())) {
      return;
    }
    int width = (int) Math.ceil(name.width + name.height / 2);
    int height = (int) Math.ceil(name.height);
    Rectangle pill =
        new Rectangle(
            box.bounds().centerX() - width / 2, box.bounds().centerY() - height / 2, width, height);
    graphics.pushState();
    graphics.setAlpha(VEIL);
    graphics.setBackgroundColor(style.color(fill(box)));
    graphics.fillRoundRectangle(pill, height, height);
    graphics.setAlpha(255);
    name.draw(graphics, box.bounds().centerX() - name.width / 2, pill.y, style);
    graphics.popState();
  }

  private static void name(Graphics graphics, Box box, CanvasStyle style) {
    Name name = Name.of(box, style);
    boolean open = box.isContainer();
    Rect room =
        open
            ? new Rect(
                box.bounds().x(), box.bounds().y(), box.bounds().width(), Measures.ZONE_HEADER)
            : box.bounds();
    if (box.kind() != BoxKind.NOTE && name.fits(room)) {
      double x = open ? room.x() + 6 : room.centerX() - name.width / 2;
      name.draw(graphics, x, room.y() + (room.height() - name.height) / 2, style);
    }
  }

  /** A name as large on the screen as it can be read, whatever the zoom. */
  private record Name(String text, double scale, double width, double height) {
    static Name of(Box box, CanvasStyle style) {
      double scale = NAME / style.zoom();
      String text = box.text().title();
      return new Name(
          text,
          scale,
          style.fonts().width(text, TextStyle.TITLE) * scale,
          TextStyle.TITLE.lineHeight() * scale);
    }

    boolean fits(Rect room) {
      return width <= room.width() - 12 && height <= room.height();
    }

    void draw(Graphics graphics, double x, double y, CanvasStyle style) {
      double unit = scale / CanvasFonts.FINE;
      graphics.scale(unit);
      graphics.setTextAntialias(SWT.ON);
      graphics.setFont(style.font(TextStyle.TITLE));
      graphics.setForegroundColor(style.color(Token.INK));
      graphics.drawString(text, (int) Math.round(x / unit), (int) Math.round(y / unit));
    }
  }

  private static Paint fill(Box box) {
    if (box.tint() != null && box.tint().ground() != null && !box.isContainer()) {
      return box.tint().ground();
    }
    return switch (box.kind()) {
      case ZONE ->
          box.look().tint() == null
              ? Paint.of(Tokens.zone(box.look().trust()))
              : new Paint.Chosen(box.look().tint());
      case EXTERNAL_NETWORK -> Paint.of(Token.ZONE_EXTERNAL);
      case NOTE -> Paint.of(Token.NOTE);
      case ENFORCEMENT_POINT -> Paint.of(Token.ERROR);
      case GROUP, SERVER, MEMBER -> Paint.of(Token.CARD);
    };
  }

  private static Paint border(Box box) {
    return switch (box.look().alarm()) {
      case ERROR -> Paint.of(Token.ERROR);
      case WARNING -> Paint.of(Token.WARNING);
      case NONE ->
          switch (box.kind()) {
            case ZONE -> Paint.of(Tokens.zoneBorder(box.look().trust()));
            case EXTERNAL_NETWORK -> Paint.of(Token.ZONE_EXTERNAL_BORDER);
            case NOTE -> Paint.of(Token.NOTE_BORDER);
            default -> Paint.of(Token.CARD_BORDER);
          };
    };
  }
}
