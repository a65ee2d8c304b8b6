package org.firebreak.ui.throughput;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.firebreak.report.chart.Chart;
import org.firebreak.report.chart.ChartImage;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.ui.picture.SwtImages;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Palette;
import org.firebreak.ui.theme.Themes;

/**
 * Shows a chart, drawn in the background in the size and theme that the pane has. For the UI
 * thread.
 */
public final class ChartPane {
  /** A window that is dragged larger draws anew when it rests. */
  private static final int PAUSE_MS = 60;

  /** Charts keep their text size; below this they are drawn larger and scaled down. */
  private static final int LEAST_WIDTH = 420;

  private static final int LEAST_HEIGHT = 210;

  /** Pixels for one px of a copied chart. */
  private static final double COPY_SCALE = 2;

  private final Canvas canvas;
  private final Display display;
  private final Runnable drawing = this::draw;
  private final Runnable themes = this::drawSoon;
  private Chart chart;
  private Image image;
  private int asked;

  /** An empty pane. */
  public ChartPane(Composite parent) {
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    display = canvas.getDisplay();
    canvas.addListener(SWT.Paint, event -> paint(event.gc));
    canvas.addListener(SWT.Resize, event -> drawSoon());
    Themes.addListener(themes);
    canvas.addListener(
        SWT.Dispose,
        event -> {
          Themes.removeListener(themes);
          if (image != null) {
            image.dispose();
          }
        });
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = chart == null ? "" : chart.title() + ". " + chart.description();
              }
            });
  }

  /** The control. */
  public Canvas control() {
    return canvas;
  }

  /** Shows another chart. */
  public void show(Chart shown) {
    chart = shown;
    canvas.setToolTipText(shown.description());
    drawSoon();
  }

  /** The chart that is shown; {@code null} while there is none. */
  public Chart chart() {
    return chart;
  }

  /** Puts the chart on the clipboard as pixels, in light colours, which print well. */
  public void copyImage() {
    if (chart != null) {
      ImageData pixels =
          SwtImages.of(
              ChartImage.of(chart, chart.width(), chart.height(), COPY_SCALE, Theme.LIGHT));
      put(pixels, ImageTransfer.getInstance());
    }
  }

  /** Puts the figures of the chart on the clipboard as CSV. */
  public void copyCsv() {
    if (chart != null) {
      put(chart.csv(), TextTransfer.getInstance());
    }
  }

  /** How many px of the chart one px of the pane stands for. */
  public double scale() {
    Rectangle area = canvas.getClientArea();
    return 1
        / Math.min(
            1, Math.min(area.width / (double) LEAST_WIDTH, area.height / (double) LEAST_HEIGHT));
  }

  private void put(Object content, Transfer transfer) {
    Clipboard clipboard = new Clipboard(display);
    try {
      clipboard.setContents(new Object[] {content}, new Transfer[] {transfer});
    } finally {
      clipboard.dispose();
    }
  }

  private void drawSoon() {
    if (!canvas.isDisposed()) {
      display.timerExec(PAUSE_MS, drawing);
    }
  }

  private void draw() {
    if (canvas.isDisposed() || chart == null) {
      return;
    }
    Rectangle area = canvas.getClientArea();
    if (area.width < 2 || area.height < 2) {
      return;
    }
    int number = ++asked;
    Chart drawn = chart;
    Theme theme = Themes.current() == Look.DARK ? Theme.DARK : Theme.LIGHT;
    double scale =
        Math.min(
            1, Math.min(area.width / (double) LEAST_WIDTH, area.height / (double) LEAST_HEIGHT));
    int width = (int) Math.round(area.width / scale);
    int height = (int) Math.round(area.height / scale);
    Job job =
        Job.create(
            "Drawing a chart",
            (ICoreRunnable)
                monitor -> {
                  ImageData pixels =
                      SwtImages.of(ChartImage.of(drawn, width, height, scale, theme));
                  if (!display.isDisposed()) {
                    display.asyncExec(() -> take(number, pixels));
                  }
                });
    job.setSystem(true);
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  private void take(int number, ImageData pixels) {
    if (number != asked || canvas.isDisposed()) {
      return;
    }
    if (image != null) {
      image.dispose();
    }
    image = new Image(display, pixels);
    canvas.redraw();
  }

  private void paint(GC gc) {
    gc.setBackground(Palette.color(Token.CANVAS));
    gc.fillRectangle(canvas.getClientArea());
    if (image != null && chart != null) {
      gc.drawImage(image, 0, 0);
    }
  }
}
