package org.firebreak.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * A chart as SVG: text stays text, ids begin with the chart's, title and description come first. It
 * refers to nothing outside. The same chart gives the same text.
 */
public final class ChartSvg {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String FONTS = "'Liberation Sans', Arial, Helvetica, sans-serif";
  private static final List<String> PAINTS = List.of("fill", "stroke", "stop-color");

  private final Chart chart;
  private final Theme theme;
  private final boolean live;
  private final Map<String, String> variables = new HashMap<>();

  private ChartSvg(Chart chart, Theme theme, boolean live) {
    this.chart = chart;
    this.theme = theme;
    this.live = live;
    for (Token token : Token.values()) {
      variables.putIfAbsent(token.hex(theme).toLowerCase(Locale.ROOT), token.cssName());
    }
  }

  /** A file of its own, in the colours of a theme. */
  public static String text(Chart chart, Theme theme) {
    return new ChartSvg(chart, theme, false).write();
  }

  /**
   * A part of an HTML page that declares the tokens as custom properties, so that the chart follows
   * the theme of the page.
   */
  public static String inPage(Chart chart) {
    return new ChartSvg(chart, Theme.LIGHT, true).write();
  }

  private String write() {
    Document document = document();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(3);
    context.setEmbeddedFontsOn(false);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return chart.id() + '-' + super.generateID(prefix);
          }
        });
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, chart.width(), chart.height()), theme);
    Element root = graphics.getRoot();
    Element picture = document.createElementNS(SVG, "svg");
    picture.setAttribute("xmlns", SVG);
    picture.setAttribute("class", "fb-chart");
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-labelledby", chart.id() + "-title " + chart.id() + "-desc");
    picture.setAttribute("viewBox", "0 0 " + chart.width() + " " + chart.height());
    picture.setAttribute("width", String.valueOf(chart.width()));
    picture.setAttribute("height", String.valueOf(chart.height()));
    picture.appendChild(worded(document, "title", chart.title()));
    picture.appendChild(worded(document, "desc", chart.description()));
    if (!live) {
      Element ground = document.createElementNS(SVG, "rect");
      ground.setAttribute("width", "100%");
      ground.setAttribute("height", "100%");
      ground.setAttribute("fill", Token.CANVAS.hex(theme));
      picture.appendChild(ground);
    }
    for (Node child = root.getFirstChild(); child != null; ) {
      Node next = child.getNextSibling();
      if (child instanceof Element element && element.getFirstChild() != null) {
        clean(element);
        picture.appendChild(element);
      }
      child = next;
    }
    StringBuilder text = new StringBuilder();
    SvgText.append(picture, text);
    return text.toString();
  }

  private Element worded(Document document, String name, String words) {
    Element element = document.createElementNS(SVG, name);
    element.setAttribute("id", chart.id() + '-' + name);
    element.setTextContent(words);
    return element;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Drops what says nothing, names fonts that every machine has, binds colours to tokens. */
  private void clean(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    List<String> style = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      String name = attribute.getName();
      if (name.startsWith("xml:") || name.startsWith("color-") || name.endsWith("-rendering")) {
        dropped.add(name);
      } else if (name.equals("font-family")) {
        attribute.setValue(FONTS);
      } else if (live && PAINTS.contains(name)) {
        String variable = variables.get(hex(attribute.getValue()));
        if (variable != null) {
          style.add(name + ":var(" + variable + ")");
          dropped.add(name);
        }
      }
    }
    dropped.forEach(element::removeAttribute);
    if (!style.isEmpty()) {
      element.setAttribute("style", String.join(";", style));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        clean(inner);
      }
    }
  }

  /** The colour that the generator writes as {@code rgb(31,95,214)}, or by a name. */
  private static String hex(String color) {
    if (color.startsWith("rgb(")) {
      String[] parts = color.substring(4, color.length() - 1).split(",");
      return String.format(
          "#%02x%02x%02x",
          Integer.parseInt(parts[0].strip()),
          Integer.parseInt(parts[1].strip()),
          Integer.parseInt(parts[2].strip()));
    }
    return switch (color) {
      case "white" -> "#ffffff";
      case "black" -> "#000000";
      default -> color.toLowerCase(Locale.ROOT);
    };
  }
}
