package org.firebreak.report.xlsx;

import org.dhatim.fastexcel.Workbook;

/** Sheets of a workbook that are more than a table. */
@FunctionalInterface
public interface WorkbookPart {

  /** Adds the sheets; names are at most 31 characters long. */
  void addTo(Workbook workbook);
}
