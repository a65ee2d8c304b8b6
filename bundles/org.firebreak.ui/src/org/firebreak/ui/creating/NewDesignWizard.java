package org.firebreak.ui.creating;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.model.Design;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.images.Images;

/** Starts a new design; it has no file until it is saved. */
public final class NewDesignWizard extends Wizard {
  private final IWorkbenchWindow window;
  private final NewDesignPage page = new NewDesignPage();

  public NewDesignWizard(IWorkbenchWindow window) {
    this.window = window;
    setWindowTitle("New Design");
    setDefaultPageImageDescriptor(Images.descriptor("firebreak48"));
  }

  @Override
  public void addPages() {
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    Design design = StartingPoints.design(page.name(), page.strategy(), page.zones());
    return DesignFiles.openUntitled(window, design);
  }
}
