package org.firebreak.report.diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.firebreak.core.progress.Progress;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;

/**
 * A scene as PNG. It is painted and written in strips, so that memory does not grow with the
 * picture; needs neither a display nor fonts.
 */
public final class DiagramPng {
  /** Most pixels of a picture; few programs open larger ones. */
  static final long MOST_PIXELS = 1_000_000_000;

  private static final int MOST_WIDTH = 100_000;
  private static final int STRIP_PIXELS = 4_000_000;
  private static final double PIXELS_PER_METRE = 96 / 0.0254;

  private DiagramPng() {}

  /**
   * Writes a picture.
   *
   * @param scale pixels of the picture for one px of the diagram, above 0
   * @throws IllegalArgumentException if the picture would be too large; the message names the
   *     largest scale
   */
  public static void write(
      Scene scene, Theme theme, double scale, OutputStream out, Progress progress)
      throws IOException {
    Rect view = PictureFrame.of(scene);
    checkSize(view, scale);
    int width = pixels(view.width(), scale);
    int height = pixels(view.height(), scale);
    int rows = Math.clamp(STRIP_PIXELS / width, 1, height);
    BufferedImage strip = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
    int resolution = (int) Math.round(PIXELS_PER_METRE * scale);
    PngStream png = new PngStream(out, width, height, resolution, scene.name());
    try {
      progress.begin("Drawing", height);
      for (int top = 0; top < height; top += rows) {
        progress.check();
        paint(scene, theme, scale, view, top, strip);
        int end = Math.min(rows, height - top);
        for (int row = 0; row < end; row++) {
          png.row(pixels, row * width);
        }
        progress.worked(end);
      }
      png.finish();
    } finally {
      png.release();
    }
  }

  /** The scene as an image, for a clipboard; the bounds of {@link #write} hold. */
  public static BufferedImage image(Scene scene, Theme theme, double scale) {
    Rect view = PictureFrame.of(scene);
    checkSize(view, scale);
    BufferedImage image =
        new BufferedImage(
            pixels(view.width(), scale), pixels(view.height(), scale), BufferedImage.TYPE_INT_RGB);
    paint(scene, theme, scale, view, 0, image);
    return image;
  }

  /** The largest scale at which a scene can be written, rounded down to tenths. */
  public static double largestScale(Rect view) {
    double byArea = Math.sqrt(MOST_PIXELS / ((double) view.width() * view.height()));
    double bySide = (double) MOST_WIDTH / Math.max(view.width(), view.height());
    return Math.floor(Math.min(byArea, bySide) * 10) / 10;
  }

  private static void checkSize(Rect view, double scale) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("the scale must be above 0");
    }
    double largest = largestScale(view);
    if (scale > largest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "at scale %s the picture would have %,d megapixels; the largest scale for this"
                  + " diagram is %s, and SVG and PDF have no such bound",
              trimmed(scale),
              Math.round(view.width() * scale * view.height() * scale / 1e6),
              trimmed(largest)));
    }
  }

  private static String trimmed(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static int pixels(int length, double scale) {
    return Math.max(1, (int) Math.ceil(length * scale - 1e-6));
  }

  private static void paint(
      Scene scene, Theme theme, double scale, Rect view, int top, BufferedImage strip) {
    Graphics2D graphics = strip.createGraphics();
    try {
      graphics.setColor(Color.decode(Token.CANVAS.hex(theme)));
      graphics.fillRect(0, 0, strip.getWidth(), strip.getHeight());
      graphics.translate(0, -top);
      graphics.scale(scale, scale);
      graphics.translate(-view.x(), -view.y());
      PenPainter painter = new PenPainter(new ImagePen(graphics), theme);
      Rectangle2D part =
          new Rectangle2D.Double(
              view.x(), view.y() + top / scale, view.width(), strip.getHeight() / scale);
      SceneShapes.paint(scene, part, painter::paint);
    } finally {
      graphics.dispose();
    }
  }
}
