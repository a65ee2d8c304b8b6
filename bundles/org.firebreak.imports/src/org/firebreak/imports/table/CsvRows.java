package org.firebreak.imports.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.InputLimits;

/** The rows of a text file; a row is numbered by the line on which it begins. */
final class CsvRows implements RowStream {
  private final InputFile file;
  private final InputLimits limits;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final BoundedReader text;
  private final int skippedLines;
  private int rows;

  private CsvRows(InputFile file, CsvDialect dialect, BoundedReader text, CSVParser parser) {
    this.file = file;
    this.limits = file.limits();
    this.text = text;
    this.parser = parser;
    this.records = parser.iterator();
    this.skippedLines = dialect.skippedLines();
  }

  static CsvRows open(InputFile file, CsvDialect dialect) throws ImportException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(dialect.delimiter())
            .setIgnoreEmptyLines(false)
            .get();
    Reader decoded = CsvText.open(file);
    try {
      for (int i = 0; i < dialect.skippedLines(); i++) {
        skipLine(decoded);
      }
      BoundedReader text = new BoundedReader(decoded, file.limits().recordCharacters());
      CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get();
      return new CsvRows(file, dialect, text, parser);
    } catch (IOException e) {
      throw CsvText.failure(file, 1, e);
    }
  }

  private static void skipLine(Reader reader) throws IOException {
    int c = reader.read();
    while (c >= 0 && c != '\n') {
      c = reader.read();
    }
  }

  @Override
  public RawRow next() throws ImportException {
    long line = parser.getCurrentLineNumber() + 1 + skippedLines;
    text.newRecord();
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord values = records.next();
      if (++rows > limits.rows()) {
        throw tooLarge(line, "more than " + limits.rows() + " rows", "split the file");
      }
      if (values.size() > limits.columns()) {
        throw tooLarge(
            line, "more than " + limits.columns() + " cells", "remove the columns not needed");
      }
      return new RawRow((int) line, cells(values, line), Map.of());
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof RecordTooLong
          ? tooLarge(
              line,
              "a row of more than " + limits.recordCharacters() + " characters begins here",
              "close the double quote that is open")
          : CsvText.failure(file, line, e.getCause());
    }
  }

  private List<String> cells(CSVRecord values, long line) throws ImportException {
    List<String> cells = new ArrayList<>(values.size());
    for (String value : values) {
      if (value.length() > limits.cellCharacters()) {
        throw tooLarge(
            line, "a cell of more than " + limits.cellCharacters() + " characters", "shorten it");
      }
      if (value.indexOf('\0') >= 0) {
        throw new ImportException(
            file.place().atRow((int) line),
            "the file is binary, not text",
            "export the table as CSV UTF-8 or as .xlsx");
      }
      cells.add(CleanText.strip(value));
    }
    return cells;
  }

  private ImportException tooLarge(long line, String what, String mend) {
    return new ImportException(file.place().atRow((int) line), what, mend);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** A row went on for longer than any row may. */
  private static final class RecordTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Ends the reading when a row, for instance for want of a closing quote, never ends. */
  private static final class BoundedReader extends FilterReader {
    private final long allowance;
    private long left;

    BoundedReader(Reader in, int recordCharacters) {
      super(in);
      // The parser reads blocks ahead; they must not count against the row.
      allowance = recordCharacters + 2L * 8192;
      left = allowance;
    }

    void newRecord() {
      left = allowance;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      left -= Math.max(count, 0);
      if (left < 0) {
        throw new RecordTooLong();
      }
      return count;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      left--;
      if (left < 0) {
        throw new RecordTooLong();
      }
      return c;
    }
  }
}
