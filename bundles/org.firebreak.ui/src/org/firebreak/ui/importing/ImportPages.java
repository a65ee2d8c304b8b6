package org.firebreak.ui.importing;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.model.Design;
import org.firebreak.ui.jobs.JobProgress;

/**
 * The pages of a wizard that ask what to import and show what it would do. The importer works on a
 * copy, so that its result can be looked at before anything changes.
 */
public final class ImportPages {
  private final Wizard wizard;
  private final FilesPage files;
  private final OptionsPage options = new OptionsPage();
  private final PreviewPage preview = new PreviewPage();
  private ImportRun run;

  /**
   * @param active the design that is open and may take what is imported; {@code null} for a new one
   */
  public ImportPages(Wizard wizard, DesignDocument active) {
    this.wizard = wizard;
    files = new FilesPage(active);
  }

  /** Adds the pages to the wizard. */
  public void add() {
    wizard.addPage(files);
    wizard.addPage(options);
    wizard.addPage(preview);
  }

  /** The page on which the files are named. */
  public IWizardPage first() {
    return files;
  }

  /** Names the files before the pages are shown; {@code null} for none. */
  public void name(Path inventory, Path flows) {
    files.name(inventory, flows);
  }

  /** Names the files of a rule base before the pages are shown. */
  public void name(List<Path> policy) {
    files.name(policy);
  }

  public boolean isPreview(Object page) {
    return page == preview;
  }

  /** The preview needs no visit if there is nothing in it to act on. */
  public boolean canFinish() {
    return files.isPageComplete()
        && options.isPageComplete()
        && (wizard.getContainer().getCurrentPage() != preview || preview.isPageComplete());
  }

  /**
   * Whether the import may be applied now; shows the preview instead if there is something in it to
   * act on that the user has not seen.
   */
  public boolean confirm() {
    boolean seen = wizard.getContainer().getCurrentPage() == preview;
    if (!prepare()) {
      return false;
    }
    if (!seen && (run.refused() || run.report().hasFindings())) {
      wizard.getContainer().showPage(preview);
      return false;
    }
    return !run.refused();
  }

  /** What was imported, after {@link #confirm}. */
  ImportRun run() {
    return run;
  }

  /** The new design, after {@link #confirm}. */
  public Design result() {
    return run.result();
  }

  /** Runs the import if it has not been run as it is asked for now; false if that failed. */
  public boolean prepare() {
    ImportRequest request;
    try {
      request = request();
    } catch (IllegalArgumentException e) {
      MessageDialog.openError(wizard.getShell(), wizard.getWindowTitle(), e.getMessage());
      return false;
    }
    DesignDocument target = files.target();
    if (run != null && run.isFor(request, target)) {
      return true;
    }
    Design copy = ImportRun.copyFor(request, target);
    try {
      wizard
          .getContainer()
          .run(
              true,
              true,
              monitor -> {
                try {
                  run = ImportRun.of(request, target, copy, new JobProgress(monitor));
                } catch (ImportException e) {
                  throw new InvocationTargetException(e);
                } catch (CancelledException e) {
                  throw new InterruptedException();
                }
              });
      preview.show(run);
      return true;
    } catch (InterruptedException e) {
      // The user cancelled; the wizard stays as it is.
      return false;
    } catch (InvocationTargetException e) {
      explain(e.getCause());
      return false;
    }
  }

  private ImportRequest request() {
    return new ImportRequest(
        files.inventory(),
        files.flows(),
        files.policy(),
        files.inventoryFormat(),
        files.flowsFormat(),
        files.policyFormat(),
        options.groupPattern(),
        options.strict(),
        options.strategy(),
        options.options(),
        InputLimits.DEFAULT);
  }

  private void explain(Throwable cause) {
    boolean expected =
        cause instanceof ImportException || cause instanceof IllegalArgumentException;
    if (!expected) {
      ILog.of(ImportPages.class).error("Import failed", cause);
    }
    MessageDialog.openError(
        wizard.getShell(),
        wizard.getWindowTitle(),
        expected
            ? cause.getMessage()
            : "An internal error occurred; nothing was imported. The error log has the details.");
  }
}
