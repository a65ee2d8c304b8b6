package org.firebreak.ui.exporting;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.firebreak.report.pdf.PdfPages;
import org.firebreak.scene.Token;
import org.firebreak.ui.jobs.NewestJob;
import org.firebreak.ui.picture.SwtImages;
import org.firebreak.ui.theme.Palette;

/** The pages of a report one by one; Page Up and Page Down turn them. */
final class ReportPreview {
  private static final int MARGIN = 10;

  private final Composite control;
  private final Canvas page;
  private final Label position;
  private final Button back;
  private final Button forward;
  private final NewestJob drawing;
  private PdfPages pages;
  private Image image;
  private String words = "";
  private int shown;

  ReportPreview(Composite parent) {
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(control);
    drawing = new NewestJob(parent.getDisplay(), () -> {});
    page = new Canvas(control, SWT.DOUBLE_BUFFERED | SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, true).hint(430, 470).applyTo(page);
    page.addListener(SWT.Paint, event -> paint(event.gc));
    page.addListener(SWT.Resize, event -> draw());
    page.addListener(SWT.MouseDown, event -> page.setFocus());
    page.addListener(
        SWT.KeyDown,
        event -> {
          switch (event.keyCode) {
            case SWT.PAGE_DOWN, SWT.ARROW_DOWN, SWT.ARROW_RIGHT -> turn(1);
            case SWT.PAGE_UP, SWT.ARROW_UP, SWT.ARROW_LEFT -> turn(-1);
            default -> {
              // Other keys go where they always go.
            }
          }
        });
    page.addListener(
        SWT.Traverse,
        event ->
            event.doit =
                event.detail == SWT.TRAVERSE_TAB_NEXT
                    || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                    || event.detail == SWT.TRAVERSE_ESCAPE
                    || event.detail == SWT.TRAVERSE_RETURN);
    Composite pager = new Composite(control, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(pager);
    GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(pager);
    back = button(pager, "Previous", -1);
    position = new Label(pager, SWT.CENTER);
    GridDataFactory.swtDefaults().hint(130, SWT.DEFAULT).applyTo(position);
    forward = button(pager, "Next", 1);
    control.addListener(
        SWT.Dispose,
        event -> {
          drawing.cancel();
          forgetImage();
        });
    say("Building the preview…");
  }

  private Button button(Composite pager, String text, int step) {
    Button button = new Button(pager, SWT.PUSH);
    button.setText(text);
    button.addListener(SWT.Selection, event -> turn(step));
    return button;
  }

  Composite control() {
    return control;
  }

  /** Says why there are no pages. */
  void say(String why) {
    pages = null;
    words = why;
    forgetImage();
    refresh();
  }

  /** Shows other pages; the place among them stays as far as there are so many. */
  void show(PdfPages next) {
    pages = next;
    words = "";
    shown = Math.min(shown, next.count() - 1);
    draw();
    refresh();
  }

  private void turn(int step) {
    if (pages != null && shown + step >= 0 && shown + step < pages.count()) {
      shown += step;
      draw();
      refresh();
    }
  }

  private void draw() {
    Rectangle area = page.getClientArea();
    if (pages == null || area.width < 3 * MARGIN || area.height < 3 * MARGIN) {
      return;
    }
    PdfPages from = pages;
    int number = shown;
    drawing.start(
        "Drawing a page",
        progress ->
            SwtImages.of(from.image(number, area.width - 2 * MARGIN, area.height - 2 * MARGIN)),
        this::take,
        this::say);
  }

  private void take(ImageData pixels) {
    if (!page.isDisposed()) {
      forgetImage();
      image = new Image(page.getDisplay(), pixels);
      page.redraw();
    }
  }

  private void forgetImage() {
    if (image != null) {
      image.dispose();
      image = null;
    }
  }

  private void refresh() {
    if (!page.isDisposed()) {
      position.setText(pages == null ? "" : "Page " + (shown + 1) + " of " + pages.count());
      back.setEnabled(pages != null && shown > 0);
      forward.setEnabled(pages != null && shown < pages.count() - 1);
      page.redraw();
    }
  }

  private void paint(GC gc) {
    Rectangle area = page.getClientArea();
    gc.setBackground(Palette.color(Token.CARD_BORDER));
    gc.fillRectangle(area);
    if (image != null) {
      Rectangle size = image.getBounds();
      gc.drawImage(image, (area.width - size.width) / 2, (area.height - size.height) / 2);
    } else if (!words.isEmpty()) {
      gc.setForeground(Palette.color(Token.INK));
      gc.drawText(words, MARGIN, MARGIN, true);
    }
  }
}
