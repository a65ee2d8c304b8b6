package org.firebreak.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.report.html.HtmlPage;
import org.firebreak.report.pdf.PdfDocument;
import org.firebreak.report.text.JsonDocument;
import org.firebreak.report.text.MarkdownDocument;
import org.firebreak.report.xlsx.WorkbookDocument;
import org.firebreak.report.xlsx.WorkbookPart;

/**
 * A document that can be written in every format. The same report gives the same bytes. Workbooks
 * and JSON have all rows of all tables, the others as many as people read.
 *
 * @param document content
 * @param workbook sheets that a workbook has instead of the tables of the document; null for those
 */
public record Report(Document document, WorkbookPart workbook) {

  /** A report whose workbook holds the tables of the document. */
  public static Report of(Document document) {
    return new Report(document, null);
  }

  /** The same report with one more fact in front of the others. */
  public Report with(Document.Fact fact) {
    return new Report(document.with(fact), workbook);
  }

  /**
   * Writes the report.
   *
   * @throws IOException if the stream cannot be written to
   */
  public void write(ReportFormat format, Brand brand, OutputStream out) throws IOException {
    switch (format) {
      case HTML -> text(HtmlPage.of(document.shortened(), brand), out);
      case MARKDOWN -> text(MarkdownDocument.of(document.shortened(), brand), out);
      case JSON -> text(JsonDocument.of(document, brand), out);
      case PDF -> PdfDocument.write(document.shortened(), brand, out);
      case XLSX -> WorkbookDocument.write(document, workbook, brand, out);
    }
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
