package org.firebreak.ui.compare;

import java.nio.file.Path;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.ui.exporting.BundleField;

/** Asks with what a design is to be compared. */
final class CompareDialog extends TitleAreaDialog {
  private final String design;
  private final BundleField other =
      new BundleField("an older design or policy bundle", "*.firebreak;*.zip");
  private Path chosen;

  CompareDialog(Shell shell, String design) {
    super(shell);
    this.design = design;
    setHelpAvailable(false);
  }

  /** A design, or the folder or ZIP file of a bundle. */
  Path chosen() {
    return chosen;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Compare With");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("Compare " + design);
    setMessage("With another version of the design, or with a policy bundle (folder or ZIP file).");
    Composite body = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(16, 14).spacing(10, 8).applyTo(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    new Label(body, SWT.NONE).setText("Older");
    other.create(body, this::validate);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Compare", true).setEnabled(false);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
  }

  @Override
  protected void okPressed() {
    chosen = other.path();
    super.okPressed();
  }

  private void validate() {
    String problem = other.problem();
    setErrorMessage(problem);
    getButton(IDialogConstants.OK_ID).setEnabled(problem == null && other.path() != null);
  }
}
