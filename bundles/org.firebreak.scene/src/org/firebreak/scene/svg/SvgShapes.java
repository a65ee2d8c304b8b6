package org.firebreak.scene.svg;

import org.firebreak.scene.Paint;
import org.firebreak.scene.Theme;
import org.firebreak.scene.paint.Outline;
import org.firebreak.scene.paint.Shape;

/** Writes single shapes. */
final class SvgShapes {
  private static final String FONTS =
      "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

  private final Theme theme;

  SvgShapes(Theme theme) {
    this.theme = theme;
  }

  void append(Shape shape, StringBuilder out) {
    switch (shape) {
      case Shape.Panel panel -> panel(panel, out);
      case Shape.Path path -> path(path, out);
      case Shape.Text text -> text(text, out);
    }
  }

  private void panel(Shape.Panel panel, StringBuilder out) {
    out.append("<rect");
    attribute("x", panel.x(), out);
    attribute("y", panel.y(), out);
    attribute("width", panel.width(), out);
    attribute("height", panel.height(), out);
    attribute("rx", panel.radius(), out);
    style(panel.fill(), panel.stroke(), panel.strokeWidth(), panel.dash(), out);
    out.append("/>\n");
  }

  private void path(Shape.Path path, StringBuilder out) {
    out.append("<path d=\"");
    for (Outline.Step step : path.outline().steps()) {
      switch (step) {
        case Outline.Step.Move m -> coordinates(out.append('M'), m.x(), m.y());
        case Outline.Step.Line l -> coordinates(out.append('L'), l.x(), l.y());
        case Outline.Step.Curve c ->
            coordinates(out.append('C'), c.x1(), c.y1(), c.x2(), c.y2(), c.x(), c.y());
        case Outline.Step.Close close -> out.append('Z');
      }
    }
    out.append('"');
    style(path.fill(), path.stroke(), path.strokeWidth(), path.dash(), out);
    out.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
  }

  private void text(Shape.Text text, StringBuilder out) {
    if (text.text().isEmpty()) {
      return;
    }
    out.append("<text");
    attribute("x", text.x(), out);
    attribute("y", text.baseline(), out);
    switch (text.anchor()) {
      case START -> {
        // The default of SVG.
      }
      case MIDDLE -> out.append(" text-anchor=\"middle\"");
      case END -> out.append(" text-anchor=\"end\"");
    }
    out.append(" font-family=\"").append(FONTS).append('"');
    attribute("font-size", text.style().size(), out);
    out.append(" font-weight=\"").append(text.style().weight()).append('"');
    if (text.style().tabular()) {
      out.append(" style=\"font-variant-numeric: tabular-nums\"");
    }
    out.append(" fill=\"").append(text.paint().hex(theme)).append("\">");
    out.append(Xml.escape(text.text())).append("</text>\n");
  }

  private void style(Paint fill, Paint stroke, double width, Shape.Dash dash, StringBuilder out) {
    out.append(" fill=\"").append(fill == null ? "none" : fill.hex(theme)).append('"');
    if (stroke != null) {
      out.append(" stroke=\"").append(stroke.hex(theme)).append('"');
      attribute("stroke-width", width, out);
      if (dash != Shape.Dash.SOLID) {
        out.append(" stroke-dasharray=\"");
        coordinates(out, dash.lengths());
        out.append('"');
      }
    }
  }

  private static void attribute(String name, double value, StringBuilder out) {
    out.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private static void coordinates(StringBuilder out, double... values) {
    for (int i = 0; i < values.length; i++) {
      out.append(i == 0 ? "" : " ").append(number(values[i]));
    }
  }

  /** At most two decimals, no trailing zeros, the same in every locale. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    if (rest == 0) {
      return sign + whole;
    }
    String decimals = rest < 10 ? "0" + rest : Long.toString(rest);
    return sign + whole + "." + (decimals.endsWith("0") ? decimals.substring(0, 1) : decimals);
  }
}
