package org.firebreak.ui.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Images of Java2D for SWT. */
public final class SwtImages {
  private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

  private SwtImages() {}

  /**
   * The same pixels.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}
   */
  public static ImageData of(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    ImageData data = new ImageData(width, image.getHeight(), 24, RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      data.setPixels(0, y, width, pixels, y * width);
    }
    return data;
  }
}
