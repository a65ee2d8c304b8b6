package org.firebreak.imports.matrix;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.table.Cell;
import org.firebreak.imports.table.RowProblem;

/** Figures and days in the cells of a port matrix. */
public final class Quantities {
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,15})?(?:[eE][+]?[0-9]{1,2})?)\\s*(.*)");

  private static final Pattern HOUR = Pattern.compile("([01]?[0-9]|2[0-3])(?::00)?");

  private static final Map<String, Double> RATE_UNITS =
      Map.of("", 1.0, "k", 1e3, "m", 1e6, "g", 1e9, "t", 1e12);
  private static final Map<String, Double> TIME_UNITS =
      Map.of("", 1.0, "s", 1.0, "sec", 1.0, "ms", 1e-3, "min", 60.0, "h", 3600.0);
  private static final Map<String, Double> SIZE_UNITS =
      Map.of("", 1.0, "b", 1.0, "byte", 1.0, "bytes", 1.0);

  private Quantities() {}

  /**
   * A rate in bit/s: {@code 10M}, {@code 1.5G}, {@code 250 kbit/s}, {@code 2000000}.
   *
   * @param perUnit bit/s in one unit of the column; a unit in the cell is refused unless it is 1
   */
  public static double bitsPerSecond(Cell cell, double perUnit) throws RowProblem {
    Matcher number = number(cell);
    String unit = number.group(2);
    if (unit.contains("B") && !unit.contains("bit")) {
      throw cell.problem(
          CleanText.quote(cell.text()) + " is in bytes; give bits, for instance 10M for 10 Mbit/s");
    }
    String prefix = unit.replaceFirst("(?i)(bit/s|bits/s|bps|b/s)$", "").strip();
    Double factor = RATE_UNITS.get(prefix.toLowerCase(Locale.ROOT));
    if (factor == null || perUnit != 1 && !unit.isEmpty()) {
      throw cell.problem(
          perUnit == 1
              ? CleanText.quote(cell.text()) + " is no rate; write for instance 2000000, 10M, 1.5G"
              : CleanText.quote(cell.text()) + " has a unit, though the header names one already");
    }
    return Double.parseDouble(number.group(1)) * factor * perUnit;
  }

  /** Seconds: {@code 2.5}, {@code 250 ms}, {@code 5 min}. */
  public static double seconds(Cell cell) throws RowProblem {
    return scaled(cell, TIME_UNITS, "write seconds, or a number with ms, s, min or h");
  }

  /** Bytes of an IP packet. */
  public static double packetBytes(Cell cell) throws RowProblem {
    double bytes = scaled(cell, SIZE_UNITS, "write bytes");
    if (bytes < 20 || bytes > 65_535) {
      throw cell.problem(
          CleanText.quote(cell.text()) + " is no size of an IP packet; write 20 to 65535 bytes");
    }
    return bytes;
  }

  /** A share from 0 to 1: {@code 0.3} or {@code 30 %}. */
  public static double share(Cell cell) throws RowProblem {
    double share = scaled(cell, Map.of("", 1.0, "%", 0.01), "write a share from 0 to 1");
    if (share > 1) {
      throw cell.problem(CleanText.quote(cell.text()) + " is more than all; write 0 to 1 or 30 %");
    }
    return share;
  }

  /** A plain number that is not negative. */
  public static double plain(Cell cell) throws RowProblem {
    return scaled(cell, Map.of("", 1.0, "/s", 1.0), "write a plain number");
  }

  private static double scaled(Cell cell, Map<String, Double> units, String hint)
      throws RowProblem {
    Matcher number = number(cell);
    Double factor = units.get(number.group(2).toLowerCase(Locale.ROOT));
    if (factor == null) {
      throw cell.problem(CleanText.quote(cell.text()) + " is not understood; " + hint);
    }
    return Double.parseDouble(number.group(1)) * factor;
  }

  private static Matcher number(Cell cell) throws RowProblem {
    Matcher number = NUMBER.matcher(cell.text());
    if (!number.matches() || number.group(2).startsWith(",")) {
      throw cell.problem(
          CleanText.quote(cell.text())
              + " is no number that is not negative; write a point before decimals, and no"
              + " separators between thousands");
    }
    return number;
  }

  /** An hour of the day: {@code 14} or {@code 14:00}. */
  public static Integer hour(Cell cell) throws RowProblem {
    Matcher hour = HOUR.matcher(cell.text());
    if (!hour.matches()) {
      throw cell.problem(
          CleanText.quote(cell.text()) + " is no hour of the day; write 0 to 23, or 14:00");
    }
    return Integer.valueOf(hour.group(1));
  }

  /** A day after ISO 8601. */
  static LocalDate day(Cell cell) throws RowProblem {
    // Spreadsheets may carry a time of day, which the model does not have.
    String text = cell.text();
    int time = text.indexOf('T');
    try {
      return LocalDate.parse(time == 10 ? text.substring(0, time) : text);
    } catch (DateTimeParseException e) {
      throw cell.problem(
          CleanText.quote(text) + " is no day; write year-month-day, for instance 2026-11-23");
    }
  }
}
