package org.firebreak.core.table;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;

/**
 * Texts that are to be written into cells, all or none: everything is read first, and what does not
 * fit is listed.
 */
public final class CellPlan {
  /**
   * A cell whose text does not fit.
   *
   * @param row number of the row among those planned, from 1
   * @param column its head
   * @param message what is expected
   */
  public record Problem(int row, String column, String message) {}

  private final TableData data;
  private final List<Runnable> changes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  public CellPlan(TableData data) {
    this.data = data;
  }

  /**
   * Plans one cell.
   *
   * @param number of the row, from 1, for the problem
   */
  public void write(int number, EObject row, TableColumn column, String text) {
    try {
      changes.add(column.change(row, text, data));
    } catch (IllegalArgumentException e) {
      refuse(number, column.title(), e.getMessage());
    }
  }

  /** Lists a problem that is not that of a cell's text. */
  public void refuse(int number, String column, String message) {
    problems.add(new Problem(number, column, message));
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Changes all cells. Call it inside a model edit.
   *
   * @throws IllegalStateException if there are problems
   */
  public void carryOut() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.get(0).message());
    }
    changes.forEach(Runnable::run);
  }
}
