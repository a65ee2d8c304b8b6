package org.firebreak.report.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A logo: a PNG, or an SVG without anything that runs or is fetched. A page shows it as an image,
 * so a browser would not run it either.
 *
 * @param isSvg whether it is an SVG
 * @param bytes the file
 * @param width width, px
 * @param height height, px
 */
public record Logo(boolean isSvg, byte[] bytes, double width, double height) {
  /** Largest file. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int MOST_PIXELS = 4096;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /**
   * Reads a logo.
   *
   * @param bytes content of an SVG or PNG file
   * @throws IllegalArgumentException if it is too large, of another format, or an SVG with scripts,
   *     links to other files or a document type; the message says which
   */
  public static Logo of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the logo is larger than " + MOST_BYTES / 1024 + " KiB; use a smaller file");
    }
    return java.util.Arrays.mismatch(bytes, PNG) == PNG.length ? png(bytes) : svg(bytes);
  }

  private static Logo svg(byte[] bytes) {
    SafeSvg svg = SafeSvg.of(bytes);
    return new Logo(true, svg.bytes(), svg.width(), svg.height());
  }

  private static Logo png(byte[] bytes) {
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > MOST_PIXELS || height > MOST_PIXELS) {
          throw new IllegalArgumentException(
              "the logo has more than " + MOST_PIXELS + " pixels a side; use a smaller file");
        }
        BufferedImage whole = reader.read(0);
        return new Logo(false, bytes.clone(), whole.getWidth(), whole.getHeight());
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the logo is no PNG that can be read", e);
    }
  }

  /** The file as a data URL. */
  public String dataUrl() {
    return "data:image/"
        + (isSvg ? "svg+xml" : "png")
        + ";base64,"
        + Base64.getEncoder().encodeToString(bytes);
  }

  /** Width at a height, px, at most four times as much. */
  public String widthAt(double shown) {
    return String.format(Locale.ROOT, "%.0f", Math.min(4 * shown, width / height * shown));
  }
}
