package org.firebreak.report.diagram;

import java.io.IOException;
import java.io.OutputStream;
import org.firebreak.core.progress.Progress;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;

/**
 * A picture to be written; the command line and the window make the same ones.
 *
 * @param scene measured with {@link PictureMetrics}
 * @param theme colours
 * @param scale pixels, or 96ths of an inch in PDF, for one px of the diagram; SVG has none
 * @param setup of the paper; null for a page of the diagram's own size; only PDF has pages
 * @param titles names for pages and properties
 */
public record Picture(Scene scene, Theme theme, double scale, PageSetup setup, PageTitles titles) {
  /** Pixels for one px that look sharp in a document. */
  public static final double SHARP = 2;

  /**
   * Writes the picture.
   *
   * @param progress told of the drawing
   * @throws IllegalArgumentException if it would be too large; the message says what to do
   */
  public void write(PictureFormat format, OutputStream out, Progress progress) throws IOException {
    switch (format) {
      case SVG -> DiagramSvg.write(scene, theme, out);
      case PNG -> DiagramPng.write(scene, theme, scale, out, progress);
      case PDF -> {
        if (setup == null) {
          DiagramPdf.write(scene, theme, scale, titles, out);
        } else {
          DiagramPdf.write(scene, theme, setup, titles, out, progress);
        }
      }
    }
  }
}
