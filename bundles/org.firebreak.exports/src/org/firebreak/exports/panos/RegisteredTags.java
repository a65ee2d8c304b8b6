package org.firebreak.exports.panos;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.firebreak.exports.ExportException;
import org.firebreak.rulebase.RuleFiles;

/** Reads the messages that a bundle registers tags with. */
final class RegisteredTags {
  private RegisteredTags() {}

  /** Adds the tags of a message by address. */
  static void read(RuleFiles files, String path, Map<String, Set<String>> tags) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = files.open(path)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      String address = null;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("entry")) {
          address = xml.getAttributeValue(null, "ip");
        } else if (xml.getLocalName().equals("member") && address != null) {
          tags.computeIfAbsent(address, key -> new LinkedHashSet<>()).add(xml.getElementText());
        }
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw new ExportException(path + " is not a message of a bundle: " + e.getMessage(), e);
    }
  }
}
