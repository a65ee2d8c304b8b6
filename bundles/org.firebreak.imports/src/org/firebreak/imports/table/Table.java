package org.firebreak.imports.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.Place;

/** A table of a file: the rows below the first row that can be its header. */
public final class Table implements Closeable {
  /** Rows with text among which the header is looked for. */
  private static final int HEADER_ROWS = 20;

  private final RowStream rows;
  private final Header header;
  private final Place sheet;

  private Table(RowStream rows, Header header, Place sheet) {
    this.rows = rows;
    this.header = header;
    this.sheet = sheet;
  }

  /**
   * Opens the first sheet that has a header with all required columns.
   *
   * @param file the file
   * @param vocabulary what columns mean
   * @param sheet the only sheet to look at; null for every visible one
   * @throws ImportException if the file is damaged or exceeds a limit, or no sheet fits
   */
  public static Table open(InputFile file, Vocabulary vocabulary, String sheet)
      throws ImportException {
    Sheets sheets = Sheets.open(file, vocabulary::knows);
    try {
      return find(file, sheets, vocabulary, sheet);
    } catch (ImportException e) {
      close(sheets, file.place());
      throw e;
    }
  }

  private static Table find(InputFile file, Sheets sheets, Vocabulary vocabulary, String wanted)
      throws ImportException {
    Header best = null;
    Place bestPlace = file.place();
    for (String name : wanted == null ? sheets.names() : List.of(sheets.named(wanted))) {
      Place place =
          new Place(file.name(), name.isEmpty() ? null : CleanText.printable(name), 0, null);
      RowStream rows = sheets.rows(name);
      int seen = 0;
      for (RawRow row = rows.next(); row != null && seen < HEADER_ROWS; row = rows.next()) {
        if (row.isBlank()) {
          continue;
        }
        seen++;
        Header header = vocabulary.match(row.cells());
        if (header.isComplete()) {
          return new Table(new ClosingRows(rows, sheets), header, place);
        }
        if (best == null || header.score() > best.score()) {
          best = header;
          bestPlace = place.atRow(row.number());
        }
      }
      close(rows, place);
    }
    throw noHeader(best, bestPlace);
  }

  private static ImportException noHeader(Header best, Place place) {
    if (best == null) {
      return new ImportException(place, "there is no row with text in it", "export it again");
    }
    String missing = best.missing().stream().map(Column::key).collect(Collectors.joining(" and "));
    return new ImportException(
        place,
        "no header row has the column " + missing,
        "add it to the first row; " + accepted(best.missing()));
  }

  private static String accepted(List<Column> columns) {
    return columns.stream()
        .map(
            column ->
                column.key()
                    + " may also be called "
                    + column.names().stream()
                        .filter(name -> !name.equals(column.key()))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  /** File and sheet. */
  public Place place() {
    return sheet;
  }

  /** Headers that mean nothing to the vocabulary, as they are written. */
  public List<String> unusedHeaders() {
    return header.unused();
  }

  /** Headers that repeat one further left, which counts, with their number, from 2. */
  public List<Repeated> repeatedHeaders() {
    return header.repeated();
  }

  /**
   * A header that stands there several times.
   *
   * @param header as it is written
   * @param number 2 for the second of them
   */
  public record Repeated(String header, int number) {}

  /** Whether the table has the column. */
  public boolean has(Column column) {
    return header.found().containsKey(column);
  }

  /**
   * The next row that is not blank.
   *
   * @return null after the last row
   * @throws ImportException if the file is damaged or exceeds a limit
   */
  public TableRow next() throws ImportException {
    RawRow row = rows.next();
    while (row != null && row.isBlank()) {
      row = rows.next();
    }
    return row == null ? null : new TableRow(header, row, sheet);
  }

  @Override
  public void close() throws ImportException {
    close(rows, sheet);
  }

  private static void close(Closeable closeable, Place place) throws ImportException {
    try {
      closeable.close();
    } catch (IOException e) {
      throw InputFile.unreadable(place, e);
    }
  }

  /** The first rows with text of a sheet, for {@link Sample}. */
  static void head(RowStream rows, List<List<String>> head) throws ImportException {
    for (RawRow row = rows.next(); row != null && head.size() < HEADER_ROWS; row = rows.next()) {
      if (!row.isBlank()) {
        head.add(row.cells());
      }
    }
  }

  /** Closes the file together with the sheet. */
  private record ClosingRows(RowStream rows, Closeable file) implements RowStream {
    @Override
    public RawRow next() throws ImportException {
      return rows.next();
    }

    @Override
    public void close() throws IOException {
      try {
        rows.close();
      } finally {
        file.close();
      }
    }
  }
}
