package org.firebreak.scene.svg;

import java.util.List;
import java.util.function.Supplier;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.paint.BoxPainter;
import org.firebreak.scene.paint.LegendPainter;
import org.firebreak.scene.paint.LineMood;
import org.firebreak.scene.paint.LinePainter;
import org.firebreak.scene.paint.Shape;

/**
 * Writes a scene as SVG: one element with its own style, a title and a description for those who
 * cannot see it, tooltips, and no reference to anything outside. The same scene gives the same
 * text.
 */
public final class SvgWriter {
  private static final int MARGIN = 24;

  private final Scene scene;
  private final SvgShapes shapes;
  private final StringBuilder out = new StringBuilder();

  private SvgWriter(Scene scene, Theme theme) {
    this.scene = scene;
    this.shapes = new SvgShapes(theme);
  }

  /**
   * The scene as an SVG document.
   *
   * @param theme colours
   * @return text without an XML declaration, so that it can also stand inside HTML
   */
  public static String write(Scene scene, Theme theme) {
    return new SvgWriter(scene, theme).document(theme);
  }

  private String document(Theme theme) {
    Rect view = scene.bounds().grown(MARGIN);
    String size = " width=\"" + view.width() + "\" height=\"" + view.height() + "\"";
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"fb-diagram\"")
        .append(" viewBox=\"")
        .append(view.x())
        .append(' ')
        .append(view.y())
        .append(' ')
        .append(view.width())
        .append(' ')
        .append(view.height())
        .append('"')
        .append(size)
        .append(">\n")
        .append("<title>")
        .append(Xml.escape(scene.name()))
        .append("</title>\n")
        .append("<desc>")
        .append(Xml.escape(scene.description()))
        .append("</desc>\n")
        .append("<rect x=\"")
        .append(view.x())
        .append("\" y=\"")
        .append(view.y())
        .append('"')
        .append(size)
        .append(" fill=\"")
        .append(Token.CANVAS.hex(theme))
        .append("\"/>\n");
    for (Box box : scene.boxes()) {
      group("box", box.id(), box.text().hint(), () -> BoxPainter.paint(box, scene.metrics()));
    }
    for (Line line : scene.lines()) {
      group("line", line.id(), line.hint(), () -> LinePainter.paint(line, LineMood.NORMAL));
    }
    for (Line line : scene.lines()) {
      group(
          "label",
          line.id(),
          line.hint(),
          () -> LinePainter.paintLabel(line, LineMood.NORMAL, scene.metrics()));
    }
    scene
        .legend()
        .ifPresent(
            legend ->
                group(
                    "legend",
                    "legend",
                    legend.lines(),
                    () -> LegendPainter.paint(legend, scene.legendBounds(), scene.metrics())));
    return out.append("</svg>\n").toString();
  }

  private void group(String kind, String id, List<String> hint, Supplier<List<Shape>> content) {
    out.append("<g class=\"fb-").append(kind).append("\" data-id=\"").append(Xml.escape(id));
    out.append("\">\n");
    if (!hint.isEmpty()) {
      out.append("<title>").append(Xml.escape(String.join("\n", hint))).append("</title>\n");
    }
    content.get().forEach(shape -> shapes.append(shape, out));
    out.append("</g>\n");
  }
}
