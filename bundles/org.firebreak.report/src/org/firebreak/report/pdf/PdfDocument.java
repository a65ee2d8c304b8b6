package org.firebreak.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.firebreak.report.diagram.PdfFonts;
import org.firebreak.report.diagram.Typeface;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.report.html.HtmlPage;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A document as a tagged PDF with bookmarks and page numbers. Nothing is fetched from anywhere. The
 * same document gives the same bytes.
 */
public final class PdfDocument {
  private static final String FAMILY = "Liberation Sans";
  private static final String TOOL = "Firebreak";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    // It tells of every style sheet; what matters is thrown.
    XRLog.setLoggingEnabled(false);
  }

  private PdfDocument() {}

  /**
   * Writes the document.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Document document, Brand brand, OutputStream out) throws IOException {
    String page = HtmlPage.forPaper(document, brand);
    try (PDDocument pdf = new PDDocument();
        Pictures pictures = new Pictures(document, brand, pdf)) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(pdf);
      builder.usePdfUaAccessibility(true);
      builder.withProducer(TOOL);
      builder.useExternalResourceAccessControl(
          (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
      builder.useFont(font(pdf, Typeface.REGULAR), FAMILY, REGULAR, FontStyle.NORMAL, true);
      builder.useFont(font(pdf, Typeface.BOLD), FAMILY, BOLD, FontStyle.NORMAL, true);
      builder.useObjectDrawerFactory(pictures);
      builder.withW3cDocument(parsed(page), "about:blank");
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
        properties(pdf, document);
        PdfStructure.finish(pdf);
        pdf.save(out);
      }
    }
  }

  private static PDFontSupplier font(PDDocument pdf, Typeface typeface) throws IOException {
    return new PDFontSupplier(PdfFonts.load(pdf, typeface));
  }

  /** There is no time in them, and the id depends on the content alone. */
  private static void properties(PDDocument pdf, Document document) {
    PDDocumentInformation information = pdf.getDocumentInformation();
    String title = document.kicker() + ": " + document.title();
    information.setTitle(title);
    information.setSubject(document.kicker());
    information.setCreator(TOOL);
    information.setProducer(TOOL);
    information.setCreationDate(null);
    information.setModificationDate(null);
    pdf.setDocumentId((long) (title + document.facts()).hashCode());
  }

  private static org.w3c.dom.Document parsed(String page) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setEntityResolver((name, system) -> new InputSource(new StringReader("")));
      return parser.parse(new InputSource(new StringReader(page)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("the page for paper is no XML: " + e.getMessage(), e);
    }
  }
}
