package org.firebreak.imports.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.Place;

/** An open workbook. */
final class XlsxSheets implements Sheets {
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private final InputFile file;
  private final ReadableWorkbook workbook;
  private final List<Sheet> sheets;

  private XlsxSheets(InputFile file, ReadableWorkbook workbook) {
    this.file = file;
    this.workbook = workbook;
    this.sheets = workbook.getSheets().toList();
  }

  static XlsxSheets open(InputFile file) throws ImportException {
    XlsxGuard.check(file);
    ReadableWorkbook workbook = null;
    try {
      workbook = new ReadableWorkbook(file.path().toFile(), WITH_FORMATS);
      return new XlsxSheets(file, workbook);
    } catch (IOException | RuntimeException e) {
      ImportException damaged = XlsxGuard.damaged(file, e);
      closeAfter(damaged, workbook);
      throw damaged;
    }
  }

  private static void closeAfter(ImportException failure, ReadableWorkbook workbook) {
    if (workbook != null) {
      try {
        workbook.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Sheet sheet : sheets) {
      if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
        names.add(sheet.getName());
      }
    }
    return names;
  }

  @Override
  public String named(String name) throws ImportException {
    return sheet(name).getName();
  }

  private Sheet sheet(String name) throws ImportException {
    for (Sheet sheet : sheets) {
      if (sheet.getName().equalsIgnoreCase(name)) {
        return sheet;
      }
    }
    throw new ImportException(
        file.place(),
        "the workbook has no sheet " + CleanText.quote(name),
        sheets.stream()
            .map(sheet -> CleanText.quote(sheet.getName()))
            .collect(Collectors.joining(", ", "its sheets are ", "")));
  }

  @Override
  public RowStream rows(String name) throws ImportException {
    Sheet sheet = sheet(name);
    try {
      return new XlsxRows(
          file, new Place(file.name(), CleanText.printable(name), 0, null), sheet.openStream());
    } catch (IOException | RuntimeException e) {
      throw XlsxGuard.damaged(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
