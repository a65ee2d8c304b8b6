package org.firebreak.imports.estimate;

import java.util.List;

/**
 * What became of a table of estimates.
 *
 * @param rows rows with text
 * @param changed flows that were changed
 * @param unchanged flows that had the same estimate before
 * @param problems rows that were not taken: file, line, what is wrong and the mend
 * @param remarks what else the user should know
 */
public record EstimateReport(
    int rows, int changed, int unchanged, List<String> problems, List<String> remarks) {

  /** Copies the lists. */
  public EstimateReport {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }
}
