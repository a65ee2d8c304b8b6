package org.firebreak.report.diagram;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.firebreak.core.progress.Progress;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;

/**
 * A scene as PDF: vectors, and text that can be searched and copied, in fonts that are embedded as
 * far as they are used. The same scene gives the same bytes.
 */
public final class DiagramPdf {
  /** Longest edge of a page in its own units, by the implementation limits of PDF 1.7. */
  private static final double LONGEST = 14_400;

  private final PDDocument document = new PDDocument();
  private final PdfFonts fonts = new PdfFonts(document);
  private final Scene scene;
  private final Theme theme;

  private DiagramPdf(Scene scene, Theme theme) {
    this.scene = scene;
    this.theme = theme;
  }

  /**
   * Writes one page of the diagram's own size.
   *
   * @param scale 1 for 96 px an inch
   * @param titles for the properties of the document
   */
  public static void write(
      Scene scene, Theme theme, double scale, PageTitles titles, OutputStream out)
      throws IOException {
    if (!(scale >= 0.01 && scale <= 100)) {
      throw new IllegalArgumentException("a scale of a PDF is between 0.01 and 100");
    }
    DiagramPdf pdf = new DiagramPdf(scene, theme);
    try (pdf.document) {
      pdf.wholePage(scale * PagePlan.POINTS_PER_PX);
      pdf.save(titles, out);
    }
  }

  /**
   * Writes pages of paper.
   *
   * @throws IllegalArgumentException if the setup leaves no room or takes too many pages
   */
  public static void write(
      Scene scene,
      Theme theme,
      PageSetup setup,
      PageTitles titles,
      OutputStream out,
      Progress progress)
      throws IOException {
    PagePlan plan = PagePlan.of(scene, setup, titles);
    DiagramPdf pdf = new DiagramPdf(scene, theme);
    try (pdf.document) {
      progress.begin("Drawing pages", plan.pages().size());
      for (Page page : plan.pages()) {
        progress.check();
        pdf.page(plan, page);
        progress.worked(1);
      }
      pdf.save(titles, out);
    }
  }

  private void save(PageTitles titles, OutputStream out) throws IOException {
    PdfProperties.set(document, scene, titles);
    document.save(out);
  }

  private void wholePage(double pointsPerPx) throws IOException {
    Rect view = PictureFrame.of(scene);
    double unit =
        Math.max(1, Math.ceil(Math.max(view.width(), view.height()) * pointsPerPx / LONGEST));
    double scale = pointsPerPx / unit;
    PDPage sheet = sheet(view.width() * scale, view.height() * scale);
    sheet.setUserUnit((float) unit);
    Rectangle2D all = new Rectangle2D.Double(view.x(), view.y(), view.width(), view.height());
    try (PDPageContentStream content = content(sheet)) {
      ground(content, sheet);
      AffineTransform placement = AffineTransform.getScaleInstance(scale, scale);
      placement.translate(-view.x(), -view.y());
      turn(content, sheet, placement);
      SceneShapes.paint(scene, all, new PdfPainter(content, fonts, theme)::paint);
    }
  }

  private void page(PagePlan plan, Page page) throws IOException {
    PDPage sheet = sheet(plan.width(), plan.height());
    try (PDPageContentStream content = content(sheet)) {
      if (theme == Theme.DARK) {
        ground(content, sheet);
      }
      Rectangle2D area = page.area();
      content.saveGraphicsState();
      content.addRect(
          (float) area.getX(),
          (float) (plan.height() - area.getMaxY()),
          (float) area.getWidth(),
          (float) area.getHeight());
      content.clip();
      turn(content, sheet, page.placement());
      PdfPainter painter = new PdfPainter(content, fonts, theme);
      SceneShapes.paint(scene, page.part(), painter::paint);
      content.restoreGraphicsState();
      double px = PagePlan.POINTS_PER_PX;
      turn(content, sheet, AffineTransform.getScaleInstance(px, px));
      page.furniture().forEach(painter::paint);
    }
  }

  private PDPage sheet(double width, double height) {
    PDPage sheet = new PDPage(new PDRectangle((float) width, (float) height));
    document.addPage(sheet);
    return sheet;
  }

  private PDPageContentStream content(PDPage sheet) throws IOException {
    return new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, true);
  }

  private void ground(PDPageContentStream content, PDPage sheet) throws IOException {
    content.setNonStrokingColor(Color.decode(Token.CANVAS.hex(theme)));
    content.addRect(0, 0, sheet.getMediaBox().getWidth(), sheet.getMediaBox().getHeight());
    content.fill();
  }

  /** From now on coordinates are those of a placement on the paper, y downwards. */
  private static void turn(PDPageContentStream content, PDPage sheet, AffineTransform placement)
      throws IOException {
    AffineTransform turned = new AffineTransform(1, 0, 0, -1, 0, sheet.getMediaBox().getHeight());
    turned.concatenate(placement);
    content.transform(new Matrix(turned));
  }
}
