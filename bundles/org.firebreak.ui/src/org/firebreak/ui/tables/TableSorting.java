package org.firebreak.ui.tables;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.swt.widgets.Display;
import org.firebreak.core.table.RowOrder;
import org.firebreak.core.table.TableRows;
import org.firebreak.model.Element;

/** The column by which the rows are ordered. Many rows are sorted by a job. */
final class TableSorting implements ISortModel {
  /** So many rows are sorted at once in less than a blink. */
  private static final int AT_ONCE = 10_000;

  private final TableRows rows;
  private final Display display;
  private final Consumer<Runnable> mover;
  private int column = -1;
  private SortDirectionEnum direction = SortDirectionEnum.NONE;
  private int run;

  /**
   * @param mover does what lets the rows stand in another order
   */
  TableSorting(TableRows rows, Display display, Consumer<Runnable> mover) {
    this.rows = rows;
    this.display = display;
    this.mover = mover;
  }

  @Override
  public void sort(int index, SortDirectionEnum wanted, boolean accumulate) {
    column = wanted == SortDirectionEnum.NONE ? -1 : index;
    direction = wanted;
    run++;
    if (column < 0) {
      take(run, null);
      return;
    }
    RowOrder order = rows.order(column, direction == SortDirectionEnum.DESC);
    if (rows.total() <= AT_ONCE) {
      take(run, order.sorted());
      return;
    }
    int mine = run;
    Job job =
        Job.create(
            "Sorting " + rows.total() + " rows",
            (ICoreRunnable)
                monitor -> {
                  List<Element> result = order.sorted();
                  display.asyncExec(() -> take(mine, result));
                });
    job.setSystem(true);
    job.setPriority(Job.INTERACTIVE);
    job.schedule();
  }

  private void take(int mine, List<Element> result) {
    if (mine == run) {
      mover.accept(() -> rows.setOrder(result));
    }
  }

  @Override
  public void clear() {
    sort(-1, SortDirectionEnum.NONE, false);
  }

  @Override
  public List<Integer> getSortedColumnIndexes() {
    return column < 0 ? List.of() : List.of(column);
  }

  @Override
  public boolean isColumnIndexSorted(int index) {
    return index == column;
  }

  @Override
  public SortDirectionEnum getSortDirection(int index) {
    return index == column ? direction : SortDirectionEnum.NONE;
  }

  @Override
  public int getSortOrder(int index) {
    return index == column ? 0 : -1;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public List<Comparator> getComparatorsForColumnIndex(int index) {
    return List.of();
  }

  @Override
  public Comparator<?> getColumnComparator(int index) {
    return null;
  }
}
