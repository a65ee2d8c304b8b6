package org.firebreak.ui.exporting;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.firebreak.report.pdf.PdfPages;
import org.firebreak.scene.Token;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.jobs.NewestJob;
import org.firebreak.ui.picture.SwtImages;
import org.firebreak.ui.theme.Palette;

/**
 * The pages of a report one by one, as a whole or enlarged; Page Up and Page Down turn them. For
 * the UI thread.
 */
final class ReportPreview {
  private static final int MARGIN = 10;

  /** Times the size at which the whole page is seen. */
  private static final double[] FACTORS = {1, 1.25, 1.5, 2, 2.5, 3};

  private static final int STEP = 60;

  private final Composite control;
  private final ScrolledComposite scroll;
  private final Canvas page;
  private final Label position;
  private final Button back;
  private final Button forward;
  private final Button smaller;
  private final Button larger;
  private final NewestJob drawing;
  private PdfPages pages;
  private Image image;
  private String words = "";
  private int shown;
  private int factor;

  ReportPreview(Composite parent) {
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(control);
    drawing = new NewestJob(parent.getDisplay(), () -> {});
    scroll = new ScrolledComposite(control, SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    GridDataFactory.fillDefaults().grab(true, true).hint(430, 470).applyTo(scroll);
    page = new Canvas(scroll, SWT.DOUBLE_BUFFERED);
    scroll.setContent(page);
    page.addListener(SWT.Paint, event -> paint(event.gc));
    scroll.addListener(SWT.Resize, event -> draw());
    page.addListener(SWT.MouseDown, event -> page.setFocus());
    page.addListener(SWT.KeyDown, this::pressed);
    page.addListener(SWT.MouseWheel, this::wheel);
    page.addListener(
        SWT.Traverse,
        event ->
            event.doit =
                event.detail == SWT.TRAVERSE_TAB_NEXT
                    || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                    || event.detail == SWT.TRAVERSE_ESCAPE
                    || event.detail == SWT.TRAVERSE_RETURN);
    Composite pager = new Composite(control, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(5).spacing(8, 0).applyTo(pager);
    GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(pager);
    back = button(pager, "Previous", -1);
    position = new Label(pager, SWT.CENTER);
    GridDataFactory.swtDefaults().hint(130, SWT.DEFAULT).applyTo(position);
    forward = button(pager, "Next", 1);
    smaller = zoom(pager, "zoom-out", "Zoom Out (Ctrl+-)", -1);
    larger = zoom(pager, "zoom-in", "Zoom In (Ctrl+=); Ctrl+0 shows the whole page", 1);
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

  private Button zoom(Composite pager, String icon, String tip, int step) {
    Button button = new Button(pager, SWT.PUSH);
    button.setImage(Images.get(icon));
    button.setToolTipText(tip);
    button.addListener(SWT.Selection, event -> enlarge(factor + step));
    return button;
  }

  private void pressed(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0) {
      switch (event.keyCode) {
        case '=', '+', SWT.KEYPAD_ADD -> enlarge(factor + 1);
        case '-', SWT.KEYPAD_SUBTRACT -> enlarge(factor - 1);
        case '0', SWT.KEYPAD_0 -> enlarge(0);
        default -> {
          // Other keys go where they always go.
        }
      }
      return;
    }
    switch (event.keyCode) {
      case SWT.PAGE_DOWN -> turn(1);
      case SWT.PAGE_UP -> turn(-1);
      case SWT.ARROW_DOWN -> move(0, 1);
      case SWT.ARROW_UP -> move(0, -1);
      case SWT.ARROW_RIGHT -> move(1, 0);
      case SWT.ARROW_LEFT -> move(-1, 0);
      default -> {
        // Other keys go where they always go.
      }
    }
  }

  /** Scrolls a page that is enlarged, else turns it. */
  private void move(int right, int down) {
    if (factor == 0) {
      turn(right + down);
    } else {
      Point origin = scroll.getOrigin();
      scroll.setOrigin(origin.x + right * STEP, origin.y + down * STEP);
    }
  }

  private void wheel(Event event) {
    int step = Integer.signum(event.count);
    if ((event.stateMask & SWT.MOD1) != 0) {
      event.doit = false;
      enlarge(factor + step);
    } else if (factor == 0) {
      turn(-step);
    }
  }

  /** Shows pages at another of the sizes. */
  private void enlarge(int wanted) {
    int next = Math.clamp(wanted, 0, FACTORS.length - 1);
    if (next != factor) {
      factor = next;
      draw();
      refresh();
    }
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
      scroll.setOrigin(0, 0);
      draw();
      refresh();
    }
  }

  private void draw() {
    Point room = scroll.getSize();
    int border = 2 * scroll.getBorderWidth();
    if (pages == null || room.x < 4 * MARGIN || room.y < 4 * MARGIN) {
      return;
    }
    PdfPages from = pages;
    int number = shown;
    int width = (int) ((room.x - border - 2 * MARGIN) * FACTORS[factor]);
    int height = (int) ((room.y - border - 2 * MARGIN) * FACTORS[factor]);
    drawing.start(
        "Drawing a page",
        progress -> SwtImages.of(from.image(number, width, height)),
        this::take,
        this::say);
  }

  private void take(ImageData pixels) {
    if (!page.isDisposed()) {
      forgetImage();
      image = new Image(page.getDisplay(), pixels);
      boolean whole = factor == 0;
      scroll.setMinSize(
          whole ? 0 : pixels.width + 2 * MARGIN, whole ? 0 : pixels.height + 2 * MARGIN);
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
      smaller.setEnabled(pages != null && factor > 0);
      larger.setEnabled(pages != null && factor < FACTORS.length - 1);
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
