package org.firebreak.imports.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.input.Place;

/** The rows of one sheet of a workbook. */
final class XlsxRows implements RowStream {
  private final InputFile file;
  private final InputLimits limits;
  private final Place sheet;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private int last;
  private int count;

  XlsxRows(InputFile file, Place sheet, Stream<Row> stream) {
    this.file = file;
    this.limits = file.limits();
    this.sheet = sheet;
    this.stream = stream;
    this.rows = stream.iterator();
  }

  @Override
  public RawRow next() throws ImportException {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      Row row = rows.next();
      last = row.getRowNum();
      if (++count > limits.rows()) {
        throw tooLarge("more than " + limits.rows() + " rows", "split the sheet");
      }
      return convert(row);
    } catch (RuntimeException e) {
      // The reader wraps whatever it meets: broken XML, an index outside the shared strings.
      throw new ImportException(
          sheet.atRow(last),
          "the sheet is damaged after this row (" + e.getMessage() + ")",
          "open " + file.name() + " in a spreadsheet program and save it again",
          e);
    }
  }

  private RawRow convert(Row row) throws ImportException {
    List<String> cells = new ArrayList<>(row.getCellCount());
    Map<Integer, String> problems = new HashMap<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      XlsxText text = XlsxText.of(cell);
      if (text.value().length() > limits.cellCharacters()) {
        throw tooLarge(
            "a cell of more than " + limits.cellCharacters() + " characters", "shorten it");
      }
      if (text.problem() != null) {
        problems.put(i, text.problem());
      }
      cells.add(CleanText.strip(text.value()));
    }
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isEmpty() && !problems.containsKey(width - 1)) {
      width--;
    }
    if (width > limits.columns()) {
      throw tooLarge("more than " + limits.columns() + " cells", "remove the columns not needed");
    }
    return new RawRow(last, List.copyOf(cells.subList(0, width)), problems);
  }

  private ImportException tooLarge(String what, String mend) {
    return new ImportException(sheet.atRow(last), what, mend);
  }

  @Override
  public void close() {
    stream.close();
  }
}
