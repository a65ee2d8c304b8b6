package org.firebreak.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV (RFC 4180): raw values, units in the head, lines ended by CR LF. */
public final class CsvText {

  private CsvText() {}

  /** The text; it begins with a line of heads. */
  public static String of(Table table) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(table.columns().stream().map(CsvText::head).toList());
      for (List<Cell> row : table.rows()) {
        printer.printRecord(row.stream().map(CsvText::value).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String head(Column column) {
    String symbol = column.isFigure() ? column.symbol() : "";
    return symbol.isEmpty() ? column.label() : column.label() + " (" + symbol + ")";
  }

  private static String value(Cell cell) {
    return cell.value() == null ? harmless(cell.plain()) : number(cell.value());
  }

  /** A number as programs read it, without an exponent. */
  public static String number(double value) {
    BigDecimal number = new BigDecimal(Double.toString(value));
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
