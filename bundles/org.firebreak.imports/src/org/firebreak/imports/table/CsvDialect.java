package org.firebreak.imports.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;

/**
 * How a text file separates its cells.
 *
 * @param delimiter comma, semicolon or tab
 * @param skippedLines lines to skip at the beginning: one if the first line only names the
 *     delimiter for Excel ({@code sep=;})
 */
record CsvDialect(char delimiter, int skippedLines) {
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final String SEPARATOR_LINE = "sep=";

  /**
   * Takes the delimiter under which some of the first rows hold the most known headers; if none
   * does, the one that gives the most cells.
   */
  static CsvDialect detect(InputFile file, Predicate<String> knownHeader) throws ImportException {
    CsvDialect best = namedInFirstLine(file);
    if (best != null) {
      return best;
    }
    long bestScore = -1;
    CsvDialect failed = null;
    for (char delimiter : DELIMITERS) {
      CsvDialect dialect = new CsvDialect(delimiter, 0);
      List<List<String>> head = new ArrayList<>();
      if (!readHead(file, dialect, head) && failed == null) {
        failed = dialect;
      }
      long score = score(head, knownHeader);
      if (score > bestScore) {
        best = dialect;
        bestScore = score;
      }
    }
    // Where no header is known, what failed is what the user has to hear of.
    return bestScore >>> 32 == 0 && failed != null ? failed : best;
  }

  /** Reads rows up to the first failure, which comes again when they are read in earnest. */
  private static boolean readHead(InputFile file, CsvDialect dialect, List<List<String>> head)
      throws ImportException {
    try (RowStream rows = CsvRows.open(file, dialect)) {
      Table.head(rows, head);
      return true;
    } catch (ImportException e) {
      return false;
    } catch (IOException e) {
      throw InputFile.unreadable(file.place(), e);
    }
  }

  private static long score(List<List<String>> rows, Predicate<String> knownHeader) {
    long known = 0;
    long cells = 0;
    for (List<String> row : rows) {
      known = Math.max(known, row.stream().filter(knownHeader).count());
      cells = Math.max(cells, row.size());
    }
    return known << 32 | cells;
  }

  private static CsvDialect namedInFirstLine(InputFile file) throws ImportException {
    char[] start = new char[SEPARATOR_LINE.length() + 2];
    try (Reader reader = CsvText.open(file)) {
      int length = reader.read(start);
      boolean named =
          length == start.length
              && new String(start).regionMatches(true, 0, SEPARATOR_LINE, 0, 4)
              && (start[5] == '\n' || start[5] == '\r');
      return named ? new CsvDialect(start[4], 1) : null;
    } catch (IOException e) {
      throw CsvText.failure(file, 1, e);
    }
  }
}
