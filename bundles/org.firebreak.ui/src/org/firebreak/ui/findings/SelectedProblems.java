package org.firebreak.ui.findings;

import java.util.List;

/** A part in which findings themselves are selected, not the elements that they name. */
public interface SelectedProblems {
  /** In the order of the part. */
  List<Problem> selectedProblems();
}
