package org.firebreak.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** What the formatter leaves to be done in the finished document. */
final class PdfStructure {
  private static final Pattern DATES =
      Pattern.compile(
          "<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\\1>"
              + "|\\s+xmp:(CreateDate|ModifyDate|MetadataDate)=\"[^\"]*\"");

  private PdfStructure() {}

  /** Takes the dates out of the metadata. */
  static void finish(PDDocument pdf) throws IOException {
    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
    if (metadata == null) {
      return;
    }
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    byte[] timeless = DATES.matcher(xmp).replaceAll("").getBytes(StandardCharsets.UTF_8);
    pdf.getDocumentCatalog().setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(timeless)));
  }
}
