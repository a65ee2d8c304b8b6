package org.firebreak.ui.importing;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.model.Design;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.jobs.JobProgress;

/**
 * Imports an inventory and a port matrix. The importer works on a copy, so that its result can be
 * looked at before anything changes.
 */
public final class ImportWizard extends Wizard {
  private final IWorkbenchWindow window;
  private final FilesPage files;
  private final OptionsPage options = new OptionsPage();
  private final ResultPage result = new ResultPage();
  private ImportRun run;

  private ImportWizard(IWorkbenchWindow window) {
    this.window = window;
    files = new FilesPage(OpenDesigns.in(window).active().orElse(null));
    setWindowTitle("Import");
    setDefaultPageImageDescriptor(Images.descriptor("firebreak48"));
    setNeedsProgressMonitor(true);
  }

  /** Opens the wizard. */
  public static void open(IWorkbenchWindow window) {
    ImportWizard wizard = new ImportWizard(window);
    WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
    dialog.addPageChangingListener(
        event -> {
          if (event.getTargetPage() == wizard.result) {
            event.doit = wizard.prepare();
          }
        });
    dialog.open();
  }

  @Override
  public void addPages() {
    addPage(files);
    addPage(options);
    addPage(result);
  }

  /** The result needs no visit if there is nothing in it to act on. */
  @Override
  public boolean canFinish() {
    return files.isPageComplete()
        && options.isPageComplete()
        && (getContainer().getCurrentPage() != result || result.isPageComplete());
  }

  @Override
  public boolean performFinish() {
    boolean seen = getContainer().getCurrentPage() == result;
    if (!prepare()) {
      return false;
    }
    if (!seen && (run.refused() || run.report().hasFindings())) {
      getContainer().showPage(result);
      return false;
    }
    return !run.refused() && apply();
  }

  /** Runs the import if it has not been run as it is asked for now; false if that failed. */
  private boolean prepare() {
    ImportRequest request;
    try {
      request = request();
    } catch (IllegalArgumentException e) {
      MessageDialog.openError(getShell(), "Import", e.getMessage());
      return false;
    }
    DesignDocument target = files.target();
    if (run != null && run.isFor(request, target)) {
      return true;
    }
    Design copy = ImportRun.copyFor(request, target);
    try {
      getContainer()
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
      result.show(run);
      return true;
    } catch (InterruptedException e) {
      // The user cancelled; the wizard stays as it is.
      return false;
    } catch (InvocationTargetException e) {
      explain(e.getCause());
      return false;
    }
  }

  private boolean apply() {
    if (run.document() == null) {
      return DesignFiles.openUntitled(window, run.result());
    }
    run.apply();
    return true;
  }

  private ImportRequest request() {
    return new ImportRequest(
        files.inventory(),
        files.flows(),
        files.inventoryFormat(),
        files.flowsFormat(),
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
      ILog.of(ImportWizard.class).error("Import failed", cause);
    }
    MessageDialog.openError(
        getShell(),
        "Import",
        expected
            ? cause.getMessage()
            : "An internal error occurred; nothing was imported. The error log has the details.");
  }
}
