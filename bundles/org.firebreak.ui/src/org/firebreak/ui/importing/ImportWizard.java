package org.firebreak.ui.importing;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.images.Images;

/** Imports an inventory and a port matrix into the open design or a new one. */
public final class ImportWizard extends Wizard {
  private final IWorkbenchWindow window;
  private final ImportPages pages;

  private ImportWizard(IWorkbenchWindow window) {
    this.window = window;
    pages = new ImportPages(this, OpenDesigns.in(window).active().orElse(null));
    setWindowTitle("Import");
    setDefaultPageImageDescriptor(Images.descriptor("firebreak48"));
    setNeedsProgressMonitor(true);
  }

  /** Opens the wizard. */
  public static void open(IWorkbenchWindow window) {
    open(window, null, null);
  }

  /** Opens the wizard with files in its fields; {@code null} for none. */
  public static void open(IWorkbenchWindow window, Path inventory, Path flows) {
    open(window, inventory, flows, List.of());
  }

  /** As above, with the files of a rule base. */
  static void open(IWorkbenchWindow window, Path inventory, Path flows, List<Path> policy) {
    ImportWizard wizard = new ImportWizard(window);
    wizard.pages.name(inventory, flows);
    wizard.pages.name(policy);
    WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
    dialog.addPageChangingListener(
        event -> {
          if (wizard.pages.isPreview(event.getTargetPage())) {
            event.doit = wizard.pages.prepare();
          }
        });
    dialog.open();
  }

  @Override
  public void addPages() {
    pages.add();
  }

  @Override
  public boolean canFinish() {
    return pages.canFinish();
  }

  @Override
  public boolean performFinish() {
    return pages.confirm() && apply(pages.run());
  }

  private boolean apply(ImportRun run) {
    if (run.document() == null) {
      return DesignFiles.openUntitled(window, run.result());
    }
    run.apply();
    return true;
  }
}
