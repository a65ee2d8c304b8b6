package org.firebreak.report.chart;

import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes elements so that they stand both in HTML and in XML; attributes in alphabetical order. */
final class SvgText {

  private SvgText() {}

  static void append(Element element, StringBuilder out) {
    String name = element.getLocalName() == null ? element.getTagName() : element.getLocalName();
    out.append('<').append(name);
    TreeMap<String, String> attributes = new TreeMap<>();
    NamedNodeMap map = element.getAttributes();
    for (int i = 0; i < map.getLength(); i++) {
      attributes.put(map.item(i).getNodeName(), map.item(i).getNodeValue());
    }
    attributes.forEach(
        (key, value) ->
            out.append(' ').append(key).append("=\"").append(escape(value)).append('"'));
    if (element.getFirstChild() == null) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        append(inner, out);
      } else if (child instanceof Text text) {
        out.append(escape(text.getData()));
      }
    }
    out.append("</").append(name).append(">\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
