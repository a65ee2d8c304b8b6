package org.firebreak.exports.panos;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.firebreak.exports.ExportFile;

/** An XML document, indented. Characters are escaped by the library. */
final class XmlFile {
  private final XMLStreamWriter xml;
  private int depth;
  private boolean hasChildren;

  XmlFile(ExportFile file) throws IOException {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new FileWriter(file));
      xml.writeStartDocument("1.0");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static IOException failed(XMLStreamException e) {
    return e.getCause() instanceof IOException io
        ? io
        : new IOException("XML cannot be written: " + e.getMessage(), e);
  }

  /** Opens an element. */
  void begin(String element) throws IOException {
    begin(element, null, null);
  }

  /** Opens an element with an attribute. */
  void begin(String element, String attribute, String value) throws IOException {
    try {
      newLine();
      xml.writeStartElement(element);
      if (attribute != null) {
        xml.writeAttribute(attribute, value);
      }
      depth++;
      hasChildren = false;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Closes the innermost element. */
  void end() throws IOException {
    try {
      depth--;
      if (hasChildren) {
        newLine();
      }
      xml.writeEndElement();
      hasChildren = true;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Writes an element with a text. */
  void text(String element, String text) throws IOException {
    try {
      newLine();
      xml.writeStartElement(element);
      xml.writeCharacters(text);
      xml.writeEndElement();
      hasChildren = true;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Ends the document with a line feed. */
  void finish() throws IOException {
    try {
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + " ".repeat(depth));
  }

  /** Hands characters on in portions. */
  private static final class FileWriter extends Writer {
    private static final int PORTION = 8192;

    private final ExportFile file;
    private final StringBuilder buffer = new StringBuilder(PORTION * 2);

    FileWriter(ExportFile file) {
      this.file = file;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      buffer.append(text, offset, length);
      if (buffer.length() > PORTION) {
        flush();
      }
    }

    @Override
    public void flush() throws IOException {
      file.write(buffer);
      buffer.setLength(0);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
