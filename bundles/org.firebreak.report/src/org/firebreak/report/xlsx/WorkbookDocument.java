package org.firebreak.report.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;

/** A document as an Excel workbook. The same document gives the same bytes. */
public final class WorkbookDocument {
  private static final String TOOL = "Firebreak";
  private static final String VERSION = "1.0";
  private static final double WIDEST = 70;
  private static final double NARROWEST = 9;

  /** Rows of a sheet that Excel opens, less those of captions. */
  private static final int MOST_ROWS = 1_048_576 - 8;

  private WorkbookDocument() {}

  /**
   * Writes a workbook: a sheet about the document, the sheets of the part, and one for each section
   * with its tables one below the other.
   *
   * @param part sheets in front of the tables; null for none
   */
  public static void write(Document document, WorkbookPart part, Brand brand, OutputStream out)
      throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(raw, TOOL, VERSION)) {
      workbook.properties().setTitle(document.kicker() + ": " + document.title());
      if (!brand.company().isEmpty()) {
        workbook.properties().setCompany(brand.company());
      }
      SheetNames names = new SheetNames();
      about(workbook.newWorksheet(names.of("About")), document, brand);
      if (part != null) {
        part.addTo(workbook);
      }
      for (Document.Section section : document.sections()) {
        section(workbook, names, section);
      }
    }
    TimelessZip.copy(raw.toByteArray(), out);
  }

  private static void about(Worksheet sheet, Document document, Brand brand) {
    int row = 0;
    sheet.value(row, 0, text(document.kicker() + ": " + document.title()));
    sheet.style(row, 0).bold().fontSize(16).set();
    row += 2;
    if (!brand.company().isEmpty()) {
      sheet.value(row, 0, "Company");
      sheet.value(row++, 1, text(brand.company()));
    }
    for (Document.Fact fact : document.facts()) {
      sheet.value(row, 0, fact.label());
      sheet.value(row++, 1, text(fact.value()));
    }
    row++;
    for (Document.Section section : document.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Figures figures) {
          for (Block.Figure figure : figures.figures()) {
            sheet.value(row, 0, text(figure.label()));
            sheet.value(row, 1, text(figure.value()));
            sheet.value(row++, 2, text(figure.hint()));
          }
        }
      }
    }
    sheet.width(0, 28);
    sheet.width(1, 36);
    sheet.width(2, 60);
    SheetStyle.paper(sheet, -1);
  }

  private static void section(Workbook workbook, SheetNames names, Document.Section section) {
    List<Block> blocks =
        section.blocks().stream()
            .filter(block -> block instanceof Block.Rows || block instanceof Block.Graph)
            .toList();
    if (blocks.isEmpty()) {
      return;
    }
    Worksheet sheet = workbook.newWorksheet(names.of(section.title()));
    int row = 0;
    List<Table> tables = blocks.stream().map(WorkbookDocument::table).toList();
    double[] widths =
        new double[tables.stream().mapToInt(table -> table.columns().size()).max().orElse(0)];
    for (Table table : tables) {
      for (Table part : parts(table)) {
        if (row + part.rows().size() > MOST_ROWS) {
          widen(sheet, widths);
          sheet = workbook.newWorksheet(names.of(section.title()));
          row = 0;
        }
        row = table(sheet, part, row, widths) + 2;
      }
    }
    widen(sheet, widths);
  }

  private static Table table(Block block) {
    return block instanceof Block.Rows rows ? rows.table() : ((Block.Graph) block).chart().data();
  }

  /** The table in parts that fit on a sheet. */
  private static List<Table> parts(Table table) {
    if (table.rows().size() <= MOST_ROWS) {
      return List.of(table);
    }
    List<Table> parts = new ArrayList<>();
    for (int from = 0; from < table.rows().size(); from += MOST_ROWS) {
      int to = Math.min(from + MOST_ROWS, table.rows().size());
      parts.add(
          new Table(
              table.id(),
              table.caption(),
              table.columns(),
              table.rows().subList(from, to),
              to == table.rows().size() ? table.note() : ""));
    }
    return parts;
  }

  private static void widen(Worksheet sheet, double[] widths) {
    SheetStyle.paper(sheet, -1);
    for (int column = 0; column < widths.length && widths[column] > 0; column++) {
      sheet.width(column, Math.clamp(widths[column], NARROWEST, WIDEST));
    }
  }

  private static int table(Worksheet sheet, Table table, int top, double[] widths) {
    int row = top;
    sheet.value(row, 0, text(table.caption()));
    sheet.style(row, 0).bold().fontSize(12).set();
    row++;
    for (int i = 0; i < table.columns().size(); i++) {
      sheet.value(row, i, text(table.columns().get(i).label()));
      SheetStyle.head(sheet, row, i);
      widths[i] = Math.max(widths[i], table.columns().get(i).label().length() + 2.0);
    }
    row++;
    for (List<Cell> cells : table.rows()) {
      int longest = 0;
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        cell(sheet, row, i, table.columns().get(i), cell);
        widths[i] = Math.max(widths[i], Math.min(WIDEST, cell.plain().length() * 0.9 + 2));
        longest = Math.max(longest, cell.value() == null ? cell.plain().length() : 0);
      }
      SheetStyle.wrapped(sheet, row, longest, WIDEST);
      row++;
    }
    if (!table.note().isEmpty()) {
      sheet.value(row, 0, text(table.note()));
      sheet.style(row, 0).italic().set();
      row++;
    }
    return row;
  }

  private static void cell(Worksheet sheet, int row, int column, Column head, Cell cell) {
    if (cell.value() == null) {
      sheet.value(row, column, text(cell.plain()));
      sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    } else {
      sheet.value(row, column, cell.value());
      SheetStyle.figure(sheet, row, column, cell.unit() == null ? head.unit() : cell.unit());
    }
  }

  /** Longer texts and control characters make a workbook unreadable. */
  public static String text(String text) {
    String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    return clean.length() <= 32_000 ? clean : cut(clean, 32_000) + "…";
  }

  /** The beginning of a text that is longer, without half a character at its end. */
  static String cut(String text, int most) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
