package org.firebreak.ui.printing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

/** Shows one page, or all side by side, as the printer gives them; drawn in the background. */
final class PagePreview extends Canvas {
  private static final int SHARP = 2;

  private final Scene scene;
  private final Consumer<Page> picked;
  private final Map<Page, Image> images = new HashMap<>();
  private PagePlan plan;
  private List<Page> pages = List.of();
  private SheetGrid grid;
  private Job drawing;

  /**
   * @param picked is told which of several pages was clicked
   */
  PagePreview(Composite parent, Scene scene, Consumer<Page> picked) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.scene = scene;
    this.picked = picked;
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Resize, event -> draw());
    addListener(SWT.MouseDown, event -> pick(event.x, event.y));
    addListener(SWT.Dispose, event -> forget());
  }

  /**
   * Shows pages.
   *
   * @param pages one or all of the plan's; empty for none
   */
  void show(PagePlan plan, List<Page> pages) {
    this.plan = plan;
    this.pages = pages;
    draw();
  }

  private void draw() {
    forget();
    Rectangle room = getClientArea();
    if (!pages.isEmpty() && !room.isEmpty()) {
      grid = new SheetGrid(room, plan, pages.size() > 1);
      drawing = drawing(grid, plan, List.copyOf(pages));
      drawing.setSystem(true);
      drawing.setPriority(Job.INTERACTIVE);
      drawing.schedule();
    }
    redraw();
  }

  private Job drawing(SheetGrid on, PagePlan of, List<Page> wanted) {
    Display display = getDisplay();
    ICoreRunnable work =
        monitor -> {
          for (Page page : wanted) {
            if (monitor.isCanceled() || display.isDisposed()) {
              return;
            }
            ImageData data =
                SwtImages.of(PageImage.of(scene, of, page, Theme.LIGHT, SHARP * on.scale()));
            display.asyncExec(() -> drawn(on, page, data));
          }
        };
    return Job.create("Preview", work);
  }

  private void drawn(SheetGrid on, Page page, ImageData data) {
    // Drawn for another size, it would not be sharp.
    if (on == grid) {
      images.put(page, new Image(getDisplay(), data));
      redraw();
    }
  }

  private void paint(GC gc) {
    gc.setBackground(Palette.color(Token.ROW_BORDER));
    gc.fillRectangle(getClientArea());
    if (grid == null) {
      return;
    }
    gc.setInterpolation(SWT.HIGH);
    for (int i = 0; i < pages.size(); i++) {
      paint(gc, grid.sheet(i), images.get(pages.get(i)));
    }
  }

  private void paint(GC gc, Rectangle sheet, Image image) {
    gc.setBackground(Palette.color(Token.MUTED));
    gc.setAlpha(60);
    gc.fillRectangle(sheet.x + 3, sheet.y + 4, sheet.width, sheet.height);
    gc.setAlpha(255);
    if (image == null) {
      gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_WHITE));
      gc.fillRectangle(sheet);
    } else {
      Rectangle pixels = image.getBounds();
      gc.drawImage(
          image, 0, 0, pixels.width, pixels.height, sheet.x, sheet.y, sheet.width, sheet.height);
    }
    gc.setForeground(Palette.color(Token.CARD_BORDER));
    gc.drawRectangle(sheet.x - 1, sheet.y - 1, sheet.width + 1, sheet.height + 1);
  }

  private void pick(int x, int y) {
    for (int i = 0; grid != null && pages.size() > 1 && i < pages.size(); i++) {
      if (grid.sheet(i).contains(x, y)) {
        picked.accept(pages.get(i));
        return;
      }
    }
  }

  private void forget() {
    if (drawing != null) {
      drawing.cancel();
      drawing = null;
    }
    images.values().forEach(Image::dispose);
    images.clear();
    grid = null;
  }
}
