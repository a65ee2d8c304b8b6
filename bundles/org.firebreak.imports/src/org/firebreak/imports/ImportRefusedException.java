package org.firebreak.imports;

import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.spi.ImportNote;

/** A strict import met rows that it could not take, and changed nothing. */
public final class ImportRefusedException extends ImportException {
  private static final long serialVersionUID = 1L;

  private final transient ImportReport report;

  ImportRefusedException(ImportReport report) {
    super(
        first(report).place(),
        first(report).message(),
        report.rejectedRows() == 1
            ? "nothing was imported, because the import is strict"
            : "nothing was imported, because the import is strict and "
                + report.rejectedRows()
                + " rows have errors");
    this.report = report;
  }

  private static ImportNote first(ImportReport report) {
    return report.notes(ImportNote.Severity.ERROR).get(0);
  }

  /** All that was found up to the refusal. */
  public ImportReport report() {
    return report;
  }
}
