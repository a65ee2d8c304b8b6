package org.firebreak.ui.printing;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.firebreak.core.progress.Progress;
import org.firebreak.report.diagram.Page;
import org.firebreak.report.diagram.PagePlan;
import org.firebreak.report.diagram.PenPainter;
import org.firebreak.report.diagram.SceneShapes;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;

/** Prints the pages of a plan as vectors. */
public final class PrintRun {
  private static final double POINTS_PER_INCH = 72;

  private final Scene scene;
  private final PagePlan plan;

  public PrintRun(Scene scene, PagePlan plan) {
    this.scene = scene;
    this.plan = plan;
  }

  /** Tells a printer how the paper is held. */
  public PrinterData prepared(PrinterData data) {
    data.orientation = plan.width() > plan.height() ? PrinterData.LANDSCAPE : PrinterData.PORTRAIT;
    return data;
  }

  /**
   * Prints; may run on any thread.
   *
   * @return how many pages were printed
   * @throws IOException if the printer does not take the work
   */
  public int print(PrinterData data, String title, Progress progress) throws IOException {
    List<Page> pages = chosen(data);
    Printer printer = new Printer(data);
    try {
      if (!printer.startJob(title)) {
        throw new IOException("The printer " + data.name + " does not take the job.");
      }
      progress.begin("Printing", pages.size());
      for (Page page : pages) {
        if (progress.cancelled()) {
          printer.cancelJob();
          progress.check();
        }
        print(printer, page);
        progress.worked(1);
      }
      printer.endJob();
    } finally {
      printer.dispose();
    }
    return pages.size();
  }

  private List<Page> chosen(PrinterData data) {
    int count = plan.pages().size();
    return data.scope == PrinterData.PAGE_RANGE
        ? plan.pages()
            .subList(
                Math.clamp(data.startPage - 1L, 0, count - 1), Math.clamp(data.endPage, 1, count))
        : plan.pages();
  }

  private void print(Printer printer, Page page) throws IOException {
    if (!printer.startPage()) {
      throw new IOException("The printer does not take page " + page.number() + ".");
    }
    GC gc = new GC(printer);
    try {
      GcPen pen = new GcPen(printer, gc);
      AffineTransform paper = paper(printer);
      PenPainter painter = new PenPainter(pen, Theme.LIGHT);
      AffineTransform placement = new AffineTransform(paper);
      placement.concatenate(page.placement());
      pen.clip(paper.createTransformedShape(page.area()).getBounds2D());
      pen.place(placement);
      SceneShapes.paint(scene, page.part(), painter::paint);
      pen.unclip();
      AffineTransform furniture = new AffineTransform(paper);
      furniture.scale(PagePlan.POINTS_PER_PX, PagePlan.POINTS_PER_PX);
      pen.place(furniture);
      page.furniture().forEach(painter::paint);
    } finally {
      gc.dispose();
    }
    printer.endPage();
  }

  /** From points of the plan's paper to the device, smaller if the printer's paper is smaller. */
  private AffineTransform paper(Printer printer) {
    Point dpi = printer.getDPI();
    Rectangle sheet = printer.getBounds();
    // The origin of the device is where the printer can print; the paper begins before it.
    Rectangle trim = printer.computeTrim(0, 0, 0, 0);
    double fit =
        Math.min(
            1,
            Math.min(
                sheet.width * POINTS_PER_INCH / dpi.x / plan.width(),
                sheet.height * POINTS_PER_INCH / dpi.y / plan.height()));
    AffineTransform paper = AffineTransform.getTranslateInstance(trim.x, trim.y);
    paper.scale(fit * dpi.x / POINTS_PER_INCH, fit * dpi.y / POINTS_PER_INCH);
    return paper;
  }
}
