package org.firebreak.model.io;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.ENamedElement;
import org.firebreak.model.FirebreakPackage;

/**
 * Reads a design file once before EMF does, and refuses what must never reach it: another format or
 * a newer version of ours, document type declarations, references to other files, doubled ids, and
 * nesting deep enough to exhaust the stack.
 */
final class DesignScan {
  private static final int MAX_DEPTH = 64;

  private static final Set<String> REFERENCES =
      FirebreakPackage.eINSTANCE.getEClassifiers().stream()
          .filter(EClass.class::isInstance)
          .flatMap(type -> ((EClass) type).getEReferences().stream())
          .filter(reference -> !reference.isContainment())
          .map(ENamedElement::getName)
          .collect(Collectors.toUnmodifiableSet());

  private final String file;
  private final Set<String> ids = new HashSet<>();
  private int depth;

  private DesignScan(String file) {
    this.file = file;
  }

  static void check(InputStream in, String file) throws DesignFileException {
    new DesignScan(file).run(in);
  }

  private void run(InputStream in) throws DesignFileException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = null;
    try {
      reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        accept(reader.next(), reader);
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNumber(), 0);
      throw new DesignFileException(
          file,
          line,
          "not a complete XML document ("
              + firstLine(e)
              + "); restore the file from version control or a backup",
          e);
    }
  }

  private void accept(int event, XMLStreamReader reader) throws DesignFileException {
    switch (event) {
      case XMLStreamConstants.DTD ->
          throw refusal(
              reader,
              "document type declarations are not allowed; remove the line that begins with"
                  + " <!DOCTYPE");
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        if (depth == 1) {
          root(reader);
        } else if (depth > MAX_DEPTH) {
          throw refusal(
              reader, "elements are nested deeper than " + MAX_DEPTH + "; flatten the zones");
        }
        attributes(reader);
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      default -> {}
    }
  }

  private void root(XMLStreamReader reader) throws DesignFileException {
    if (!"Design".equals(reader.getLocalName())
        || !FirebreakPackage.eNS_URI.equals(reader.getNamespaceURI())) {
      throw refusal(
          reader,
          "not a Firebreak design (the root element is "
              + reader.getLocalName()
              + "); open a file that Firebreak has saved, or import this one");
    }
    String version = reader.getAttributeValue(null, "formatVersion");
    if (version == null) {
      return;
    }
    try {
      if (Integer.parseInt(version) > DesignFile.FORMAT_VERSION) {
        throw refusal(
            reader,
            "written by a newer Firebreak (format version "
                + version
                + ", this one reads up to "
                + DesignFile.FORMAT_VERSION
                + "); update Firebreak to open it");
      }
    } catch (NumberFormatException e) {
      throw refusal(reader, "formatVersion is not a number: " + version + "; write 1");
    }
  }

  private void attributes(XMLStreamReader reader) throws DesignFileException {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      boolean foreign = REFERENCES.contains(name) && reader.getAttributeValue(i).indexOf('#') >= 0;
      if (foreign || "href".equals(name)) {
        throw refusal(
            reader,
            "reference to another file ("
                + reader.getAttributeValue(i)
                + "); a design refers only to its own elements");
      }
      boolean own = reader.getAttributeNamespace(i) == null;
      if (own && "id".equals(name) && !ids.add(reader.getAttributeValue(i))) {
        throw refusal(
            reader,
            "the id "
                + reader.getAttributeValue(i)
                + " stands twice; give one of the elements a new UUID");
      }
    }
  }

  private DesignFileException refusal(XMLStreamReader reader, String problem) {
    return new DesignFileException(file, reader.getLocation().getLineNumber(), problem);
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int text = message.indexOf("Message: ");
    return (text < 0 ? message : message.substring(text + 9)).lines().findFirst().orElse("");
  }
}
