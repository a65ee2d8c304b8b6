package org.firebreak.report.document;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An SVG file in which nothing runs and nothing is fetched. */
record SafeSvg(byte[] bytes, double width, double height) {
  private static final Set<String> FORBIDDEN =
      Set.of("script", "foreignobject", "iframe", "object", "embed", "handler", "listener");

  static SafeSvg of(byte[] bytes) {
    try {
      check(bytes);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(
          "the logo is neither a PNG nor an SVG that can be read", e);
    }
    SVGDocument document = document(bytes);
    if (document == null || !(document.size().width > 0 && document.size().height > 0)) {
      throw new IllegalArgumentException("the logo is an SVG without a size; give it a viewBox");
    }
    return new SafeSvg(bytes.clone(), document.size().width, document.size().height);
  }

  /** The picture to draw; null if it cannot be read. */
  static SVGDocument document(byte[] bytes) {
    return new SVGLoader()
        .load(new ByteArrayInputStream(bytes), null, LoaderContext.createDefault());
  }

  private static void check(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    boolean first = true;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw unsafe("a document type");
      }
      if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
        throw unsafe("a processing instruction");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (first && !reader.getLocalName().equals("svg")) {
          throw new XMLStreamException("not an SVG");
        }
        first = false;
        element(reader);
      }
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        style(reader.getText());
      }
    }
  }

  private static void element(XMLStreamReader reader) {
    String name = reader.getLocalName().toLowerCase(Locale.ROOT);
    if (FORBIDDEN.contains(name)) {
      throw unsafe("<" + reader.getLocalName() + ">");
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = reader.getAttributeValue(i).strip();
      if (attribute.startsWith("on")) {
        throw unsafe("the attribute " + attribute);
      }
      boolean link = attribute.equals("href") || attribute.equals("src");
      if (link && !value.startsWith("#")) {
        throw unsafe("a link to " + value.substring(0, Math.min(40, value.length())));
      }
      style(value);
    }
  }

  /** Styles may name parts of the same file only. */
  private static void style(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("@import")
        || lower.contains("javascript:")
        || lower.replaceAll("\\s", "").replaceAll("url\\([\"']?#", "").contains("url(")) {
      throw unsafe("a reference to another file");
    }
  }

  private static IllegalArgumentException unsafe(String what) {
    return new IllegalArgumentException(
        "the logo holds " + what + "; use an SVG without scripts, links and document types");
  }
}
