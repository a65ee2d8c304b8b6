package org.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.firebreak.exports.HostileNames;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfReportTest {
  @TempDir Path folder;

  static List<String> samples() {
    return SampleReports.names();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noWordIsCutOffOrWrittenOverAnother(String sample) throws Exception {
    assumeTrue(
        SampleReports.program("pdftotext").isPresent(),
        "pdftotext is not installed (package poppler-utils)");
    for (Report report : SampleReports.of(sample).toList()) {
      Path file = folder.resolve(report.document().kind() + ".pdf");
      Files.write(file, SampleReports.bytes(report, ReportFormat.PDF));
      Path boxes = folder.resolve("boxes.html");
      SampleReports.run(folder, List.of("pdftotext", "-bbox", file.toString(), boxes.toString()));
      assertThat(WordBoxes.flaws(Files.readString(boxes))).as(report.document().kind()).isEmpty();
    }
  }

  @Test
  void namesOfThousandsOfLettersFillNoPages() throws Exception {
    assumeTrue(
        SampleReports.program("pdftotext").isPresent(),
        "pdftotext is not installed (package poppler-utils)");
    for (Report report : SampleReports.of(HostileNames.design(StrategyKind.HYBRID)).toList()) {
      Path file = folder.resolve(report.document().kind() + ".pdf");
      Files.write(file, SampleReports.bytes(report, ReportFormat.PDF));
      Path boxes = folder.resolve("boxes.html");
      SampleReports.run(folder, List.of("pdftotext", "-bbox", file.toString(), boxes.toString()));
      String words = Files.readString(boxes);
      assertThat(WordBoxes.flaws(words)).as(report.document().kind()).isEmpty();
      assertThat(words.split("<page ").length).isLessThan(50);
    }
  }

  @Test
  void tablesFillTheirPages() throws IOException {
    Report sizing = SampleReports.of("lab-shop").findFirst().orElseThrow();
    try (PDDocument pdf = Loader.loadPDF(SampleReports.bytes(sizing, ReportFormat.PDF))) {
      assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(21);
    }
  }

  @Test
  void itIsTaggedHasBookmarksALanguageAndEmbeddedFonts() throws IOException {
    for (Report report : SampleReports.of("online-boutique").toList()) {
      try (PDDocument pdf = Loader.loadPDF(SampleReports.bytes(report, ReportFormat.PDF))) {
        var catalog = pdf.getDocumentCatalog();
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(catalog.getStructureTreeRoot()).isNotNull();
        assertThat(catalog.getLanguage()).startsWith("en");
        List<String> bookmarks = new ArrayList<>();
        catalog.getDocumentOutline().children().forEach(each -> bookmarks.add(each.getTitle()));
        assertThat(bookmarks).hasSameSizeAs(report.document().sections());
        assertThat(pdf.getDocumentInformation().getTitle())
            .isEqualTo(report.document().kicker() + ": Online Boutique");
        for (PDPage page : pdf.getPages()) {
          for (COSName name : page.getResources().getFontNames()) {
            PDFont font = page.getResources().getFont(name);
            assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void theSameReportIsTheSameBytesWithoutADate() throws IOException {
    for (Report report : SampleReports.of("active-directory").toList()) {
      byte[] first = SampleReports.bytes(report, ReportFormat.PDF);
      assertThat(SampleReports.bytes(report, ReportFormat.PDF)).isEqualTo(first);
      try (PDDocument pdf = Loader.loadPDF(first)) {
        assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
        assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray()))
            .doesNotContain("xmp:CreateDate>", "xmp:ModifyDate>");
      }
    }
  }
}
