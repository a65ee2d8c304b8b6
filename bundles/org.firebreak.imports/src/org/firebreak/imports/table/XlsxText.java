package org.firebreak.imports.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/**
 * A cell of a workbook as the text that a CSV file would hold: numbers plainly, dates after ISO
 * 8601, formulas by the value that was saved with them.
 *
 * @param value the text; empty if there is none
 * @param problem why the cell has no usable value; null if it has
 */
record XlsxText(String value, String problem) {
  private static final XlsxText BLANK = new XlsxText("", null);
  private static final int MOST_DIGITS = 400;

  /** What is no date or time in a number format: quoted text, colours and locales, escapes. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

  static XlsxText of(Cell cell) {
    if (cell == null) {
      return BLANK;
    }
    return switch (cell.getType()) {
      case EMPTY -> BLANK;
      case STRING -> new XlsxText(cell.asString(), null);
      case BOOLEAN -> new XlsxText(String.valueOf(cell.getValue()), null);
      case NUMBER -> number(cell, (BigDecimal) cell.getValue());
      case FORMULA -> formula(cell);
      case ERROR -> unusable("the cell holds the error " + cell.getRawValue());
    };
  }

  private static XlsxText formula(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(cell, number);
    }
    if (value == null || String.valueOf(value).isEmpty()) {
      return cell.getRawValue() == null
          ? unusable("the formula has no saved value; calculate and save the workbook again")
          : new XlsxText(cell.getRawValue(), null);
    }
    String text = String.valueOf(value);
    return text.startsWith("#") && text.equals(cell.getRawValue()) && isError(text)
        ? unusable("the cell holds the error " + text)
        : new XlsxText(text, null);
  }

  private static boolean isError(String text) {
    return text.endsWith("!") || text.endsWith("?") || text.equals("#N/A");
  }

  private static XlsxText number(Cell cell, BigDecimal number) {
    if (number == null) {
      return BLANK;
    }
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      return unusable("the number is too long");
    }
    if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
      return date(cell);
    }
    return new XlsxText(number.stripTrailingZeros().toPlainString(), null);
  }

  private static boolean isDate(String format) {
    if (format == null) {
      return false;
    }
    String bare = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0;
  }

  private static XlsxText date(Cell cell) {
    LocalDateTime date;
    try {
      date = cell.asDate();
    } catch (DateTimeException | ArithmeticException | ExcelReaderException e) {
      return unusable("the date is out of range (" + e.getMessage() + ")");
    }
    boolean wholeDay = date.toLocalTime().equals(LocalTime.MIDNIGHT);
    return new XlsxText(wholeDay ? date.toLocalDate().toString() : date.toString(), null);
  }

  private static XlsxText unusable(String problem) {
    return new XlsxText("", problem);
  }
}
