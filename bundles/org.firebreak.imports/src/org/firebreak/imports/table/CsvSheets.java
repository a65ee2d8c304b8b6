package org.firebreak.imports.table;

import java.util.List;
import java.util.function.Predicate;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;

/** A text file as one nameless sheet. */
record CsvSheets(InputFile file, Predicate<String> knownHeader) implements Sheets {

  @Override
  public List<String> names() {
    return List.of("");
  }

  @Override
  public String named(String name) throws ImportException {
    throw new ImportException(
        file.place(), "a text file has no sheet " + name, "leave the sheet out");
  }

  @Override
  public RowStream rows(String name) throws ImportException {
    return CsvRows.open(file, CsvDialect.detect(file, knownHeader));
  }

  @Override
  public void close() {
    // Nothing is open: each stream of rows opens the file by itself.
  }
}
