package org.firebreak.ui.matrix;

import java.time.LocalDate;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.firebreak.core.matrix.FlowMatrix;
import org.firebreak.core.matrix.MatrixCell;
import org.firebreak.core.matrix.MatrixKind;
import org.firebreak.model.Design;

/** The matrix as it is now, with totals in a last row and a last column. */
public final class MatrixData implements IDataProvider {
  private final Design design;
  private MatrixKind kind = MatrixKind.ZONES;
  private FlowMatrix matrix;

  MatrixData(Design design) {
    this.design = design;
    refresh();
  }

  void refresh() {
    matrix = FlowMatrix.of(kind, design, LocalDate.now());
  }

  void setKind(MatrixKind wanted) {
    kind = wanted;
    refresh();
  }

  MatrixKind kind() {
    return kind;
  }

  /** What is permitted now. */
  public FlowMatrix matrix() {
    return matrix;
  }

  boolean isTotal(int column, int row) {
    return column >= matrix.size() || row >= matrix.size();
  }

  /** The cell; {@code null} for a total. */
  MatrixCell cell(int column, int row) {
    return isTotal(column, row) ? null : matrix.cell(row, column);
  }

  @Override
  public Object getDataValue(int column, int row) {
    if (!isTotal(column, row)) {
      return cell(column, row);
    }
    if (column >= matrix.size() && row >= matrix.size()) {
      return "";
    }
    int flows = row >= matrix.size() ? matrix.flowsIn(column) : matrix.flowsOut(row);
    return Integer.toString(flows);
  }

  @Override
  public void setDataValue(int column, int row, Object value) {
    throw new UnsupportedOperationException("cells are changed in their popup");
  }

  @Override
  public int getColumnCount() {
    return matrix.size() + 1;
  }

  @Override
  public int getRowCount() {
    return matrix.size() + 1;
  }

  /** The head of a column or a row. */
  String head(int index, boolean column) {
    if (index < matrix.size()) {
      return matrix.label(index);
    }
    return column ? "Flows out" : "Flows in";
  }

  /** Heads for the grid. */
  IDataProvider heads(boolean columns) {
    return new Heads(columns);
  }

  private final class Heads implements IDataProvider {
    private final boolean columns;

    private Heads(boolean columns) {
      this.columns = columns;
    }

    @Override
    public Object getDataValue(int column, int row) {
      return head(columns ? column : row, columns);
    }

    @Override
    public void setDataValue(int column, int row, Object value) {
      throw new UnsupportedOperationException("heads are named in the design");
    }

    @Override
    public int getColumnCount() {
      return columns ? MatrixData.this.getColumnCount() : 1;
    }

    @Override
    public int getRowCount() {
      return columns ? 1 : MatrixData.this.getRowCount();
    }
  }
}
