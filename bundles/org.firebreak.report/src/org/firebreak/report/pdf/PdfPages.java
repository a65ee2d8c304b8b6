package org.firebreak.report.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF as pictures, for a preview. */
public final class PdfPages {
  private final byte[] file;
  private final int count;

  /**
   * Reads a PDF.
   *
   * @throws IOException if it cannot be read
   */
  public PdfPages(byte[] file) throws IOException {
    this.file = file.clone();
    try (PDDocument pdf = Loader.loadPDF(this.file)) {
      count = pdf.getNumberOfPages();
    }
  }

  /** Number of pages. */
  public int count() {
    return count;
  }

  /**
   * A page as an image of type {@link BufferedImage#TYPE_INT_RGB} that fits into a space.
   *
   * @param page from 0
   * @throws IOException if the page cannot be drawn
   */
  public BufferedImage image(int page, int width, int height) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      PDRectangle box = pdf.getPage(page).getCropBox();
      float scale = Math.min(width / box.getWidth(), height / box.getHeight());
      return new PDFRenderer(pdf).renderImage(page, Math.max(0.05f, scale), ImageType.RGB);
    }
  }
}
