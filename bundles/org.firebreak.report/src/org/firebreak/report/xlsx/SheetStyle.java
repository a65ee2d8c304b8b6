package org.firebreak.report.xlsx;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.core.sizing.Unit;

/** Looks of cells; numbers stay raw and are shown with SI prefixes. */
public final class SheetStyle {
  private static final String HEAD = "DCE8FF";
  private static final String INPUT = "FFFBE6";

  /** Letters of usual text in a unit of column width, with room for breaks at words. */
  private static final double LETTERS = 1.0;

  /** Points. */
  private static final double LINE = 15;

  /** Points; no row may be higher. */
  private static final double HIGHEST = 409;

  private SheetStyle() {}

  /** Prints on A4, landscape, all columns on one page; the heads are on every page. */
  public static void paper(Worksheet sheet, int headRow) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.footer("&P / &N", Position.RIGHT);
    if (headRow >= 0) {
      sheet.repeatRows(headRow);
    }
  }

  /** Makes a row as high as a text is that is wrapped in a column of some width. */
  public static void wrapped(Worksheet sheet, int row, int letters, double width) {
    int lines = (int) Math.ceil(letters / (width * LETTERS));
    if (lines > 1) {
      sheet.rowHeight(row, Math.min(lines * LINE, HIGHEST));
    }
  }

  /** A head of a column. */
  public static void head(Worksheet sheet, int row, int column) {
    sheet.style(row, column).bold().fillColor(HEAD).wrapText(true).verticalAlignment("top").set();
  }

  /** A figure that is calculated or stated. */
  public static void figure(Worksheet sheet, int row, int column, Unit unit) {
    sheet.style(row, column).format(format(unit)).verticalAlignment("top").set();
  }

  /** A figure to change. */
  public static void input(Worksheet sheet, int row, int column, Unit unit) {
    sheet.style(row, column).format(format(unit)).fillColor(INPUT).set();
  }

  static String format(Unit unit) {
    return switch (unit) {
      case BITS_PER_SECOND ->
          "[>=999500000]#,##0.00,,,\" Gbit/s\";[>=999500]#,##0.00,,\" Mbit/s\";#,##0\" bit/s\"";
      case PACKETS_PER_SECOND ->
          "[>=999500]#,##0.00,,\" Mpacket/s\";[>=1000]#,##0.00,\" kpacket/s\";#,##0\" packet/s\"";
      case SHARE -> "0.0%";
      case FACTOR -> "0.00##";
      case YEARS -> "0.0";
      case COUNT -> "#,##0.##";
      default -> "#,##0.##\" " + unit.symbol() + "\"";
    };
  }
}
