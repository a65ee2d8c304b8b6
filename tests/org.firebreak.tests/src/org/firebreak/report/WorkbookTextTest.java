package org.firebreak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.junit.jupiter.api.Test;

/** What a workbook makes of texts and tables that are too long for it. */
class WorkbookTextTest {
  private static final String FACE = "\uD83D\uDE00";

  @Test
  void longTextsAreNotCutWithinACharacterAndAnyNumberOfColumnsFits() throws IOException {
    List<Column> columns = new ArrayList<>();
    List<Cell> row = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      columns.add(Column.text("c" + i, "Column " + i));
      row.add(Cell.text("x".repeat(31_999) + FACE));
    }
    Table table = Table.of("t", "Wide", columns, List.of(row));
    String title = "a".repeat(30) + FACE + "b";
    Document document =
        new Document(
            "test",
            "Test",
            "Shop",
            List.of(),
            List.of(new Document.Section("s", title, List.of(new Block.Rows(table)))));

    String parts = parts(Report.of(document));

    assertThat(parts)
        .contains("name=\"" + "a".repeat(30) + "\"", "x".repeat(31_999) + "&#x2026;", "Column 99")
        .doesNotContain("\uFFFD", "&#xd83d;", "a?");
  }

  private static String parts(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.write(ReportFormat.XLSX, Brand.NONE, out);
    StringBuilder parts = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts.toString();
  }
}
