package org.firebreak.report.document;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a logo; an SVG as vectors. */
public final class LogoPainter {

  private LogoPainter() {}

  /** Draws the logo into an area that begins at the origin. */
  public static void paint(Logo logo, Graphics2D graphics, double width, double height) {
    if (logo.isSvg()) {
      SVGDocument document = SafeSvg.document(logo.bytes());
      document.render(null, graphics, new ViewBox(0, 0, (float) width, (float) height));
      return;
    }
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(logo.bytes()));
      graphics.drawImage(image, 0, 0, (int) Math.round(width), (int) Math.round(height), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
