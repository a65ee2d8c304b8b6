package org.firebreak.imports.table;

import java.io.Closeable;
import java.util.List;
import java.util.function.Predicate;
import org.firebreak.imports.input.FileKind;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;

/** An open file with its sheets; a text file has one, whose name is empty. */
interface Sheets extends Closeable {

  /** Names of the visible sheets, in order. */
  List<String> names();

  /**
   * The name of a sheet as the file writes it, hidden or not.
   *
   * @throws ImportException if there is none
   */
  String named(String name) throws ImportException;

  RowStream rows(String name) throws ImportException;

  static Sheets open(InputFile file, Predicate<String> knownHeader) throws ImportException {
    if (file.kind() == FileKind.JSON) {
      throw new ImportException(
          file.place(), "is JSON, not a table", "export the table as .xlsx or CSV");
    }
    return file.kind() == FileKind.WORKBOOK
        ? XlsxSheets.open(file)
        : new CsvSheets(file, knownHeader);
  }
}
