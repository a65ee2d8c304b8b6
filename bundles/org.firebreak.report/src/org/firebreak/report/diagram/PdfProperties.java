package org.firebreak.report.diagram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.firebreak.scene.Scene;

/** Title, language and the like. There is no time in them: the same picture is the same bytes. */
final class PdfProperties {
  private static final String LANGUAGE = "en";
  private static final String TOOL = "Firebreak";

  private PdfProperties() {}

  static void set(PDDocument document, Scene scene, PageTitles titles) throws IOException {
    String title = titles.design() + " – " + titles.diagram();
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(scene.description());
    information.setCreator(TOOL);
    information.setProducer(TOOL);
    document.setDocumentInformation(information);
    document.setDocumentId((long) Objects.hash(title, scene.description()));
    document.getDocumentCatalog().setLanguage(LANGUAGE);
    PDViewerPreferences viewer = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    viewer.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(viewer);
    byte[] xmp = xmp(title, scene.description()).getBytes(StandardCharsets.UTF_8);
    document
        .getDocumentCatalog()
        .setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp)));
  }

  /** The same for programs that read XMP (ISO 16684-1). */
  private static String xmp(String title, String description) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
    <dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
    <dc:format>application/pdf</dc:format>
    <xmp:CreatorTool>Firebreak</xmp:CreatorTool>
    <pdf:Producer>Firebreak</pdf:Producer>
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
        .formatted(escape(title), escape(description));
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(character -> character >= 0x20 && character != 0xFFFE && character != 0xFFFF)
        .filter(character -> character < 0xD800 || character > 0xDFFF)
        .forEach(
            character -> {
              switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(character);
              }
            });
    return safe.toString();
  }
}
