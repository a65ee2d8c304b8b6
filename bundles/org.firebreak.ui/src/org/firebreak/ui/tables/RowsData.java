package org.firebreak.ui.tables;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.firebreak.core.table.TableRows;

/** The cells of the rows as texts; what is written goes to the writer. */
final class RowsData implements IDataProvider {
  /** Takes what was written into a cell. */
  @FunctionalInterface
  interface Writer {
    void write(int column, int row, String text);
  }

  private final TableRows rows;
  private final Writer writer;

  RowsData(TableRows rows, Writer writer) {
    this.rows = rows;
    this.writer = writer;
  }

  @Override
  public Object getDataValue(int column, int row) {
    return row < rows.size() ? rows.text(column, row) : "";
  }

  @Override
  public void setDataValue(int column, int row, Object value) {
    writer.write(column, row, value == null ? "" : value.toString());
  }

  @Override
  public int getColumnCount() {
    return rows.kind().columns().size();
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }
}
