package org.firebreak.ui.tables;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.core.table.CellPlan;

/** Says which cells do not take what is written into them. */
final class ProblemList {
  private static final int MOST = 12;

  private ProblemList() {}

  static void show(Shell shell, List<CellPlan.Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    String list =
        problems.stream().limit(MOST).map(ProblemList::line).collect(Collectors.joining("\n"));
    int left = problems.size() - MOST;
    MessageDialog.openError(
        shell,
        "Nothing was changed",
        (problems.size() == 1 ? "One cell does not fit:" : problems.size() + " cells do not fit:")
            + "\n\n"
            + list
            + (left > 0 ? "\n… and " + left + " more" : ""));
  }

  private static String line(CellPlan.Problem problem) {
    String where = problem.column().isEmpty() ? "" : ", " + problem.column();
    return "Row " + problem.row() + where + ": " + problem.message();
  }
}
