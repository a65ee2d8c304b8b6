package org.firebreak.ui.importing;

import java.nio.file.Path;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.imports.ImportRefusedException;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.imports.input.ImportException;
import org.firebreak.model.Design;
import org.firebreak.model.io.NewElements;
import org.firebreak.ui.jobs.ChangedCopy;

/**
 * An import into a copy of a design, which has not changed the design yet.
 *
 * @param request what was imported
 * @param document the design; {@code null} for a new one
 * @param result the copy with what was imported, or the new design
 * @param report what the importer says
 * @param refused whether the import was strict and a row could not be taken
 */
record ImportRun(
    ImportRequest request,
    DesignDocument document,
    Design result,
    ImportReport report,
    boolean refused) {

  /** The design as the importer may change it; call it on the UI thread. */
  static Design copyFor(ImportRequest request, DesignDocument document) {
    return document == null
        ? NewElements.design(nameFor(request))
        : ChangedCopy.of(document.design());
  }

  /**
   * Imports into the copy, on any thread.
   *
   * @throws ImportException if a file cannot be read
   */
  static ImportRun of(
      ImportRequest request, DesignDocument document, Design copy, Progress progress)
      throws ImportException {
    try {
      ImportReport report = Importer.run(new ModelEdit(copy), request, progress);
      return new ImportRun(request, document, copy, report, false);
    } catch (ImportRefusedException e) {
      return new ImportRun(request, document, copy, e.report(), true);
    }
  }

  /** Whether it is what the user asks for now. */
  boolean isFor(ImportRequest wanted, DesignDocument into) {
    return request.equals(wanted) && document == into;
  }

  /** Changes the open design as one step; call it on the UI thread. */
  void apply() {
    document
        .edit()
        .run("Import " + nameFor(request), () -> ChangedCopy.apply(result, document.design()));
  }

  private static String nameFor(ImportRequest request) {
    Path file = request.mainFile().toAbsolutePath().normalize();
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
