package org.firebreak.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;

/** A chart as pixels, for the window and the clipboard; needs no display. */
public final class ChartImage {

  private ChartImage() {}

  /**
   * The chart as an image with the ground of the theme.
   *
   * @param width width in px of the chart, at least 1
   * @param height height in px of the chart, at least 1
   * @param scale pixels for one px, above 0
   */
  public static BufferedImage of(Chart chart, int width, int height, double scale, Theme theme) {
    BufferedImage image =
        new BufferedImage(
            Math.max(1, (int) Math.ceil(width * scale)),
            Math.max(1, (int) Math.ceil(height * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.decode(Token.CANVAS.hex(theme)));
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(scale, scale);
      chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), theme);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** The chart in its preferred size as a PNG file. */
  public static byte[] png(Chart chart, double scale, Theme theme) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(of(chart, chart.width(), chart.height(), scale, theme), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
