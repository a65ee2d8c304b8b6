package org.firebreak.imports.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.Place;

/** A row of a table whose header is known. */
public final class TableRow {
  private final Header header;
  private final RawRow row;
  private final Place place;

  TableRow(Header header, RawRow row, Place sheet) {
    this.header = header;
    this.row = row;
    this.place = sheet.atRow(row.number());
  }

  /** Where the row is. */
  public Place place() {
    return place;
  }

  /** Whether the table has the column at all. */
  public boolean has(Column column) {
    return header.found().containsKey(column);
  }

  /**
   * The cell of a column; a blank one if the table does not have the column.
   *
   * @throws RowProblem if the cell holds an error value of the spreadsheet program
   */
  public Cell cell(Column column) throws RowProblem {
    List<Integer> at = header.found().get(column);
    return at == null ? new Cell("", place.atColumn(column.key())) : cell(at.get(0));
  }

  /**
   * The cells that are not blank of a column that may be there several times.
   *
   * @throws RowProblem if a cell holds an error value of the spreadsheet program
   */
  public List<Cell> cells(Column column) throws RowProblem {
    List<Cell> cells = new ArrayList<>(2);
    for (int index : header.found().getOrDefault(column, List.of())) {
      Cell cell = cell(index);
      if (!cell.isBlank()) {
        cells.add(cell);
      }
    }
    return cells;
  }

  /**
   * The cells that are not blank of the columns whose header carries a name of its own, by that
   * name.
   *
   * @throws RowProblem if a cell holds an error value of the spreadsheet program
   */
  public Map<String, Cell> named() throws RowProblem {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> entry : header.named().entrySet()) {
      Cell cell = cell(entry.getValue());
      if (!cell.isBlank()) {
        cells.put(entry.getKey(), cell);
      }
    }
    return cells;
  }

  /**
   * Makes sure that no cell stands to the right of the header, as happens when a text with the
   * delimiter in it is not quoted and shifts the cells behind it.
   *
   * @throws RowProblem if one does
   */
  public void checkWidth() throws RowProblem {
    for (int i = header.cells().size(); i < row.cells().size(); i++) {
      if (!row.cells().get(i).isEmpty()) {
        throw new RowProblem(
            place,
            "the row has more cells than the header ("
                + CleanText.quote(row.cells().get(i))
                + "); put texts that hold the delimiter in double quotes");
      }
    }
  }

  private Cell cell(int index) throws RowProblem {
    Place at = place.atColumn(header.cells().get(index));
    String problem = row.problems().get(index);
    if (problem != null) {
      throw new RowProblem(at, problem);
    }
    return new Cell(index < row.cells().size() ? row.cells().get(index) : "", at);
  }
}
