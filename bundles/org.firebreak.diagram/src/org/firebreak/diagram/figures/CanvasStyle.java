package org.firebreak.diagram.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.firebreak.scene.Paint;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;

/** How all figures of one canvas are drawn at the moment: theme, zoom, fonts. */
public final class CanvasStyle {
  /** Below this zoom only what is large is drawn. */
  private static final double COARSE_BELOW = 0.4;

  /** Opacity of what stands back: still to be read, out of 255. */
  static final int DIM = 64;

  /** Opacity of the halo around what stands out. */
  static final int GLOW = 130;

  private static final double FAR_BELOW = 0.22;

  private final CanvasFonts fonts;
  private final Map<String, Color> colors = new HashMap<>();
  private Theme theme = Theme.LIGHT;
  private double zoom = 1;
  private boolean hints = true;
  private Function<String, List<String>> remarks = id -> List.of();

  public CanvasStyle(CanvasFonts fonts) {
    this.fonts = fonts;
  }

  public CanvasFonts fonts() {
    return fonts;
  }

  public Theme theme() {
    return theme;
  }

  public void setTheme(Theme theme) {
    this.theme = theme;
  }

  /** Magnification, 1 for 100 %. */
  public double zoom() {
    return zoom;
  }

  public void setZoom(double zoom) {
    this.zoom = zoom;
  }

  /** Whether tooltips are wanted; they are in the way of a tool that draws. */
  public void setHints(boolean wanted) {
    hints = wanted;
  }

  /** Sets where tooltips ask what there is to say of the element with an id. */
  public void setRemarks(Function<String, List<String>> source) {
    remarks = source;
  }

  /** What there is to say of elements beside what the diagram says, as lines. */
  public List<String> remarks(Collection<String> ids) {
    return ids.stream().flatMap(id -> remarks.apply(id).stream()).distinct().toList();
  }

  boolean hints() {
    return hints;
  }

  /** Whether the diagram is so small that only boxes, lines and large names are drawn. */
  public boolean isCoarse() {
    return zoom < COARSE_BELOW;
  }

  /** Width of the thinnest line that is seen whole, in px of the diagram. */
  int hair() {
    return Math.max(1, (int) Math.round(1 / zoom));
  }

  /** Whether names of groups are too small to be read, so that those of zones stand over them. */
  boolean isFar() {
    return zoom < FAR_BELOW;
  }

  /** The colour of a token in the theme. */
  public Color color(Token token) {
    return color(Paint.of(token));
  }

  Color color(Paint paint) {
    return colors.computeIfAbsent(paint.hex(theme), CanvasStyle::parse);
  }

  Font font(TextStyle style) {
    return fonts.font(style);
  }

  private static Color parse(String hex) {
    int value = Integer.parseInt(hex.substring(1), 16);
    return new Color(new RGB(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF));
  }
}
