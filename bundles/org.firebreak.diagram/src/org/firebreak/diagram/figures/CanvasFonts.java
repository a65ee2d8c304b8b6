package org.firebreak.diagram.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import org.firebreak.scene.TextMetrics;
import org.firebreak.scene.TextStyle;

/**
 * The fonts of a canvas, and text as they measure it.
 *
 * <p>The fonts are {@value #FINE} times as large as the text on the diagram; painters scale them
 * down. So a type size need not be a whole number of points, and text is as wide at every zoom as
 * the scene was told.
 *
 * <p>Widths may be asked for on any thread; those not measured before are estimated off the UI
 * thread.
 */
public final class CanvasFonts implements TextMetrics {
  /** How many units of the painter make one px of the diagram. */
  public static final int FINE = 8;

  private static final String PREFERRED = "Inter";
  private static final String EM_SPACE = "\u2003";
  private static final int SEMIBOLD = 600;

  private final Display display;
  private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
  private final Map<TextStyle, Integer> ascents = new EnumMap<>(TextStyle.class);
  private final Map<TextStyle, Map<String, Integer>> widths = new EnumMap<>(TextStyle.class);
  private final GC gc;

  /** The fonts of a display, shared by all its canvases. To be called on the UI thread. */
  public static CanvasFonts of(Display display) {
    String key = CanvasFonts.class.getName();
    if (display.getData(key) instanceof CanvasFonts present) {
      return present;
    }
    CanvasFonts fonts = new CanvasFonts(display);
    display.setData(key, fonts);
    display.disposeExec(fonts::dispose);
    return fonts;
  }

  private CanvasFonts(Display display) {
    this.display = display;
    this.gc = new GC(display);
    String family = family(display);
    double points = pointsPerPixel(family);
    for (TextStyle style : TextStyle.values()) {
      int height = (int) Math.round(style.size() * FINE * points);
      int weight = style.weight() >= SEMIBOLD ? SWT.BOLD : SWT.NORMAL;
      Font font = new Font(display, family, height, weight);
      gc.setFont(font);
      fonts.put(style, font);
      ascents.put(style, gc.getFontMetrics().getAscent() + gc.getFontMetrics().getLeading());
      widths.put(style, new ConcurrentHashMap<>());
    }
  }

  private static String family(Display display) {
    FontData[] system = display.getSystemFont().getFontData();
    return display.getFontList(PREFERRED, true).length > 0 ? PREFERRED : system[0].getName();
  }

  /** Points that are one px here: the desktop may have been told any resolution. */
  private double pointsPerPixel(String family) {
    int probe = 72;
    Font font = new Font(display, family, probe, SWT.NORMAL);
    try {
      gc.setFont(font);
      double em = gc.textExtent(EM_SPACE).x;
      boolean plausible = em >= probe * 0.9 && em <= probe * 4;
      return plausible ? probe / em : 72.0 / 96.0;
    } finally {
      gc.setFont(null);
      font.dispose();
    }
  }

  /** The font, {@value #FINE} times as large as on the diagram. */
  Font font(TextStyle style) {
    return fonts.get(style);
  }

  /** Distance from the top of a line to its baseline, in the painter's units. */
  int fineAscent(TextStyle style) {
    return ascents.get(style);
  }

  /** Width in the painter's units. */
  int fineWidth(String text, TextStyle style) {
    if (text.isEmpty()) {
      return 0;
    }
    Map<String, Integer> known = widths.get(style);
    Integer width = known.get(text);
    if (width == null) {
      if (Display.getCurrent() != display || display.isDisposed()) {
        return TextMetrics.approximate().width(text, style) * FINE;
      }
      gc.setFont(fonts.get(style));
      width = gc.textExtent(text, SWT.DRAW_TRANSPARENT).x;
      known.put(text, width);
    }
    return width;
  }

  @Override
  public int width(String text, TextStyle style) {
    return (fineWidth(text, style) + FINE - 1) / FINE;
  }

  private void dispose() {
    gc.dispose();
    fonts.values().forEach(Font::dispose);
  }
}
