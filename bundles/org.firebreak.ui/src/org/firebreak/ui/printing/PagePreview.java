package org.firebreak.ui.printing;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.firebreak.report.diagram.Page;
import org.firebreak.report.diagram.PageImage;
import org.firebreak.report.diagram.PagePlan;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.ui.picture.SwtImages;
import org.firebreak.ui.theme.Palette;

/** Shows one page as it comes from the printer. It is drawn in the background. */
final class PagePreview extends Canvas {
  private static final int BORDER = 18;
  private static final int SHARP = 2;

  private final Scene scene;
  private PagePlan plan;
  private Page page;
  private Image image;
  private Job drawing;

  PagePreview(Composite parent, Scene scene) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.scene = scene;
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Resize, event -> draw());
    addListener(SWT.Dispose, event -> forget());
  }

  /** Shows a page; null for none. */
  void show(PagePlan plan, Page page) {
    this.plan = plan;
    this.page = page;
    draw();
  }

  /** Whether the page that is seen is the one that was asked for last. */
  boolean isDrawn() {
    return image != null && drawing == null;
  }

  private Rectangle sheet() {
    Rectangle room = getClientArea();
    double scale =
        Math.min(
            (room.width - 2 * BORDER) / plan.width(), (room.height - 2 * BORDER) / plan.height());
    int width = (int) Math.max(1, plan.width() * scale);
    int height = (int) Math.max(1, plan.height() * scale);
    return new Rectangle((room.width - width) / 2, (room.height - height) / 2, width, height);
  }

  private void draw() {
    if (drawing != null) {
      drawing.cancel();
      drawing = null;
    }
    if (page == null || getClientArea().isEmpty()) {
      setImage(null);
      return;
    }
    Page wanted = page;
    PagePlan of = plan;
    Display display = getDisplay();
    double resolution = SHARP * sheet().width / of.width();
    Job job =
        Job.create(
            "Preview",
            (ICoreRunnable)
                monitor -> {
                  ImageData data =
                      SwtImages.of(PageImage.of(scene, of, wanted, Theme.LIGHT, resolution));
                  if (!display.isDisposed()) {
                    display.asyncExec(() -> drawn(wanted, data));
                  }
                });
    drawing = job;
    job.setSystem(true);
    job.setPriority(Job.INTERACTIVE);
    job.schedule();
  }

  private void drawn(Page which, ImageData data) {
    if (!isDisposed() && which == page) {
      drawing = null;
      setImage(new Image(getDisplay(), data));
    }
  }

  private void setImage(Image next) {
    if (image != null) {
      image.dispose();
    }
    image = next;
    redraw();
  }

  private void paint(GC gc) {
    Rectangle room = getClientArea();
    gc.setBackground(Palette.color(Token.ROW_BORDER));
    gc.fillRectangle(room);
    if (page == null) {
      return;
    }
    Rectangle sheet = sheet();
    gc.setBackground(Palette.color(Token.MUTED));
    gc.setAlpha(60);
    gc.fillRectangle(sheet.x + 3, sheet.y + 4, sheet.width, sheet.height);
    gc.setAlpha(255);
    if (image == null) {
      gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_WHITE));
      gc.fillRectangle(sheet);
    } else {
      gc.setInterpolation(SWT.HIGH);
      Rectangle pixels = image.getBounds();
      gc.drawImage(
          image, 0, 0, pixels.width, pixels.height, sheet.x, sheet.y, sheet.width, sheet.height);
    }
    gc.setForeground(Palette.color(Token.CARD_BORDER));
    gc.drawRectangle(sheet.x - 1, sheet.y - 1, sheet.width + 1, sheet.height + 1);
  }

  private void forget() {
    if (drawing != null) {
      drawing.cancel();
    }
    if (image != null) {
      image.dispose();
    }
  }
}
