package org.firebreak.ui.creating;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.model.Design;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.importing.ImportPages;
import org.osgi.service.prefs.Preferences;

/**
 * Starts a new design: blank, from a template, or from an inventory and a port matrix. It has no
 * file until it is saved.
 */
public final class NewDesignWizard extends Wizard {
  private static final String AUTHOR = "lastAuthor";

  private final IWorkbenchWindow window;
  private final ImportPages imports = new ImportPages(this, null);
  private final NewDesignPage page;

  private NewDesignWizard(IWorkbenchWindow window) {
    this.window = window;
    page = new NewDesignPage(imports.first(), preferences().get(AUTHOR, ""));
    setWindowTitle("New Design");
    setDefaultPageImageDescriptor(Images.descriptor("firebreak48"));
    setNeedsProgressMonitor(true);
    setForcePreviousAndNextButtons(true);
  }

  /** Opens the wizard. */
  public static void open(IWorkbenchWindow window) {
    NewDesignWizard wizard = new NewDesignWizard(window);
    WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
    dialog.addPageChangingListener(
        event -> {
          if (wizard.imports.isPreview(event.getTargetPage())) {
            event.doit = wizard.imports.prepare();
          }
        });
    dialog.open();
  }

  @Override
  public void addPages() {
    addPage(page);
    imports.add();
  }

  @Override
  public boolean canFinish() {
    return page.isPageComplete() && (!(page.start() instanceof Start.Files) || imports.canFinish());
  }

  @Override
  public boolean performFinish() {
    NewDesign wanted = page.design();
    preferences().put(AUTHOR, wanted.author());
    return switch (page.start()) {
      case Start.Blank blank -> open(wanted.blank());
      case Start.From from -> open(wanted.into(from.template().create(wanted.name())));
      case Start.Files files -> imports.confirm() && open(wanted.into(imports.result()));
    };
  }

  private boolean open(Design design) {
    return DesignFiles.openUntitled(window, design);
  }

  private static Preferences preferences() {
    return InstanceScope.INSTANCE.getNode("org.firebreak.ui");
  }
}
